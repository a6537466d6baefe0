import dev.zeus.wheels.testkit.LoopbackIndex
import dev.zeus.wheels.testkit.WheelBuilder

def cuda = LoopbackIndex.start()
def open = LoopbackIndex.start()

// One version of one package from a source for each platform, and other requirements on each.
cuda.add(WheelBuilder.of('torch', '2.9.0').tags('py3-none-manylinux_2_28_x86_64').requires('driver')
        .file('torch/__init__.py', 'import driver\nBUILD = "cuda"\n').build())
open.add(WheelBuilder.of('torch', '2.9.0').tags('py3-none-macosx_11_0_arm64').requires('metal')
        .file('torch/__init__.py', 'import metal\nBUILD = "metal"\n').build())
['driver', 'metal', 'heavy', 'old-friend-core'].each { open.add(WheelBuilder.of(it, '1.0').build()) }

// A circle by way of an extra, with a bound that is overridden and a requirement that is left out.
open.add(WheelBuilder.of('acme-app', '1.0').requires('heavy>=1', 'Old_Friend<2', 'old-friend-core', 'ring[full]', 'torch')
        .file('acme_app/__init__.py', 'import old_friend, ring, torch\n').build())
open.add(WheelBuilder.of('ring', '1.0').extras('full').requires("acme-app; extra == 'full'", "heavy; extra == 'full'")
        .build())
['1.0', '3.0'].each {
    open.add(WheelBuilder.of('old-friend', it).file('old_friend/__init__.py', "VERSION = '$it'\n".toString()).build())
}

// Each wheel of one release asks for something else.
['1.0', '2.0'].each {
    open.add(WheelBuilder.of('base', it).file('base/__init__.py', "VERSION = '$it'\n".toString()).build())
}
[['cp311-cp311-manylinux_2_28_x86_64', 'base<2'], ['cp312-cp312-manylinux_2_28_x86_64', 'base>=2'],
 ['cp311-cp311-macosx_11_0_arm64', 'base>=2'], ['cp312-cp312-macosx_11_0_arm64', 'base<2']].each { tags, base ->
    open.add(WheelBuilder.of('demo', '1.0').tags(tags).requires(base).file('demo/__init__.py', 'import base\n').build())
}
open.add(WheelBuilder.of('acme-hand', '1.0').record('acme_hand/__init__.py,,\n').build())

context.put('indexes', [cuda, open])
new File(basedir, 'test.properties').text = """\
wheels.index.cuda=${cuda.uri()}
wheels.index.open=${open.uri()}
wheels.cacheDirectory=${new File(basedir, 'cache')}
"""
return true
