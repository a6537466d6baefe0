// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Mirror;
import dev.zeus.wheels.core.MirrorRequest;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes the locked files of all targets as a static index, which any file server can serve to machines without another
 * network.
 *
 * <p>Takes files from the cache, verifies them, and links them if possible. It changes no lock, and removes nothing.
 */
@Mojo(name = "mirror", threadSafe = true, requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
final class MirrorMojo extends WheelsMojo {

    /** The directory of the mirror: a new or empty one, or an earlier mirror. */
    @Parameter(property = "wheels.mirrorDirectory", defaultValue = "${project.build.directory}/wheels-mirror")
    private File mirrorDirectory;

    /**
     * The lock that the other side already has: a Git revision, a file, or a directory that contains one. Its files are
     * left out, but the pages still list them.
     */
    @Parameter(property = "wheels.mirrorSince")
    private @Nullable String mirrorSince;

    @Override
    void run(WheelSetDeclaration set) {
        MirrorRequest request = new MirrorRequest(
                set, outputDirectory(), mirrorDirectory.toPath(), Optional.ofNullable(mirrorSince), indexAccess());
        watched(progress -> Mirror.run(request, progress)).forEach(getLog()::info);
    }
}
