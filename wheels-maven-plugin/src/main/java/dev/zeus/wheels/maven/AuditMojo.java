// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Audit;
import dev.zeus.wheels.core.AuditOutcome;
import dev.zeus.wheels.core.AuditRequest;
import dev.zeus.wheels.core.Findings;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Asks the sources for known vulnerabilities of the locked versions and writes them into the lock. Fails if there are
 * any, if a project is quarantined or gone, or if nothing is known about some packages.
 *
 * <p>From then on, the compiler warns about them at the declarations, until their versions move or another audit finds
 * nothing. Nothing else in the lock changes, and no other generated file.
 */
@Mojo(name = "audit", threadSafe = true, requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES, lifecycle = "relock")
final class AuditMojo extends FindingsMojo {

    /** The advisories that do not concern this project: a comma-separated list of ids or aliases. */
    @Parameter(property = "wheels.audit.ignore")
    private @Nullable String ignore;

    /** Whether an audit passes that learnt nothing of some packages, or of all. */
    @Parameter(property = "wheels.audit.allowUnknown", defaultValue = "false")
    private boolean allowUnknown;

    /**
     * A database of advisories to use instead of the sources: the zip of the PyPI ecosystem that osv.dev exports. With
     * it, an audit works offline.
     */
    @Parameter(property = "wheels.audit.database")
    private @Nullable File database;

    private Optional<Problem> problem = Optional.empty();

    @Override
    Findings find(WheelSetDeclaration set) {
        AuditRequest request = new AuditRequest(
                set,
                outputDirectory(),
                resultFile(),
                AuditRequest.ids(ignore == null ? "" : ignore),
                allowUnknown,
                Optional.ofNullable(database).map(File::toPath),
                sourceRoots(),
                indexAccess());
        AuditOutcome outcome = watched(progress -> Audit.run(request, progress));
        problem = outcome.problem();
        return new Findings(outcome.lines(), problem.isEmpty() ? List.of() : outcome.findings(), List.of());
    }

    @Override
    void end(Findings found) {
        problem.ifPresent(known -> {
            throw new WheelsException(known);
        });
    }
}
