// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.Outdated;
import dev.zeus.wheels.core.question.LockQuery;
import dev.zeus.wheels.core.setup.AnswerFormat;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows which declared packages have newer releases on their indexes, which of these are allowed, and what holds the
 * others back.
 *
 * <p>With {@code -o}, it uses the cache of earlier runs. It changes nothing.
 */
@Mojo(name = "outdated", threadSafe = true, requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
final class OutdatedMojo extends AnswerMojo {

    /** Whether to show all locked packages, not only the declared ones. */
    @Parameter(property = "wheels.all", defaultValue = "false")
    private boolean all;

    @Override
    String answer(LockQuery query, AnswerFormat written, ConsoleProgress progress) {
        return Outdated.run(query, all, indexAccess(), written, progress);
    }
}
