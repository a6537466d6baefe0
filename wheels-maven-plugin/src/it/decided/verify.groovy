import dev.zeus.wheels.testkit.FixtureNixpkgs

def said(String... command) {
    def errors = new File(basedir, 'errors.txt')
    def process = new ProcessBuilder(command).redirectError(errors).start()
    def text = process.inputStream.text.trim()
    assert process.waitFor() == 0 : errors.text
    return text
}

def log = new File(basedir, 'build.log').text
assert log.contains('its RECORD was written by hand')
def lock = new File(basedir, 'generated/pylock.toml').text
assert !lock.contains('name = "heavy"\nversion')
assert lock.count('name = "torch"\nversion = "2.9.0"') == 2

// Real Nix, where it is, builds, imports and evaluates what Maven has checked. It reads the wheels from the indexes.
def builds = System.getProperty('os.name') == 'Linux' && System.getProperty('os.arch') == 'amd64' &&
        System.getenv('PATH').split(File.pathSeparator).any { new File(it, 'nix-build').canExecute() }
def skipped = new File(basedir, 'skipped.txt')
skipped.delete()
if (!builds) {
    // .ci/skipped counts it.
    skipped.text = 'needs Nix on x86_64-linux\n'
} else {
    def nixpkgs = new File(basedir, 'nixpkgs')
    FixtureNixpkgs.writeTo(nixpkgs.toPath(), [])
    def expression = { system, body ->
        "let pkgs = import $nixpkgs { system = \"$system\"; overlays = [ (import $basedir/generated/overlay.nix) ]; }; in $body".toString()
    }
    def evaluated = { system, body ->
        said('nix-instantiate', '--eval', '--strict', '--json', '--expr', expression(system, body))
    }
    [['311', '1.0', '2.0'], ['312', '2.0', '1.0']].each { python, onLinux, onMac ->
        def all = "(pkgs.python${python}.withPackages (ps: [ ps.acme-app ps.demo ps.acme-hand ]))"
        def environment = said('nix-build', '--no-out-link', '--expr', expression('x86_64-linux', all))
        assert said("$environment/bin/python3".toString(), '-c', 'import acme_app as app, demo, acme_hand;' +
                'print(app.old_friend.VERSION, app.torch.BUILD, demo.base.VERSION)') == "3.0 cuda $onLinux"
        said('nix-build', '--no-out-link', '--expr',
                expression('x86_64-linux', "(import $basedir/generated/checks.nix pkgs).python${python}-all"))

        assert evaluated('aarch64-darwin', "${all}.drvPath").contains('-env.drv')
        def names = "map (d: d.pname + \"-\" + d.version) pkgs.python${python}Packages."
        assert evaluated('aarch64-darwin', names + 'torch.dependencies') == '["metal-1.0"]'
        assert evaluated('aarch64-darwin', names + 'demo.dependencies') == "[\"base-$onMac\"]"
    }
}
context.get('indexes').each { it.close() }
return true
