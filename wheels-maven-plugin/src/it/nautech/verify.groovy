context.get('index').close()

def lock = new File(basedir, 'generated/pylock.toml').text
assert lock.contains('name = "acme-trader"')
assert lock.contains('source = "nautech"')
assert new File(basedir, 'generated/nautech/universal.nix').isFile()

def log = new File(basedir, 'build.log').text
assert log.contains("Cache: ${new File(basedir, 'cache')}")
assert log =~ /in all +0 entries +0 B/
assert log =~ /removed +\d+ entries/
assert !new File(basedir, 'cache/v1').exists()
assert log.contains('[wheels/C501] acme-trader on ')
assert log.contains('"acme_trader-1.0-py3-none-any.whl" has no licence file (licence-files)')

assert log.contains('[INFO] acme-trader 1.0 has 1 known vulnerability:')
assert log.contains('[INFO] - PYSEC-2026-1: Sells too low')
assert log.contains('[INFO]   Fixed in: 1.1')
assert log.contains('[wheels/C601] known vulnerabilities in "acme-trader" 1.0')
assert lock.contains('    { id = "PYSEC-2026-1", aliases = ["CVE-2026-1"], fixed-in = ["1.1"], summary = "Sells too low" },')
assert log.contains('[wheels/V194] "acme-trader" is locked at 1.0, which has known vulnerabilities: PYSEC-2026-1 (fixed in 1.1).')

// The same checks as JUnit tests: a failed one under its name, those of @Wheel(tests = …) only, what passes beside it.
def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/failsafe-reports/TEST-com.acme.python.WheelsIT.xml'))
def failures = suite.testcase.findAll { it.failure.size() > 0 }.inject([:].withDefault { '' }) { found, test ->
    found[test.@name.text()] += test.failure.@message.text()
    found
}
assert failures.keySet() == [
    'acme-broken wheels() record cp312-x86_64-linux',
    'acme-broken wheels() own cp312-x86_64-linux',
    'acme-trader wheels() own cp312-x86_64-linux'
] as Set
assert failures['acme-broken wheels() record cp312-x86_64-linux'].contains('[wheels/C205] "acme_broken-1.0-py3-none-any.whl"')
assert failures['acme-broken wheels() record cp312-x86_64-linux'].contains('[wheels/C203] "acme_broken-1.0-py3-none-any.whl"')
def names = suite.testcase.collect { it.@name.text() }
assert names.contains('acme-broken wheels() metadata cp312-x86_64-linux')
assert names.contains('acme-trader wheels() import cp312-x86_64-linux')
assert !names.contains('acme-broken wheels() import cp312-x86_64-linux')
return true
