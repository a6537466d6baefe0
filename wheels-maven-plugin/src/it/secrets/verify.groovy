import groovy.io.FileType

def indexes = context.get('indexes')
indexes.each { place, it ->
    it.index.close()
    def asked = it.index.server().received()
    assert asked.size() > 2 : "$place was asked ${asked.size()} times"
    assert asked.every { request -> request.header('authorization').get() == it.login } : "$place got another login"
}

def lock = new File(basedir, 'generated/pylock.toml').text
assert indexes.keySet().every { lock.contains("name = \"$it\"") }

// Attack 26: no secret, plain or as it is sent, in a log, a generated file, the cache or the result.
def log = new File(basedir, 'build.log').text
assert log.contains('[DEBUG]') && log.contains('[wheels/X')
def secrets = indexes.collectMany { place, it ->
    def secret = "secret-of-$place".toString()
    [secret, secret.bytes.encodeBase64().toString(), it.login - 'Basic ']
}
def looked = 0
basedir.eachFileRecurse(FileType.FILES) { file ->
    if (file.name != 'invoker.properties') {
        looked++
        def text = file.getText('ISO-8859-1')
        secrets.each { assert !text.contains(it) : "$file holds $it" }
    }
}
assert looked > 15 : "only $looked files were looked at"
assert new File(basedir, 'cache').directorySize() > 0
assert new groovy.json.JsonSlurper().parse(new File(basedir, 'target/wheels/result.json')).outcome == 'failed'
return true
