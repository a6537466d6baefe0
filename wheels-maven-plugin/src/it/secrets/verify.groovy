import groovy.io.FileType
import groovy.json.JsonSlurper

def basic = context.get('basic')
context.get('behind').close()
context.get('proxy').close()
def others = ['canary-metadata', 'canary-link']
def places = ['canary-proxy', 'canary-url']
assert context.get('proxy').received().any { it.header('proxy-authorization').orElse('') == basic('canary-proxy') }
context.get('indexes').each { place, index ->
    index.close()
    places += place
    def asked = index.server().received()
    assert asked.size() > 2 : "$place was asked ${asked.size()} times"
    assert asked.every { it.header('authorization').get() == basic(place) } : "$place got another login"
}

def lock = new File(basedir, 'generated/pylock.toml').text
assert (places - 'canary-url').every { lock.contains("name = \"$it\"") }
def log = new File(basedir, 'build.log').text
assert log.contains('DEBUG') && log.contains('not with') && log.contains('answered 401') && log.contains('names a user')

// The run that succeeded was in a process of its own, which got each login from Maven.
assert !log.contains('no process of its own')
assert new File(basedir, 'cache/v1/classes').directorySize() > 0

// Attack 26: no secret of ours or of others, plain or as it is sent, in a log, a generated file, the cache or the result.
def secrets = (places + others).collectMany { place ->
    def secret = "secret-of-$place".toString()
    [secret, secret.bytes.encodeBase64().toString(), basic(place) - 'Basic ']
}
def looked = 0
basedir.eachFileRecurse(FileType.FILES) { file ->
    // A wheel in the cache is what its author published.
    if (!(file.name in ['invoker.properties', 'setup.groovy']) && file.parentFile.name != 'canaries' && !file.name.endsWith('.whl')) {
        looked++
        def text = file.getText('ISO-8859-1')
        secrets.each { assert !text.contains(it) : "$file holds $it" }
    }
}
assert looked > 15 : "only $looked files were looked at"
assert new File(basedir, 'cache').directorySize() > 0
assert new JsonSlurper().parse(new File(basedir, 'target/wheels/result.json')).outcome == 'failed'
return true
