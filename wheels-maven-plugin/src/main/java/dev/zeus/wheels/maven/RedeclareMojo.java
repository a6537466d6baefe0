// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.GenerateRequest;
import dev.zeus.wheels.core.Redeclaration;
import dev.zeus.wheels.core.RunPlace;
import dev.zeus.wheels.core.classes.MissingRegistry;
import dev.zeus.wheels.core.classes.WholeRegistry;
import dev.zeus.wheels.core.declaring.DeclaringProblem;
import dev.zeus.wheels.core.declaring.ModuleSources;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.StagedSources;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * A goal that changes the sources: it compiles a changed copy of them, generates from that, and only then lets sources
 * and generated files take effect, as one change.
 */
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
abstract class RedeclareMojo extends WheelsMojo {

    /** How characters are written in the sources. */
    @Parameter(property = "encoding", defaultValue = "${project.build.sourceEncoding}")
    private String encoding;

    /** Prints what would change, without writing anything. */
    @Parameter(property = "wheels.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Whether what is to be resolved may be resolved in a JVM of its own, as {@code wheels:generate} does it. */
    @Parameter(property = "wheels.fork", defaultValue = "true")
    private boolean fork;

    /** Whether that JVM stays for the next run, as {@code wheels:generate} does it. */
    @Parameter(property = "wheels.daemon")
    private @Nullable Boolean daemon;

    @Inject
    private StagedCompilation compilation;

    /** The change that the user asks for. */
    abstract Redeclaration change(ModuleSources sources);

    @Override
    final void perform() throws MojoFailureException {
        if (isSkipped()) {
            return;
        }
        Optional<ModuleSources> found = sources(project());
        if (found.isEmpty()) {
            if (session().getProjects().size() == 1) {
                throw new WheelsException(
                        PluginProblem.NO_SET,
                        "no package-info.java below " + project().getCompileSourceRoots() + " has a @WheelSet",
                        "declare one, or begin a project with: mvn " + plugin().getId() + ":init");
            }
            getLog().info("wheels: no wheel set in " + project().getArtifactId());
            return;
        }
        requireOnly();
        requireWhole();
        Redeclaration redeclaration = change(found.get());
        Path stage = Path.of(project().getBuild().getDirectory(), "wheels", "stage");
        try (StagedSources staged =
                StagedSources.of(stage, sourceRoots().project(), sourceRoots().roots(), redeclaration.change())) {
            generate(staged, redeclaration);
        }
    }

    private void generate(StagedSources staged, Redeclaration redeclaration) {
        List<String> usual = classPath();
        Path classes = compilation.compile(
                session(),
                project(),
                staged,
                plugin().getArtifactId(),
                sourceRoots().project());
        List<String> classPath = new ArrayList<>(usual);
        classPath.set(0, classes.toString());
        WheelSetDeclaration set = RegistryLoader.load(classPath)
                .orElseThrow(() -> MissingRegistry.of(classes, classes.resolveSibling("test-classes")));
        WholeRegistry.check(set, classes, staged.sourceRoots().roots());
        GenerateRequest request = new GenerateRequest(
                set,
                outputDirectory(),
                resultFile(),
                LockUpdate.of(null, null, false),
                Optional.empty(),
                dryRun,
                staged.sourceRoots(),
                indexAccess(),
                Optional.of(snapshotFile()));
        RunPlace place = runPlace(fork, daemon);
        watched(progress -> redeclaration.generate(request, sourceRoots().project(), place, progress))
                .forEach(getLog()::info);
    }

    /** With several wheel sets in a build, it is not clear which one is meant. */
    private void requireOnly() {
        List<String> modules = session().getProjects().stream()
                .filter(module -> !module.getPackaging().equals("pom"))
                .filter(module -> sources(module).isPresent())
                .map(MavenProject::getArtifactId)
                .toList();
        if (modules.size() > 1) {
            throw new WheelsException(
                    PluginProblem.SEVERAL_SETS,
                    "the modules " + String.join(", ", modules) + " have a wheel set each",
                    "name the one that is meant, as in: mvn -pl :" + modules.get(0) + " …");
        }
    }

    /** Ends what a killed run began, before the sources are read. */
    private void requireWhole() {
        watch(progress -> Redeclaration.recover(outputDirectory(), progress));
    }

    private Optional<ModuleSources> sources(MavenProject module) {
        return ModuleSources.read(
                paths(module.getCompileSourceRoots()), paths(module.getTestCompileSourceRoots()), charset());
    }

    private static List<Path> paths(List<String> roots) {
        return roots.stream().map(Path::of).toList();
    }

    private Charset charset() {
        try {
            return encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new WheelsException(
                    DeclaringProblem.UNREADABLE,
                    "project.build.sourceEncoding is \"" + encoding + "\", which this Java does not know",
                    "name the encoding of the sources there, such as UTF-8");
        }
    }

    @Override
    final void run(WheelSetDeclaration set) {
        throw new IllegalStateException("the changed declarations are generated from");
    }
}
