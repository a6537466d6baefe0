// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.ProblemKind;
import dev.zeus.wheels.core.event.WheelsException;

/** A wheel that is not a wheel: its archive, a hash or its metadata is wrong; another version may be sound. */
public class BrokenWheelException extends WheelsException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public BrokenWheelException(Problem problem) {
        super(problem);
        this.reason = problem.message();
    }

    public BrokenWheelException(ProblemKind kind, String message, String hint) {
        this(kind, message, hint, message);
    }

    /** One that says why in words that are the same for every file with the same fault. */
    public BrokenWheelException(ProblemKind kind, String message, String hint, String reason) {
        super(kind, message, hint);
        this.reason = reason;
    }

    /** What is wrong, as far as that does not depend on the file's name. */
    public String reason() {
        return reason;
    }
}
