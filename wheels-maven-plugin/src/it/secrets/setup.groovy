import dev.zeus.wheels.testkit.Answer
import dev.zeus.wheels.testkit.LoopbackIndex
import dev.zeus.wheels.testkit.LoopbackServer
import dev.zeus.wheels.testkit.WheelBuilder
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

// Where a credential can be. Each place is a source of its own, whose index takes only the secret that is kept there:
// the user "canary" with the password "secret-of-" and the place's name.
def places = [
    'canary-settings',     // <server>, below
    'canary-environment',  // invoker.properties
    'canary-netrc',        // below; it is asked where there is nothing else
]
def basic = { place -> 'Basic ' + "canary:secret-of-$place".bytes.encodeBase64() }

def indexes = places.collectEntries { place ->
    def index = LoopbackIndex.start()
    // What others may have put in: logins in metadata, a link with one, an address that signs itself in.
    index.add(WheelBuilder.of(place, '1.0')
        .header('Home-page: https://canary:secret-of-canary-metadata@host.example/')
        .header('Requires-Dist: leaf @ https://canary:secret-of-canary-metadata@host.example/leaf-1.0-py3-none-any.whl'
            + ' ; extra == "x"')
        .header('Provides-Extra: x')
        .build())
    def page = new URL("${index.uri()}$place/").text + """
        <a href="https://canary:secret-of-canary-link@host.example/$place-0.9-py3-none-any.whl">$place-0.9-py3-none-any.whl</a>
        <p>https://host.example/?X-Amz-Signature=secret-of-canary-link</p>"""
    // The first run gets the page, the second is refused and gets its own login back; what the page lists wants the login in
    // any case.
    def echo = Answer.json("{\"detail\": \"not with ${basic(place)} of canary:secret-of-$place\"}").withStatus(401)
    index.script("/simple/$place/", Answer.html(page), echo)
    index.requireAuthorization(basic(place))
    index.server().forget()
    [(place): index]
}

// The index behind the proxy wants nothing itself, the proxy its own login.
def behind = LoopbackIndex.start().add(WheelBuilder.of('canary-proxy', '1.0').build())
def proxy = LoopbackServer.start { request ->
    if (request.header('proxy-authorization').orElse('') != basic('canary-proxy')) {
        return Answer.status(407).with('Proxy-Authenticate', 'Basic realm="canary"')
    }
    def answer = behind.server().uri().resolve(URI.create(request.path()).path).toURL().openConnection()
    answer.responseCode == 200
        ? Answer.bytes(answer.inputStream.bytes).with('Content-Type', answer.contentType ?: 'application/octet-stream')
        : Answer.status(answer.responseCode)
}
context.putAll([indexes: indexes, behind: behind, proxy: proxy, basic: basic])

def canaries = new File(basedir, 'canaries')
canaries.mkdirs()
new File(canaries, 'settings.xml').text = """
<settings>
  <servers>
    <server>
      <id>canary-settings</id><username>canary</username><password>secret-of-canary-settings</password>
    </server>
  </servers>
  <proxies>
    <proxy>
      <host>127.0.0.1</host><port>${proxy.uri().port}</port><nonProxyHosts>127.0.0.1</nonProxyHosts>
      <username>canary</username><password>secret-of-canary-proxy</password>
    </proxy>
  </proxies>
</settings>
"""
def netrc = new File(canaries, 'netrc')
netrc.text = 'machine 127.0.0.1 login canary password secret-of-canary-netrc'
Files.setPosixFilePermissions(netrc.toPath(), PosixFilePermissions.fromString('rw-------'))

def sources = indexes.collectEntries { place, index -> [(place): index.uri()] } + ['canary-proxy': 'https://index.example/simple/']
def java = new File(basedir, 'src/main/java/com/acme/python')
java.mkdirs()
new File(java, 'package-info.java').text = """
@WheelSet(pythons = "3.12", targets = @On(value = Platform.X86_64_LINUX, glibc = "2.39"), sources = {
    ${sources.collect { place, url -> "@Source(name = \"$place\", url = \"$url\")" }.join(',\n    ')}
})
package com.acme.python;

import dev.zeus.wheels.*;
"""
sources.keySet().each { place ->
    def type = place.split('-').collect { it.capitalize() }.join()
    new File(java, "${type}.java").text = """
package com.acme.python;

import dev.zeus.wheels.*;

@Wheel(source = "$place", platforms = Platform.UNIVERSAL)
interface $type {}
"""
}
new File(basedir, 'test.properties').text = """\
wheels.cacheDirectory=${new File(basedir, 'cache')}
wheels.index.canary-proxy=http://index.example/simple/
"""
return true
