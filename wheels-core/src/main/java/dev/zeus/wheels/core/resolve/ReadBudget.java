// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.PackageName;
import java.util.HashSet;
import java.util.Set;

/** How many files' metadata the decisions have asked for, from wherever it came, and how many they may. */
final class ReadBudget {
    private final Set<PackageName> names = new HashSet<>();
    private int reads;
    private int most = Integer.MAX_VALUE;
    private int again;
    private int mostAgain = Integer.MAX_VALUE;

    int reads() {
        return reads;
    }

    /**
     * Counts a file of a package.
     *
     * @throws EnoughReadException where it is more than is allowed
     */
    void take(PackageName name) {
        boolean isAgain = !names.add(name);
        if (reads == most || (isAgain && again == mostAgain)) {
            throw new EnoughReadException();
        }
        reads++;
        again += isAgain ? 1 : 0;
    }

    /** Allows so many more from now on, and of them so many of packages of which some was read before. */
    void allow(int more, int moreAgain) {
        most = reads + more;
        mostAgain = again + moreAgain;
    }

    /** Allows any more. */
    void allowAll() {
        most = Integer.MAX_VALUE;
        mostAgain = Integer.MAX_VALUE;
    }
}
