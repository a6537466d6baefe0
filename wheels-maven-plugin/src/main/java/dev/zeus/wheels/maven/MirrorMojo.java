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
 * Writes the locked files of all targets as an index of files, which any file server can serve where there is no other
 * network.
 *
 * <p>Files are taken from the cache and checked; it links them where it can. It changes no lock, and removes nothing.
 */
@Mojo(name = "mirror", threadSafe = true, requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
final class MirrorMojo extends WheelsMojo {

    /** The directory of the mirror: a new or empty one, or one that a former run wrote. */
    @Parameter(property = "wheels.mirrorDirectory", defaultValue = "${project.build.directory}/wheels-mirror")
    private File mirrorDirectory;

    /**
     * The lock that the other side has already, whose files are left out: a revision of git, a file, or a directory
     * that holds one. The pages list them all the same.
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
