// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.ForkedGenerate;
import dev.zeus.wheels.core.GenerateRequest;
import dev.zeus.wheels.core.setup.LockUpdate;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Does the same as {@code generate} for classes that are already compiled, for use in a phase binding. */
@Mojo(
        name = "generate-no-fork",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        threadSafe = true,
        requiresDependencyResolution = ResolutionScope.RUNTIME)
class GenerateNoForkMojo extends WheelsMojo {

    /** Lets locked packages move: all of them ({@code true}), or a comma-separated list. */
    @Parameter(property = "wheels.upgrade")
    private @Nullable String upgrade;

    /** Re-resolves the packages of this source; every other entry of the lock stays as it is. */
    @Parameter(property = "wheels.source")
    private @Nullable String source;

    /** Fails if the lock would change. */
    @Parameter(property = "wheels.locked", defaultValue = "false")
    private boolean locked;

    /**
     * The minimum age of files in this run, instead of {@code excludeNewer} of the wheel set: {@code 7 days}, a date,
     * or a timestamp.
     */
    @Parameter(property = "wheels.excludeNewer")
    private @Nullable String excludeNewer;

    /** Prints what would change, without writing anything. */
    @Parameter(property = "wheels.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * Whether what is to be done may be done in a JVM of its own, which halves the time of a first build; in a JVM that
     * was there before this build, as a daemon's or an editor's, it never is.
     */
    @Parameter(property = "wheels.fork", defaultValue = "true")
    private boolean fork;

    /**
     * Whether that JVM stays for the next run, and ends after ten minutes without one. If it is not given, it stays
     * where a build is started at a terminal, and not with {@code -B} or where the environment variable {@code CI} is
     * set.
     */
    @Parameter(property = "wheels.daemon")
    private @Nullable Boolean daemon;

    @Override
    void run(WheelSetDeclaration set) {
        LockUpdate update = LockUpdate.of(upgrade, source, locked);
        GenerateRequest request = new GenerateRequest(
                set,
                outputDirectory(),
                resultFile(),
                update,
                Optional.ofNullable(excludeNewer),
                dryRun,
                sourceRoots(),
                indexAccess(),
                Optional.of(snapshotFile()));
        List<String> lines = watched(progress -> ForkedGenerate.run(request, () -> runPlace(fork, daemon), progress));
        for (String line : lines) {
            getLog().info(line);
        }
    }
}
