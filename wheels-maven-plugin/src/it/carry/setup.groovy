import dev.zeus.wheels.testkit.LoopbackIndex
import dev.zeus.wheels.testkit.WheelBuilder

def index = LoopbackIndex.start()
['1.0', '2.0'].each { version ->
    index.add(WheelBuilder.of('httpx', version).extras('http2').requires('anyio', "h2; extra == 'http2'").build())
    index.add(WheelBuilder.of('anyio', version).file('anyio.py', '').build())
    index.add(WheelBuilder.of('h2', version).file('h2.py', '').build())
}
context.put('index', index)
def project = new File(basedir, 'project')
project.mkdir()
new File(project, 'pyproject.toml').text = '''\
[project]
name = "acme"
version = "1.0"
requires-python = ">=3.12"
dependencies = ["httpx[http2]>=1"]
'''
def entry = { name, more -> """\

[[package]]
name = "$name"
version = "1.0"
source = { registry = "${index.uri()}" }
$more""" }
new File(project, 'uv.lock').text = """\
version = 1
revision = 3
requires-python = ">=3.12"

[[package]]
name = "acme"
version = "1.0"
source = { virtual = "." }
dependencies = [{ name = "httpx", extra = ["http2"] }]

[package.metadata]
requires-dist = [{ name = "httpx", extras = ["http2"], specifier = ">=1" }]
""" + entry('anyio', '') + entry('h2', '') + entry('httpx', '''\
dependencies = [{ name = "anyio" }]

[package.optional-dependencies]
http2 = [{ name = "h2" }]
''')
new File(project, 'requirements.txt').text = 'httpx[http2]>=1\n'
new File(basedir, 'test.properties').text = "wheels.cacheDirectory=${new File(basedir, 'cache')}\n"
return true
