import dev.zeus.wheels.testkit.LoopbackIndex
import dev.zeus.wheels.testkit.WheelBuilder

def index = LoopbackIndex.start()
['anyio', 'flask', 'numpy', 'pyyaml'].each { index.add(WheelBuilder.of(it, '1.0').build()) }
index.add(WheelBuilder.of('httpx', '1.0').extras('http2').requires('anyio').build())
context.put('index', index)
new File(basedir, 'test.properties').text = """\
wheels.index.pypi=${index.uri()}
wheels.cacheDirectory=${new File(basedir, 'cache')}
"""
return true
