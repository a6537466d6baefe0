package dev.zeus.wheels.python;

/** A marker that has no value in an environment. */
public final class UndefinedMarkerException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Why it has none. */
    public enum Reason {
        /** The operator is not defined for texts that are no versions. */
        COMPARISON,
        /** The environment does not know the variable. */
        NAME
    }

    private final Reason reason;

    UndefinedMarkerException(Reason reason, String what) {
        super((reason == Reason.NAME ? "no value for the marker variable " : "undefined comparison: ") + what);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
