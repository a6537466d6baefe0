// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.Why;
import dev.zeus.wheels.core.question.LockQuery;
import dev.zeus.wheels.core.setup.AnswerFormat;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Says why a package is locked: who needs it up to the declaration, who bounds it, why it is not newer, and which file
 * of it each target installs.
 *
 * <p>It reads the lock and the cache and asks no index; what the cache does not have, it says.
 */
@Mojo(name = "why", threadSafe = true, requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
final class WhyMojo extends AnswerMojo {

    /** The package that is asked about. */
    @Parameter(property = "wheels.package")
    private @Nullable String name;

    @Override
    String answer(LockQuery query, AnswerFormat written, ConsoleProgress progress) {
        return Why.run(query, Optional.ofNullable(name), indexAccess(), written, progress);
    }
}
