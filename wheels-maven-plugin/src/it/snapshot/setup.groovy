import dev.zeus.wheels.testkit.FixtureNixpkgs
import dev.zeus.wheels.testkit.LoopbackIndex
import dev.zeus.wheels.testkit.WheelBuilder

def nixpkgs = new File(basedir, 'nixpkgs')
FixtureNixpkgs.writeTo(nixpkgs.toPath(), [])

// Newer ones than nixpkgs has, which come last where nixpkgs comes first.
def version = new File(nixpkgs, 'bootstrap.txt').readLines().find { it.startsWith('packaging==') }.split('[= ]+')[1]
def index = LoopbackIndex.start()
[version, '99.0'].each { index.add(WheelBuilder.of('packaging', it).build()) }
index.add(WheelBuilder.of('acme-app', '1.0').requires('packaging', 'acme-part').build())
index.add(WheelBuilder.of('acme-part', '1.0').build())
context.put('index', index)
context.put('version', version)
new File(basedir, 'test.properties').text = """\
wheels.index.acme=${index.uri()}
wheels.nixpkgs=path:${nixpkgs}
wheels.cacheDirectory=${new File(basedir, 'cache')}
"""
return true
