// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An edge of the locked graph.
 *
 * @param name the package needed
 * @param extras the extras of it that are needed
 * @param targets the ids of the targets that need it
 */
public record LockedDependency(PackageName name, SortedSet<ExtraName> extras, SortedSet<String> targets) {
    static final Comparator<LockedDependency> BY_NAME = Comparator.comparing(LockedDependency::name);

    public LockedDependency {
        extras = Collections.unmodifiableSortedSet(new TreeSet<>(extras));
        targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
    }

    // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof LockedDependency that
                && name.equals(that.name)
                && extras.equals(that.extras)
                && targets.equals(that.targets);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + targets.hashCode();
    }
}
