// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.Diff;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Compares two locks; by default, the lock of the last commit and the present one.
 *
 * <p>It compiles nothing and queries no index. Revisions are read from Git.
 */
@Mojo(name = "diff", threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
final class DiffMojo extends CodedMojo {

    /** The old side: a Git revision, a lock file, or a directory that contains one. */
    @Parameter(property = "wheels.from", defaultValue = "HEAD")
    private String from;

    /** The new side, in the same form as {@code from}; by default, the present lock. */
    @Parameter(property = "wheels.to")
    private @Nullable String to;

    /** {@code text}, {@code json} or {@code markdown}. */
    @Parameter(property = "wheels.format", defaultValue = "text")
    private String format;

    /** The directory of the generated files. */
    @Parameter(property = "wheels.outputDirectory", defaultValue = "${project.basedir}/generated")
    private File outputDirectory;

    /** Skips the goal. */
    @Parameter(property = "wheels.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    void perform() {
        Diff.Format written = Diff.Format.parse(format);
        if (skip) {
            getLog().info("wheels: skipped (wheels.skip)");
        } else if (!project.getPackaging().equals("pom")) {
            StandardOutput.print(Diff.run(outputDirectory.toPath(), from, Optional.ofNullable(to), written));
        }
    }

    @Override
    Optional<Path> failureFile() {
        return Optional.empty();
    }
}
