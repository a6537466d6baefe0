// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.event;

import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A run that cannot go on, because of the one {@link Problem} it carries. */
public class WheelsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public WheelsException(Problem problem) {
        this(problem, null);
    }

    public WheelsException(Problem problem, @Nullable Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    public WheelsException(String code, String message, String hint) {
        this(new Problem(code, message, hint));
    }

    public WheelsException(ProblemKind kind, String message, String hint) {
        this(new Problem(kind, message, hint));
    }

    public WheelsException(ProblemKind kind, String message, String hint, Throwable cause) {
        this(new Problem(kind, message, hint), cause);
    }

    /** What a task failed with, however many futures handed it on; an error stays in the last one's wrapping. */
    public static RuntimeException of(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException known ? known : new CompletionException(cause);
    }

    /**
     * What a task failed with, as a problem of something that is known better; an exception of a kind of its own stays
     * what it is.
     */
    public static RuntimeException of(Throwable failure, Supplier<Subject> about) {
        RuntimeException plain = of(failure);
        return plain instanceof WheelsException known
                        && known.getClass() == WheelsException.class
                        && known.problem().about().packageName().isEmpty()
                ? new WheelsException(known.problem().about(about.get()), known.getCause())
                : plain;
    }

    /**
     * An unexpected failure, with what was being done; {@code E901}, {@code E902} where memory ran out, {@code E903} if
     * a name is not possible for a file.
     *
     * @param doing such as {@code wheels:generate, at "resolve numpy"}
     */
    public static WheelsException unexpected(String doing, Throwable cause) {
        return cause instanceof WheelsException known ? known : new WheelsException(problem(doing, cause), cause);
    }

    private static Problem problem(String doing, Throwable cause) {
        if (of(cause) instanceof InvalidPathException named) {
            return new Problem(
                    RunProblem.NO_PATH,
                    doing + ": \"" + named.getInput() + "\" can be no file or directory here: "
                            + named.getReason().toLowerCase(Locale.ROOT),
                    "run it with a locale of UTF-8, as in LC_ALL=C.UTF-8 mvn …, or name another file");
        }
        if (cause instanceof OutOfMemoryError) {
            return new Problem(
                    RunProblem.OUT_OF_MEMORY,
                    doing + ": the JVM ran out of memory; its limit is "
                            + (Runtime.getRuntime().maxMemory() >> 20) + " MiB",
                    "give it more, as in MAVEN_OPTS=-Xmx2g, and report it if that does not help");
        }
        return new Problem(
                RunProblem.UNEXPECTED,
                doing + " failed unexpectedly; nothing that was written before is lost",
                "run it again with -e, and report its output as a bug of Zeus Wheels (see SECURITY.md if it could harm"
                        + " somebody)");
    }

    public Problem problem() {
        return problem;
    }
}
