// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.python.ExtraName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The extras of a locked version on some targets: those that are asked for, and those that the set has all of anyway.
 *
 * @param edges what each requires
 * @param targets where those are there that not all of the targets have
 */
record BlockExtras(
        SortedMap<String, SortedMap<Edge, SortedSet<String>>> edges, SortedMap<String, SortedSet<String>> targets) {

    static BlockExtras of(LockedSet set, LockedPackage locked, Set<String> targets) {
        BlockExtras extras = new BlockExtras(new TreeMap<>(), new TreeMap<>());
        locked.optionalDependencies()
                .keySet()
                .forEach(extra -> extras.edges.put(extra.value(), set.extra(locked, extra, targets)));
        locked.offeredExtras().forEach((extra, offered) -> {
            SortedSet<String> here = new TreeSet<>(offered.targets());
            here.retainAll(targets);
            if (!here.isEmpty() && !extras.edges.containsKey(extra.value()) && isOffered(set, locked, extra)) {
                extras.edges.put(extra.value(), set.extra(locked, extra, targets));
                if (!here.equals(targets)) {
                    extras.targets.put(extra.value(), here);
                }
            }
        });
        return extras;
    }

    /** Whether a version has an extra on each of its targets. */
    static boolean always(LockedSet set, LockedPackage locked, ExtraName extra) {
        return locked.optionalDependencies().containsKey(extra)
                || Optional.ofNullable(locked.offeredExtras().get(extra))
                        .filter(offered -> offered.targets().containsAll(locked.targets()))
                        .filter(offered -> isOffered(set, locked, extra))
                        .isPresent();
    }

    /**
     * Whether all that an extra needs comes from the set. What is locked for packages of nixpkgs alone is not rendered,
     * and which extras those have is not known.
     */
    private static boolean isOffered(LockedSet set, LockedPackage locked, ExtraName extra) {
        return isRendered(set, set.requiredByExtra(locked, extra), new HashSet<>());
    }

    private static boolean isRendered(LockedSet set, List<LockedDependency> dependencies, Set<Edge> seen) {
        for (LockedDependency dependency : dependencies) {
            String name = dependency.name().value();
            if (set.isElsewhere(name)
                    && (!set.isFromElsewhere(name) || !dependency.extras().isEmpty())) {
                return false;
            }
            for (ExtraName extra : dependency.extras()) {
                if (seen.add(new Edge(name, extra.value()))
                        && !set.versions(name).stream()
                                .allMatch(version -> isRendered(set, set.requiredByExtra(version, extra), seen))) {
                    return false;
                }
            }
        }
        return true;
    }
}
