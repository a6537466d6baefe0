import dev.zeus.wheels.testkit.Answer
import dev.zeus.wheels.testkit.LoopbackIndex
import dev.zeus.wheels.testkit.WheelBuilder

// The declared index cannot be reached from everywhere; a loopback one stands in for it, by the option for mirrors.
def index = LoopbackIndex.start()
index.add(WheelBuilder.of('acme-trader', '1.0').file('acme_trader/__init__.py', '').build())
index.add(WheelBuilder.of('acme-broken', '1.0').record('acme_broken/__init__.py,,\n').build())
def advisory = '{"id": "PYSEC-2026-1", "aliases": ["CVE-2026-1"], "fixed_in": ["1.1"], "summary": "Sells too low"}'
['acme-trader': advisory, 'acme-broken': ''].each { name, known ->
    def json = """{"info": {"name": "$name", "version": "1.0"}, "vulnerabilities": [$known]}"""
    index.always("/pypi/$name/1.0/json".toString(), Answer.json(json.toString()).with('Content-Type', 'application/json'))
}
context.put('index', index)
new File(basedir, 'test.properties').text = """\
wheels.index.nautech=${index.uri()}
wheels.cacheDirectory=${new File(basedir, 'cache')}
"""
return true
