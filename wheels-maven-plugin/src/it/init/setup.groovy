import dev.zeus.wheels.testkit.LoopbackIndex
import dev.zeus.wheels.testkit.WheelBuilder

def index = LoopbackIndex.start()
index.add(WheelBuilder.of('numpy', '2.4.0').tags('cp312-cp312-manylinux_2_28_x86_64')
        .file('numpy/__init__.py', 'VERSION = "2.4.0"\n').build())
index.add(WheelBuilder.of('numpy', '2.4.0').tags('cp312-cp312-macosx_14_0_arm64')
        .file('numpy/__init__.py', 'VERSION = "2.4.0"\n').build())
context.put('index', index)
new File(basedir, 'test.properties').text = """\
wheels.index.pypi=${index.uri()}
wheels.cacheDirectory=${new File(basedir, 'cache')}
"""
return true
