// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.Tree;
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
 * Shows which locked packages need which, from what is declared down, or from one package up to what is declared.
 *
 * <p>It reads the lock and asks no index. What is so on some targets only says on which.
 */
@Mojo(name = "tree", threadSafe = true, requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
final class TreeMojo extends AnswerMojo {

    /** The package to begin with; all that is declared without it. */
    @Parameter(property = "wheels.package")
    private @Nullable String name;

    /** Whether below a package stands what needs it, instead of what it needs. */
    @Parameter(property = "wheels.invert", defaultValue = "false")
    private boolean invert;

    /** How many levels below the first are shown; all without it. */
    @Parameter(property = "wheels.depth")
    private @Nullable String depth;

    @Override
    String answer(LockQuery query, AnswerFormat written, ConsoleProgress progress) {
        return Tree.run(query, Optional.ofNullable(name), invert, Optional.ofNullable(depth), written, progress);
    }
}
