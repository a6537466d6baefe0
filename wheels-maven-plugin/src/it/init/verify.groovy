import dev.zeus.wheels.testkit.FixtureNixpkgs

def log = new File(basedir, 'build.log').text
assert log.contains('Next: mvn wheels:generate')
assert log.contains('[wheels/I106]')
assert log.contains('see: https://github.com/zeus-wheels/zeus-wheels/blob/main/docs/codes.md#i106')
assert log.contains('**Declarations exist already.**')
assert new File(basedir, 'src/main/java/com/acme/python/Numpy.java').text.endsWith('@Wheel\ninterface Numpy {}\n')
assert new File(basedir, 'generated/pylock.toml').text.contains('name = "numpy"')

// What the start page tells a newcomer to type is what was run: here, by the invoker itself, and by .ci/archetype-check.
def root = new File(basedir, '../../../..')
def blocks = { String page -> (new File(root, page).text =~ /(?ms)^```bash\n(.*?)^```$/).collect { it[1] } }
def goals = new Properties()
new File(basedir, 'invoker.properties').withInputStream { goals.load(it) }
def version = (new File(root, 'pom.xml').text =~ /<version>(.*?)</)[0][1]
def run = ['mvn install -DskipTests'] +
        (1..3).collect { 'mvn ' + goals["invoker.goals.$it" as String].replace('${project.version}', version) } +
        ["nix develop --command python3 -c 'import numpy'"]
assert blocks('docs/start.md')*.trim().findAll { !it.startsWith('mvn archetype:generate ') } == run
def own = blocks('README.md')[1].readLines()*.replaceAll(/ +#.*/, '')
assert own && run.containsAll(own)

def builds = System.getProperty('os.name') == 'Linux' && System.getProperty('os.arch') == 'amd64' &&
        System.getenv('PATH').split(File.pathSeparator).any { new File(it, 'nix').canExecute() }
new File(basedir, 'skipped.txt').delete()
if (builds) {
    def nixpkgs = new File(basedir, 'nixpkgs')
    FixtureNixpkgs.writeTo(nixpkgs.toPath(), [])
    // A folder of their own: Nix copies a flake's whole directory.
    def flake = new File(basedir, 'flake')
    flake.mkdir()
    new File(flake, 'flake.nix').text = new File(basedir, 'flake.nix').text
    assert new File(basedir, 'generated').renameTo(new File(flake, 'generated'))
    def errors = new File(basedir, 'errors.txt')
    def process = new ProcessBuilder('nix', '--extra-experimental-features', 'nix-command flakes', 'develop',
            '--no-write-lock-file', '--override-input', 'nixpkgs', "path:$nixpkgs", "path:$flake",
            '--command', 'python3', '-c', 'import numpy; print(numpy.VERSION)').redirectError(errors).start()
    def said = process.inputStream.text.trim()
    assert process.waitFor() == 0: errors.text
    assert said == '2.4.0'
} else {
    // .ci/skipped counts it.
    new File(basedir, 'skipped.txt').text = 'needs Nix on x86_64-linux\n'
}
context.get('index').close()
return true
