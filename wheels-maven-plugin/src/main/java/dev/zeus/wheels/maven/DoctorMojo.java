// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Doctor;
import dev.zeus.wheels.core.answer.DoctorPage;
import dev.zeus.wheels.core.classes.MissingRegistry;
import dev.zeus.wheels.core.classes.WholeRegistry;
import dev.zeus.wheels.core.doctor.DoctorRequest;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.AnswerFormat;
import dev.zeus.wheels.core.text.Printable;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Examines everything that the other goals depend on, says what is wrong and how to fix it, and shows every option with
 * its value and origin.
 *
 * <p>Needs no project, compiles nothing and changes nothing. It fails if something prevents a goal from working.
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
final class DoctorMojo extends CodedMojo {
    private static final String MAVEN_FLOOR = "3.8.7";

    /** {@code text} or {@code json}. */
    @Parameter(property = "wheels.format", defaultValue = "text")
    private String format;

    /** The directory of the generated files; without it, {@code generated} beside the pom. */
    @Parameter(property = "wheels.outputDirectory")
    private @Nullable File outputDirectory;

    /** The versions in nixpkgs; without it, {@code nixpkgs-snapshot.json} beside the pom. */
    @Parameter(property = "wheels.snapshotFile")
    private @Nullable File snapshotFile;

    /** The cache of index pages, metadata and wheels; shared by all builds of a user. */
    @Parameter(property = "wheels.cacheDirectory")
    private @Nullable File cacheDirectory;

    /** Where host Pythons are, besides the {@code PATH}; separated as the {@code PATH} is. */
    @Parameter(property = "wheels.pythons")
    private @Nullable String pythons;

    @Parameter(defaultValue = "${project}", readonly = true)
    private @Nullable MavenProject project;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Inject
    private SettingsDecrypter decrypter;

    private Optional<WheelSetDeclaration> set = Optional.empty();
    private Optional<Problem> problem = Optional.empty();

    @Override
    boolean isAnswer() {
        return true;
    }

    @Override
    void perform() {
        AnswerFormat written = AnswerFormat.parse(format);
        Optional<MavenProject> present = Optional.ofNullable(project).filter(each -> each.getFile() != null);
        present.ifPresent(this::load);
        Path base = present.map(each -> each.getBasedir().toPath())
                .orElseGet(() -> Path.of(session().getExecutionRootDirectory()));
        DoctorPage page = Doctor.run(new DoctorRequest(
                set,
                problem,
                new DoctorRequest.Examined(
                        present.map(each -> base),
                        Optional.ofNullable(outputDirectory)
                                .map(File::toPath)
                                .orElseGet(() -> base.resolve("generated")),
                        Optional.ofNullable(snapshotFile)
                                .map(File::toPath)
                                .orElseGet(() -> base.resolve("nixpkgs-snapshot.json")),
                        present.map(OptionOrigins::isWired)),
                () -> MavenSettings.indexAccess(
                        session(),
                        decrypter,
                        Optional.ofNullable(cacheDirectory).map(File::toPath)),
                session().getSettings().getServers().stream().map(Server::getId).collect(Collectors.toSet()),
                session().getSettings().getProxies().stream()
                        .filter(each -> each.isActive())
                        .map(each -> "\"" + each.getId() + "\" (" + each.getHost() + ":" + each.getPort() + ")")
                        .toList(),
                new DoctorRequest.Front("Maven", maven(), MAVEN_FLOOR),
                pythons == null ? "" : pythons,
                System.getenv(),
                new OptionOrigins(session(), present).of(plugin)));
        StandardOutput.print(written == AnswerFormat.JSON ? page.json() : Printable.page(page.text()));
        Doctor.problem(page).ifPresent(found -> {
            throw new WheelsException(found);
        });
    }

    private String maven() {
        return String.valueOf(session().getSystemProperties().getProperty("maven.version"));
    }

    /**
     * The registry of the module as the last build left it; why there is none, or why it cannot be read, is an answer.
     */
    private void load(MavenProject module) {
        Path classes = Path.of(module.getBuild().getOutputDirectory());
        try {
            set = RegistryLoader.load(List.of(classes.toString()));
            if (set.isPresent()) {
                WholeRegistry.check(
                        set.get(),
                        classes,
                        module.getCompileSourceRoots().stream().map(Path::of).toList());
            } else {
                problem = Optional.of(
                        MissingRegistry.of(classes, Path.of(module.getBuild().getTestOutputDirectory()))
                                .problem());
            }
        } catch (WheelsException e) {
            set = Optional.empty();
            problem = Optional.of(e.problem());
        }
    }

    @Override
    Optional<Path> failureFile() {
        return Optional.ofNullable(project)
                .filter(each -> each.getFile() != null)
                .map(each -> Path.of(each.getBuild().getDirectory(), "wheels", "result.json"));
    }
}
