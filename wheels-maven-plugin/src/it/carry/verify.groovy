import dev.zeus.wheels.testkit.HostPython
import groovy.json.JsonSlurper

def source = { new File(basedir, "src/main/java/com/acme/python/$it").text }
assert source('Httpx.java').contains('version = ">=1", extras = "http2"')
// The versions of the lock, although the index has newer ones.
def lock = new File(basedir, 'generated/pylock.toml').text
['anyio', 'h2', 'httpx'].each { assert lock.contains("name = \"$it\"\nversion = \"1.0\"") }
assert new File(basedir, 'build.log').text.contains('[wheels/I106]')

def on = { program -> System.getenv('PATH').split(File.pathSeparator).any { new File(it, program).canExecute() } }
def said = { String... command ->
    def errors = new File(basedir, 'errors.txt')
    def process = new ProcessBuilder(command).directory(basedir).redirectError(errors).start()
    def text = process.inputStream.text
    assert process.waitFor() == 0: errors.text
    text
}
def names = ['anyio', 'h2', 'httpx']
def requirements = new File(basedir, 'target/locked.txt').text
names.each { assert requirements.contains("$it") && requirements.contains('--hash=sha256:') }
new File(basedir, 'skipped.txt').delete()
def python = HostPython.find().find { it.minor() == '3.12' }?.program()?.toString()
if (on('uv') && python) {
    said('uv', 'venv', '--no-config', '--offline', '--python', python, 'target/uv')
    ['target/locked.txt', 'target/pylock.toml'].each {
        said('uv', 'pip', 'sync', '--no-config', '--require-hashes', '--python', 'target/uv/bin/python',
                '--cache-dir', 'target/uv-cache', it)
        assert said('target/uv/bin/python', '-c', 'import anyio, h2, importlib.metadata as m; print(m.version("httpx"))').trim() == '1.0'
    }
} else {
    // .ci/skipped counts it.
    new File(basedir, 'skipped.txt').text = 'needs uv and Python 3.12\n'
}
if (python) {
    said(python, '-I', '-m', 'pip', 'install', '--isolated', '--no-cache-dir', '--disable-pip-version-check', '--require-hashes',
            '--target', 'target/pip', '-r', 'target/locked.txt')
    assert new File(basedir, 'target/pip').list().findAll { it.endsWith('.dist-info') }.sort() ==
            names.collect { "$it-1.0.dist-info" }
}
def bom = new JsonSlurper().parse(new File(basedir, 'target/bom.json'))
assert bom.specVersion == '1.6'
assert bom.components*.name.sort() == names
assert new JsonSlurper().parse(new File(basedir, 'target/spdx.json')).spdxVersion == 'SPDX-2.3'
names.each { assert new File(basedir, "target/mirror").listFiles().any { folder -> new File(folder, "$it/index.html").isFile() } }
context.get('index').close()
return true
