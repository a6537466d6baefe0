// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How two sets of files differ, by relative path.
 *
 * @param added only in the new set
 * @param changed in both, with different text
 * @param removed only in the old set
 */
public record FileChanges(SortedSet<String> added, SortedSet<String> changed, SortedSet<String> removed) {

    /** The changes that lead from {@code before} to {@code after}. */
    public static FileChanges between(Map<String, String> before, SortedMap<String, String> after) {
        SortedSet<String> added = new TreeSet<>(after.keySet());
        added.removeAll(before.keySet());
        SortedSet<String> removed = new TreeSet<>(before.keySet());
        removed.removeAll(after.keySet());
        SortedSet<String> changed = new TreeSet<>(after.keySet());
        changed.retainAll(before.keySet());
        changed.removeIf(name -> Objects.equals(after.get(name), before.get(name)));
        return new FileChanges(added, changed, removed);
    }

    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
