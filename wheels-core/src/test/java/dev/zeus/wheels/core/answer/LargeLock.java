// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A lock of many packages that need one another as those of real sets do: many need a few, and some need many. */
public final class LargeLock {
    private LargeLock() {}

    /** A graph of so many packages, every twentieth of which is declared. */
    public static LockGraph graph(int packages) {
        return of(packages).graph();
    }

    static AskedLock of(int packages) {
        Random random = new Random(packages);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < packages; i++) {
            text.append(i % 20 == 0 ? "*" : "")
                    .append("package-")
                    .append(i)
                    .append(" 1.")
                    .append(i % 7);
            String between = ": ";
            Set<Integer> needed = new TreeSet<>(List.of(2 * i + 1, 2 * i + 2));
            for (int k = 0; k < i % 3; k++) {
                needed.add(i + 1 + random.nextInt(packages));
            }
            for (int need : needed) {
                if (need < packages) {
                    text.append(between).append("package-").append(need);
                    between = ", ";
                }
            }
            text.append('\n');
        }
        return AskedLock.of(text.toString());
    }
}
