// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.Init;
import dev.zeus.wheels.core.InitRequest;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Creates a project in the current directory: a pom, a wheel set with a first wheel, a flake, a {@code .gitignore}, a
 * workflow for CI, and flags for the JVM of a short build.
 *
 * <p>Needs no project, asks no questions, overwrites nothing, and writes either all of its files or none.
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
final class InitMojo extends CodedMojo {

    /** The name of the project; by default, the name of the directory. */
    @Parameter(property = "wheels.initName")
    private @Nullable String name;

    /** The Java package of the wheel set; the project's group is the package above it. */
    @Parameter(property = "wheels.initPackage", defaultValue = "com.acme.python")
    private String packageName;

    /** The first wheels, as comma-separated requirements in pip's syntax. */
    @Parameter(property = "wheels.initWheels", defaultValue = InitRequest.WHEELS)
    private String wheels;

    /** The Pythons of the wheel set; without it, {@code 3.12,3.13,3.14}. */
    @Parameter(property = "wheels.initPythons")
    private @Nullable String pythons;

    /** The platforms of the wheel set; without it, {@code x86_64-linux,aarch64-darwin}. */
    @Parameter(property = "wheels.initPlatforms")
    private @Nullable String platforms;

    /** The files to leave out, such as {@code .gitignore,flake.nix}. */
    @Parameter(property = "wheels.initWithout")
    private @Nullable String without;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Override
    void perform() {
        Path directory = Path.of(session().getExecutionRootDirectory());
        Init.run(new InitRequest(
                        directory,
                        name == null ? InitRequest.artifact(directory) : name,
                        packageName,
                        wheels,
                        Optional.ofNullable(pythons),
                        Optional.ofNullable(platforms),
                        InitRequest.without(without == null ? "" : without),
                        plugin.getVersion()))
                .forEach(getLog()::info);
    }

    @Override
    Optional<Path> failureFile() {
        return Optional.empty();
    }
}
