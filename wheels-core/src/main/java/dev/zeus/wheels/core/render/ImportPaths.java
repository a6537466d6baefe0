// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The packages that are on Python's path while Nix builds one of them: itself, and what it requires.
 *
 * <p>What nixpkgs supplies is taken to require what the lock says.
 */
public final class ImportPaths {
    private final LockedSet set;
    private final Map<String, List<LockedPackage>> byName;

    public ImportPaths(WheelSetDeclaration declaration, Lock lock) {
        this.set = new LockedSet(declaration, lock);
        this.byName = lock.packages().stream().collect(Collectors.groupingBy(LockedSet::nameOf));
    }

    /** Those of a package on a target, by name; none where no derivation is made of it. */
    public SortedMap<PackageName, LockedPackage> of(PackageName name, String target) {
        SortedMap<PackageName, LockedPackage> path = new TreeMap<>();
        if (set.isElsewhere(name.value())) {
            return path;
        }
        Deque<Edge> open = new ArrayDeque<>(Set.of(new Edge(name.value(), "")));
        Set<Edge> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            Edge edge = open.remove();
            for (String member : set.derivation(set.actual(edge.name()))) {
                Optional<LockedPackage> locked = locked(member, target);
                locked.ifPresent(found -> path.put(found.name(), found));
                locked.map(found -> required(found, edge, target)).orElse(Set.of()).stream()
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        return path;
    }

    private Set<Edge> required(LockedPackage locked, Edge edge, String target) {
        return edge.extra().isEmpty()
                ? set.dependencies(locked, Set.of(target)).keySet()
                : set.extra(locked, ExtraName.parse(edge.extra()), Set.of(target))
                        .keySet();
    }

    private Optional<LockedPackage> locked(String name, String target) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(locked -> locked.targets().contains(target))
                .findFirst();
    }
}
