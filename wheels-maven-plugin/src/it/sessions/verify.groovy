import dev.zeus.wheels.maven.session.PseudoTerminal
import dev.zeus.wheels.maven.session.Sessions

// docs/sessions.md is what the goals say; -Dgoldens.update records it anew.
def maven = new File(System.getProperty('maven.home'), 'bin/mvn')
def settings = new File(basedir.parentFile, 'interpolated-settings.xml')
Sessions.hold(basedir.toPath(), "$maven -s $settings -Dmaven.repo.local=$localRepositoryPath".toString(),
        new File(basedir, '../../../../docs/sessions.md').toPath().normalize())
new File(basedir, 'skipped.txt').delete()
if (!PseudoTerminal.isThere()) {
    // .ci/skipped counts it.
    new File(basedir, 'skipped.txt').text = 'needs script of util-linux\n'
}
return true
