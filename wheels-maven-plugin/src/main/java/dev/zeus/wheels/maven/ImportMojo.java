// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.Import;
import dev.zeus.wheels.core.ImportRequest;
import dev.zeus.wheels.core.InitRequest;
import dev.zeus.wheels.core.NewProject;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Creates the declarations of a wheel set from a file of another tool: a requirements.txt or .in, a pyproject.toml, a
 * Pipfile, a flake of wheels kept by hand, or the lock of uv, Poetry, PDM, Pipenv or the standard (pylock.toml).
 *
 * <p>Needs no project: without one, it creates one, as {@code init} does. It overwrites nothing, uses no network, and
 * lists what it does not carry over.
 */
@Mojo(name = "import", requiresProject = false, aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
final class ImportMojo extends CodedMojo {
    /** A project that another tool builds is there, too. */
    private static final List<String> OTHER_BUILDS =
            List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

    /** The file. */
    @Parameter(property = "wheels.import")
    private @Nullable File file;

    /** The Java package of the declarations; by default, the project's group followed by {@code .python}. */
    @Parameter(property = "wheels.importPackage")
    private @Nullable String packageName;

    /**
     * The Pythons of the wheel set, such as {@code 3.12,3.13,3.14}; without it, of these those that the file is for.
     */
    @Parameter(property = "wheels.importPythons")
    private @Nullable String pythons;

    /** The platforms of the wheel set; without it, {@code x86_64-linux,aarch64-darwin}. */
    @Parameter(property = "wheels.importPlatforms")
    private @Nullable String platforms;

    /** The extras and dependency groups to include, separated by commas. */
    @Parameter(property = "wheels.importWith", defaultValue = "")
    private @Nullable String with;

    /** The files of a new project to leave out, such as {@code .gitignore,flake.nix}. */
    @Parameter(property = "wheels.importWithout")
    private @Nullable String without;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Parameter(defaultValue = "${project}", readonly = true)
    private @Nullable MavenProject project;

    @Override
    void perform() {
        if (file == null) {
            throw new WheelsException(
                    PluginProblem.NOTHING_NAMED,
                    "wheels.import names no file",
                    "give -Dwheels.import=requirements.txt");
        }
        Path base = Path.of(session().getExecutionRootDirectory());
        Optional<MavenProject> present = Optional.ofNullable(project).filter(each -> each.getFile() != null);
        Path module = present.map(each -> each.getBasedir().toPath()).orElse(base);
        String group = present.map(MavenProject::getGroupId).orElse("com.acme") + ".python";
        Path sources = present.map(MavenProject::getCompileSourceRoots).orElse(List.of()).stream()
                .findFirst()
                .map(Path::of)
                .orElseGet(() -> module.resolve("src/main/java"));
        ImportRequest request = new ImportRequest(
                base.resolve(file.toPath()),
                sources,
                packageName == null ? group : packageName,
                module.resolve("generated"),
                Optional.ofNullable(pythons),
                Optional.ofNullable(platforms),
                ImportRequest.names(with == null ? "" : with));
        NewProject around =
                new NewProject(base, InitRequest.without(without == null ? "" : without), plugin.getVersion());
        boolean begins = present.isEmpty() && OTHER_BUILDS.stream().noneMatch(name -> Files.exists(base.resolve(name)));
        (begins ? Import.run(request, around) : Import.run(request)).lines().forEach(getLog()::info);
    }

    @Override
    Optional<Path> failureFile() {
        return Optional.empty();
    }
}
