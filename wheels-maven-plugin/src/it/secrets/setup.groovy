import dev.zeus.wheels.testkit.Answer
import dev.zeus.wheels.testkit.LoopbackIndex
import dev.zeus.wheels.testkit.WheelBuilder

// Where a credential can be. Each place is a source of its own, whose index takes only the secret that is kept there:
// the user "canary" with the password "secret-of-" and the place's name.
def places = [
    'canary-settings',     // <server> in ../settings.xml
    'canary-environment',  // invoker.properties
]

def indexes = places.collectEntries { place ->
    def login = 'Basic ' + "canary:secret-of-$place".bytes.encodeBase64()
    def index = LoopbackIndex.start()
    index.add(WheelBuilder.of(place, '1.0').build())
    // The first run gets the page, the second is refused; what the page lists wants the login in any case.
    index.script("/simple/$place/", Answer.html(new URL("${index.uri()}$place/").text), Answer.status(401))
    index.requireAuthorization(login)
    index.server().forget()
    [(place): [index: index, login: login]]
}
context.put('indexes', indexes)

def sources = new File(basedir, 'src/main/java/com/acme/python')
sources.mkdirs()
def declared = indexes.collect { place, it -> "@Source(name = \"$place\", url = \"${it.index.uri()}\")" }.join(',\n    ')
new File(sources, 'package-info.java').text = """
@WheelSet(pythons = "3.12", targets = @On(value = Platform.X86_64_LINUX, glibc = "2.39"), sources = {
    $declared
})
package com.acme.python;

import dev.zeus.wheels.*;
"""
places.each { place ->
    def type = place.split('-').collect { it.capitalize() }.join()
    new File(sources, "${type}.java").text = """
package com.acme.python;

import dev.zeus.wheels.*;

@Wheel(source = "$place", platforms = Platform.UNIVERSAL)
interface $type {}
"""
}
new File(basedir, 'test.properties').text = "wheels.cacheDirectory=${new File(basedir, 'cache')}\n"
return true
