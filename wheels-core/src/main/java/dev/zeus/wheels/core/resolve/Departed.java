// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PreReleases;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The requirements of a package that overrides and excludes have met in another way.
 *
 * @param relaxed those that got a version which they do not ask for, or without an extra
 * @param removed those that got nothing, and a package itself where it requires itself
 */
public record Departed(SortedSet<PackageName> relaxed, SortedSet<PackageName> removed) {
    public Departed {
        relaxed = Collections.unmodifiableSortedSet(new TreeSet<>(relaxed));
        removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
    }

    /** What became of the requirements that hold, by themselves or with these extras, at these versions. */
    static Departed of(
            Demands demands, CoreMetadata metadata, Collection<ExtraName> extras, Map<PackageName, Version> versions) {
        SortedSet<PackageName> relaxed = new TreeSet<>();
        SortedSet<PackageName> removed = new TreeSet<>();
        for (Requirement requirement : metadata.requiresDist()) {
            if (demands.holds(requirement)
                    || extras.stream().anyMatch(extra -> demands.holdsWith(requirement, extra))) {
                List<Requirement> instead = demands.adjusted(requirement);
                if (requirement.name().equals(metadata.name()) && demands.holds(requirement)) {
                    // It does not exist before it is built; what its extras need is resolved.
                    removed.add(requirement.name());
                }
                if (instead.isEmpty()) {
                    removed.add(requirement.name());
                } else if (!isMet(requirement, instead, versions)) {
                    relaxed.add(requirement.name());
                }
            }
        }
        return new Departed(relaxed, removed);
    }

    private static boolean isMet(
            Requirement requirement, List<Requirement> instead, Map<PackageName, Version> versions) {
        return instead.stream().anyMatch(each -> each.extras().containsAll(requirement.extras()))
                && Optional.ofNullable(versions.get(requirement.name()))
                        .filter(version -> requirement.specifiers().contains(version, PreReleases.ALLOW))
                        .isPresent();
    }
}
