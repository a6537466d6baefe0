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
 * Writes an HTML report of the lock: the dependency graph with search, folding and the path to each declaration, sizes,
 * floors, licences, checks, and what changed since a revision.
 *
 * <p>The page is one file that makes no network requests. The goal reads the lock and queries no index.
 */
@Mojo(name = "report", threadSafe = true, requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
final class ReportMojo extends WheelsMojo {

    /** The file of the page; it may replace only an earlier page. */
    @Parameter(property = "wheels.reportFile", defaultValue = "${project.build.directory}/wheels/report.html")
    private File reportFile;

    /** The lock to compare with: a Git revision, a file, or a directory; by default, the page shows no changes. */
    @Parameter(property = "wheels.from")
    private @Nullable String from;

    @Override
    void run(WheelSetDeclaration set) {
        LockQuery query = new LockQuery(set, outputDirectory(), sourceRoots());
        watch(progress -> Report.run(query, Optional.ofNullable(from), reportFile.toPath(), progress));
        getLog().info("Wrote " + reportFile);
    }
}
