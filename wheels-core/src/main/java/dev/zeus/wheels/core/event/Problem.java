package dev.zeus.wheels.core.event;

/**
 * Something that stops or endangers a run, said so that the reader knows what to do.
 *
 * <p>Printed as {@code [wheels/R201] "nautilus-trader" has no wheel for …} and, on the next line, the hint.
 *
 * @param code stable, a letter for the area and three digits: {@code D} declaration, {@code X} index, {@code R}
 *     resolving, {@code L} lock, {@code N} rendering, {@code C} checks, {@code E} environment, {@code I} files of other
 *     tools
 * @param message what is wrong, with the offending value quoted and what was expected
 * @param hint the one thing to do next; never empty
 */
public record Problem(String code, String message, String hint) {
    public Problem(ProblemKind kind, String message, String hint) {
        this(kind.code(), message, hint);
    }

    /** Whether it is of this kind. */
    public boolean is(ProblemKind kind) {
        return code.equals(kind.code());
    }

    @Override
    public String toString() {
        return "[wheels/" + code + "] " + message + "\n  hint: " + hint;
    }
}
