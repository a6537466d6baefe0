// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An extra that was not asked for, and of which the set has everything.
 *
 * @param targets the ids of the targets on which it does
 * @param dependencies what the extra needs there
 */
public record OfferedExtra(SortedSet<String> targets, List<LockedDependency> dependencies) {
    public OfferedExtra {
        targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
        dependencies = List.copyOf(dependencies);
    }

    /** The same extra with what another line says that it needs. */
    OfferedExtra and(OfferedExtra more) {
        List<LockedDependency> all = new ArrayList<>(dependencies);
        all.addAll(more.dependencies);
        return new OfferedExtra(targets, all);
    }

    // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof OfferedExtra that
                && targets.equals(that.targets)
                && dependencies.equals(that.dependencies);
    }

    @Override
    public int hashCode() {
        return 31 * targets.hashCode() + dependencies.hashCode();
    }
}
