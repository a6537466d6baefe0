import dev.zeus.wheels.testkit.LoopbackIndex
import dev.zeus.wheels.testkit.WheelBuilder

def index = LoopbackIndex.start()
for (python in ['cp312', 'cp313', 'cp314']) {
    for (platform in ['manylinux_2_28_x86_64', 'macosx_14_0_arm64']) {
        index.add(WheelBuilder.of('numpy', '2.4.0').tags("$python-$python-$platform")
                .file('numpy/__init__.py', 'VERSION = "2.4.0"\n').build())
    }
}
context.put('index', index)
new File(basedir, 'test.properties').text = """\
wheels.index.pypi=${index.uri()}
wheels.cacheDirectory=${new File(basedir, 'cache')}
wheels.nix=false
"""
return true
