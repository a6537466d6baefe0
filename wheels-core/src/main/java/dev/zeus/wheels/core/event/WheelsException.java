package dev.zeus.wheels.core.event;

import java.util.concurrent.CompletionException;
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

    /** What a task failed with: our own exception where it was one, else what the task's future makes of it. */
    public static RuntimeException of(CompletionException failure) {
        return failure.getCause() instanceof WheelsException cause ? cause : failure;
    }

    public Problem problem() {
        return problem;
    }
}
