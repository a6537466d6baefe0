context.get('index').close()
def version = context.get('version')

def log = new File(basedir, 'build.log').text
assert log.contains('[wheels/N305]')
assert log.contains('mvn wheels:snapshot')

def snapshot = new groovy.json.JsonSlurper().parse(new File(basedir, 'nixpkgs-snapshot.json'))
assert snapshot.targets == ['cp312-x86_64-linux']
assert snapshot.versions.packaging == version

def lock = new File(basedir, 'generated/pylock.toml').text
assert lock.contains("version = \"$version\"")
assert !lock.contains('99.0')
assert lock.contains('from-nixpkgs = [\n    "packaging",\n]')
def wheels = new File(basedir, 'generated/acme/universal.nix').text
assert wheels.contains('acme-part')
assert !wheels.contains('packaging.')
assert !wheels.contains('relaxDeps')
return true
