def lock = new File(basedir, 'generated/pylock.toml').text
['idna', 'six'].each { assert lock.contains("name = \"$it\""): "$it is not locked" }

def registry = new File(basedir, 'target/generated-sources/annotations/com/acme/python/AcmeWheels.java').text
def locked = (lock =~ /name = "idna"\nversion = "([^"]+)"/)[0][1]
assert registry.contains("idna $locked from the source pypi"): 'the registry does not show what is locked'

def log = new File(basedir, 'build.log').text
assert !log.contains('[wheels/V190]'): 'locking was warned of what it locks'
return true
