// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Report;
import dev.zeus.wheels.core.question.LockQuery;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is locked as one page for browsers: which package needs which as a picture with search, fold and the way
 * to the declaration, sizes, floors, licences, checks, and what changed since a revision.
 *
 * <p>It is one file that asks no network. It reads the lock, and asks no index.
 */
@Mojo(name = "report", threadSafe = true, requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
final class ReportMojo extends WheelsMojo {

    /** The page; nothing but a former page is replaced. */
    @Parameter(property = "wheels.reportFile", defaultValue = "${project.build.directory}/wheels/report.html")
    private File reportFile;

    /** The lock that changes are shown from: a revision of git, a file, or a directory; none are without it. */
    @Parameter(property = "wheels.from")
    private @Nullable String from;

    @Override
    void run(WheelSetDeclaration set) {
        LockQuery query = new LockQuery(set, outputDirectory(), sourceRoots());
        watch(progress -> Report.run(query, Optional.ofNullable(from), reportFile.toPath(), progress));
        getLog().info("Wrote " + reportFile);
    }
}
