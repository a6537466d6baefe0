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
 * Shows which locked packages need which, from the declared packages down, or from one package up to its declarations.
 *
 * <p>It reads the lock and queries no index. An edge that exists only on some targets names them.
 */
@Mojo(name = "tree", threadSafe = true, requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
final class TreeMojo extends AnswerMojo {

    /** The package to start from; by default, all declared packages. */
    @Parameter(property = "wheels.package")
    private @Nullable String name;

    /** Whether to show below a package the packages that need it, instead of those that it needs. */
    @Parameter(property = "wheels.invert", defaultValue = "false")
    private boolean invert;

    /** How many levels to show below the first; by default, all. */
    @Parameter(property = "wheels.depth")
    private @Nullable String depth;

    @Override
    String answer(LockQuery query, AnswerFormat written, ConsoleProgress progress) {
        return Tree.run(query, Optional.ofNullable(name), invert, Optional.ofNullable(depth), written, progress);
    }
}
