package dev.zeus.wheels.core.event;

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

    public Problem problem() {
        return problem;
    }
}
