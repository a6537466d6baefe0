context.get('index').close()

def source = { new File(basedir, "src/main/java/com/acme/python/$it").text }
// The two that were added are where and as the others are; of the one that went, nothing is left; all else stands.
assert source('Wheels.java') == '''\
// By hand.
package com.acme.python;

import dev.zeus.wheels.*;

final class Wheels {
  @Wheel interface Flask {}   // the web

  @Wheel(version = ">=1", extras = "http2") interface Httpx {}

  @Wheel(name = "pyyaml")
  interface PyYAML {}

  static final Class<?> USED = Flask.class;
}
'''
assert source('Research.java').contains('packages = {Wheels.Flask.class},')
assert new File(basedir, 'src/main/java/com/acme/python').list().sort() == ['Anyio.java', 'Research.java', 'Wheels.java', 'package-info.java']

def lock = new File(basedir, 'generated/pylock.toml').text
['anyio', 'flask', 'httpx', 'pyyaml'].each { assert lock.contains("name = \"$it\"") }
assert !lock.contains('name = "numpy"')

def log = new File(basedir, 'build.log').text
// What was compiled last are the two files of four that had changed, and the registry has the others, too.
assert (log =~ /Compiling 2 source files .* to target.classes/).find()
def registry = new File(basedir, 'target/generated-sources/annotations/com/acme/python/AcmeWheels.java').text
['ANYIO', 'FLASK', 'HTTPX', 'PYYAML', 'RESEARCH'].each { assert registry.contains(" $it = "): "$it is lost" }
assert !registry.contains('NUMPY')
assert log.contains('No longer declared: numpy')
assert log.contains('The name of the type PyYAML would be the package "py-yaml"')
assert log.contains('did you mean "httpx", which is locked?')
assert log.contains('(src/main/java/com/acme/python/Wheels.java:')
['I207', 'I210', 'I212'].each { assert log.contains("[wheels/$it]") }
assert log.contains('did you mean -Dwheels.remove=numpy?')
assert !new File(basedir, 'target/wheels/stage').exists()
return true
