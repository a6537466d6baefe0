context.get('index').close()

def lock = new File(basedir, 'generated/pylock.toml').text
assert lock.contains('name = "acme-trader"')
assert lock.contains('source = "nautech"')
assert new File(basedir, 'generated/nautech/universal.nix').isFile()
return true
