context.get('index').close()

def lock = new File(basedir, 'generated/pylock.toml').text
assert lock.contains('name = "acme-trader"')
assert lock.contains('source = "nautech"')
assert new File(basedir, 'generated/nautech/universal.nix').isFile()

def log = new File(basedir, 'build.log').text
assert log.contains("Cache: ${new File(basedir, 'cache')}")
assert log =~ /in all +0 entries +0 B/
assert log =~ /removed +\d+ entries/
assert !new File(basedir, 'cache/v1').exists()
assert log.contains('[wheels/C501] acme-trader on ')
assert log.contains('"acme_trader-1.0-py3-none-any.whl" has no licence file (licence-files)')
return true
