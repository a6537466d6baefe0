// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import java.util.Optional;

/**
 * An incompatibility, and the terms for which nothing followed from it when it was last looked at: one that was false,
 * or two that were undecided.
 *
 * <p>Most are looked at again and again in vain, as after each conflict all are, and those that conflicts teach have
 * dozens of terms. As long as these one or two are as they were, the others need not be looked at.
 */
final class Watched {
    /** No term is open, and all are true. */
    static final int CONFLICT = -1;

    /** Nothing follows. */
    static final int IDLE = -2;

    private static final int NONE = -1;

    private enum State {
        TRUE,
        FALSE,
        OPEN
    }

    private final Incompatibility incompatibility;
    private final PackageKey[] keys;
    private final VersionSet[] terms;
    private int first = NONE;
    private int second = NONE;

    Watched(Incompatibility incompatibility) {
        this.incompatibility = incompatibility;
        this.keys = incompatibility.terms().keySet().toArray(PackageKey[]::new);
        this.terms = incompatibility.terms().values().toArray(VersionSet[]::new);
    }

    Incompatibility incompatibility() {
        return incompatibility;
    }

    PackageKey key(int term) {
        return keys[term];
    }

    VersionSet set(int term) {
        return terms[term];
    }

    /** The one open term where all others are true, or {@link #CONFLICT}, or {@link #IDLE}. */
    int look(PartialSolution solution) {
        if (isStillIdle(solution)) {
            return IDLE;
        }
        int open = NONE;
        for (int term = 0; term < keys.length; term++) {
            State state = state(term, solution);
            if (state == State.FALSE) {
                return idle(term, NONE);
            }
            if (state == State.OPEN) {
                if (open != NONE) {
                    return idle(open, term);
                }
                open = term;
            }
        }
        return open == NONE ? CONFLICT : open;
    }

    private int idle(int one, int other) {
        first = one;
        second = other;
        return IDLE;
    }

    private boolean isStillIdle(PartialSolution solution) {
        if (first == NONE) {
            return false;
        }
        State one = state(first, solution);
        if (one == State.FALSE || second == NONE) {
            return one == State.FALSE;
        }
        State other = state(second, solution);
        return other == State.FALSE || (one == State.OPEN && other == State.OPEN);
    }

    private State state(int term, PartialSolution solution) {
        Optional<VersionSet> known = solution.known(keys[term]);
        if (known.isEmpty()) {
            return State.OPEN;
        }
        if (!known.get().meets(terms[term])) {
            return State.FALSE;
        }
        return known.get().within(terms[term]) ? State.TRUE : State.OPEN;
    }
}
