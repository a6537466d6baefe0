// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

/**
 * A marker that is well formed but has no answer in an environment.
 *
 * <pre>{@code
 * EnvironmentMarker.parse("os_name ~= 'posix'").evaluate(environment); // throws: text has no ~=
 * }</pre>
 *
 * <p>Standard: environment markers, <a href="https://peps.python.org/pep-0508/">PEP 508</a>.
 */
public final class MarkerEvaluationException extends RuntimeException {
    /** Why there is no answer. */
    public enum Reason {
        /** The operator does not compare such values. */
        UNDEFINED_COMPARISON,
        /** The environment has no such variable. */
        UNDEFINED_VARIABLE
    }

    /** Why there is no answer. */
    private final Reason reason;

    MarkerEvaluationException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** {@return why there is no answer} */
    public Reason reason() {
        return reason;
    }
}
