// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.PackageName;
import java.util.Map;

/**
 * What the solver begins with beside the declarations.
 *
 * @param preferred the versions of an answer that there is, which are tried first
 * @param held what some packages must be in, absence included where they may go, in the order of their decisions
 * @param mostConflicts after how many conflicts it is given up
 */
record Attempt(Map<PackageKey, Integer> preferred, Map<PackageName, VersionSet> held, int mostConflicts) {
    /** Nothing: the first answer. */
    static final Attempt FIRST = new Attempt(Map.of(), Map.of(), Integer.MAX_VALUE);

    /**
     * Whether metadata is asked for before it is needed; one that is given up soon would ask for most of it in vain.
     */
    boolean asksAhead() {
        return mostConflicts == Integer.MAX_VALUE;
    }
}
