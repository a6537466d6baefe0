// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.event;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that stops or endangers a run, said so that the reader knows what to do.
 *
 * <p>Printed as {@code [wheels/R201] "nautilus-trader" has no wheel for …} and, on the next lines, who needs the
 * package it is about, and the hint.
 *
 * @param code stable, a letter for the area and three digits: {@code D} declaration, {@code X} index, {@code R}
 *     resolving, {@code L} lock, {@code N} rendering, {@code C} checks, {@code E} environment, {@code I} files of other
 *     tools
 * @param message what is wrong, with the offending value quoted and what was expected
 * @param hint the one thing to do next; never empty
 * @param about what it is about, as far as that is known
 */
public record Problem(String code, String message, String hint, Subject about) {

    /** One of which it is not known what it is about. */
    public Problem(String code, String message, String hint) {
        this(code, message, hint, Subject.UNKNOWN);
    }

    public Problem(ProblemKind kind, String message, String hint) {
        this(kind.code(), message, hint);
    }

    /** Whether it is of this kind. */
    public boolean is(ProblemKind kind) {
        return code.equals(kind.code());
    }

    /** Who can mend it. */
    public enum Mender {
        /** The one who declares, configures or types. */
        USER,
        /** The one who runs the machine, the network or the index. */
        ENVIRONMENT,
        /** The authors of Zeus Wheels. */
        TOOL
    }

    /** Who can mend it. */
    public Mender mender() {
        if (is(RunProblem.UNEXPECTED)) {
            return Mender.TOOL;
        }
        return code.startsWith("X") || code.startsWith("E") ? Mender.ENVIRONMENT : Mender.USER;
    }

    /** The same problem of something that is known better. */
    public Problem about(Subject subject) {
        return new Problem(code, message, hint, subject);
    }

    /** What can be done, one by one: the parts of the hint between semicolons that no quotes enclose. */
    public List<String> hints() {
        List<String> hints = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < hint.length(); i++) {
            if (hint.charAt(i) == '"') {
                quoted = !quoted;
            } else if (!quoted && hint.startsWith("; ", i)) {
                hints.add(hint.substring(from, i));
                from = i + 2;
            }
        }
        hints.add(hint.substring(from));
        return hints;
    }

    @Override
    public String toString() {
        return "[wheels/" + code + "] " + message
                + about.neededBy().map(chain -> "\n  " + chain).orElse("") + "\n  hint: " + hint;
    }
}
