// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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

    /** One edge for each package that is required, with all extras that are required of it. */
    static List<ResolvedDependency> of(List<Requirement> requirements) {
        SortedMap<PackageName, SortedSet<ExtraName>> byName = new TreeMap<>();
        requirements.forEach(requirement -> byName.computeIfAbsent(requirement.name(), name -> new TreeSet<>())
                .addAll(requirement.extras()));
        return byName.entrySet().stream()
                .map(entry -> new ResolvedDependency(entry.getKey(), entry.getValue()))
                .toList();
    }
}
