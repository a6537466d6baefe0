// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.RunPlace;
import dev.zeus.wheels.core.classes.MissingRegistry;
import dev.zeus.wheels.core.classes.WholeRegistry;
import dev.zeus.wheels.core.output.OutputPlace;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.SourceRoots;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What all goals share: the module, its registry, and how an outcome is told to Maven. */
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
abstract class WheelsMojo extends CodedMojo {

    /** Skips the goal. */
    @Parameter(property = "wheels.skip", defaultValue = "false")
    private boolean skip;

    /** The directory of the generated files. It is replaced as a whole; files of your own in it are kept. */
    @Parameter(property = "wheels.outputDirectory", defaultValue = "${project.basedir}/generated")
    private File outputDirectory;

    /** The JSON file that records what the run changed and what failed. */
    @Parameter(property = "wheels.resultFile", defaultValue = "${project.build.directory}/wheels/result.json")
    private File resultFile;

    /**
     * The snapshot of the versions in nixpkgs, which {@code wheels:snapshot} writes and {@code wheels:generate} reads.
     */
    @Parameter(property = "wheels.snapshotFile", defaultValue = "${project.basedir}/nixpkgs-snapshot.json")
    private File snapshotFile;

    /** The cache of index pages, metadata and wheels; shared by all builds of a user. */
    @Parameter(property = "wheels.cacheDirectory")
    private @Nullable File cacheDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Inject
    private SettingsDecrypter decrypter;

    @Override
    void perform() throws MojoFailureException {
        if (isSkipped()) {
            return;
        }
        Optional<WheelSetDeclaration> set = RegistryLoader.load(classPath());
        if (set.isPresent()) {
            getLog().debug("wheels-maven-plugin " + plugin.getVersion());
            WholeRegistry.check(set.get(), classes(), sourceRoots().roots());
            run(set.get());
        } else {
            withoutRegistry();
        }
    }

    /** Whether there is nothing to do here, as in the parent of modules. */
    final boolean isSkipped() {
        if (skip) {
            skipped();
            getLog().info("wheels: skipped (wheels.skip)");
        }
        return skip || project.getPackaging().equals("pom");
    }

    final MavenProject project() {
        return project;
    }

    final PluginDescriptor plugin() {
        return plugin;
    }

    @Override
    final Optional<Path> failureFile() {
        return Optional.of(resultFile());
    }

    /** The class path of the module, which each goal has Maven resolve. */
    final List<String> classPath() {
        try {
            return project.getRuntimeClasspathElements();
        } catch (DependencyResolutionRequiredException e) {
            throw new IllegalStateException("the class path of " + project.getId() + " is not resolved", e);
        }
    }

    /** Does the goal's work for the wheel set of this module. */
    abstract void run(WheelSetDeclaration set) throws MojoFailureException;

    private void withoutRegistry() {
        if (session().getProjects().size() > 1) {
            MissingRegistry.ofDeclared(classes()).ifPresent(problem -> {
                throw problem;
            });
            skipped();
            getLog().info("wheels: no wheel set in " + project.getArtifactId());
            return;
        }
        throw MissingRegistry.of(classes(), Path.of(project.getBuild().getTestOutputDirectory()));
    }

    private Path classes() {
        return Path.of(project.getBuild().getOutputDirectory());
    }

    final IndexAccess indexAccess() {
        return MavenSettings.indexAccess(
                session(), decrypter, cacheDirectory == null ? Optional.empty() : Optional.of(cacheDirectory.toPath()));
    }

    /** What the project declares must be in it; a directory on the command line is the user's own choice. */
    final Path outputDirectory() {
        Path module = project.getBasedir().toPath();
        List<Path> projects = new ArrayList<>();
        projects.add(session().getRequest().getMultiModuleProjectDirectory().toPath());
        for (MavenProject each = project; each != null && each.getBasedir() != null; each = each.getParent()) {
            projects.add(each.getBasedir().toPath());
        }
        boolean typed = session().getUserProperties().containsKey("wheels.outputDirectory");
        Path output = outputDirectory.toPath();
        return OutputPlace.within(output, module, typed ? List.of(output) : projects);
    }

    /** Where errors look for the declaration they are about; shown as from where the user typed the goal. */
    final SourceRoots sourceRoots() {
        List<Path> roots = new ArrayList<>();
        for (String root : project.getCompileSourceRoots()) {
            roots.add(Path.of(root));
        }
        return new SourceRoots(
                session().getRequest().getMultiModuleProjectDirectory().toPath(), roots);
    }

    /** Where a run takes place that may have a JVM of its own: a JVM that is warm does as well. */
    final RunPlace runPlace(boolean fork, @Nullable Boolean daemon) {
        return RunPlace.of(
                fork && !WarmJvm.is(session()),
                Optional.ofNullable(daemon).orElseGet(() -> Terminal.isAttended(session())));
    }

    final Path snapshotFile() {
        return snapshotFile.toPath();
    }

    final Path resultFile() {
        return resultFile.toPath();
    }

    /** The nearest directory above the generated one that holds a flake, within this build. */
    final Optional<Path> flake() {
        Path top = session()
                .getRequest()
                .getMultiModuleProjectDirectory()
                .toPath()
                .toAbsolutePath()
                .normalize();
        Path path = outputDirectory().toAbsolutePath().normalize().getParent();
        while (path != null && path.startsWith(top)) {
            if (Files.exists(path.resolve("flake.nix"))) {
                return Optional.of(path);
            }
            path = path.getParent();
        }
        return Optional.empty();
    }
}
