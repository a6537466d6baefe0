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
 * Explains why a package is locked: what needs it, up to the declaration, what bounds its version, why it is not newer,
 * and which of its files each target installs.
 *
 * <p>It reads the lock and the cache and queries no index; the answer says what the cache lacks.
 */
@Mojo(name = "why", threadSafe = true, requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
final class WhyMojo extends AnswerMojo {

    /** The package to explain. */
    @Parameter(property = "wheels.package")
    private @Nullable String name;

    @Override
    String answer(LockQuery query, AnswerFormat written, ConsoleProgress progress) {
        return Why.run(query, Optional.ofNullable(name), indexAccess(), written, progress);
    }
}
