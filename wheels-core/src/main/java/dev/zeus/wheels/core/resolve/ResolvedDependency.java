// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An edge of the resolved graph.
 *
 * @param name the package that is needed
 * @param extras the extras of it that are needed
 */
public record ResolvedDependency(PackageName name, SortedSet<ExtraName> extras) {
    public ResolvedDependency {
        extras = Collections.unmodifiableSortedSet(new TreeSet<>(extras));
    }
}
