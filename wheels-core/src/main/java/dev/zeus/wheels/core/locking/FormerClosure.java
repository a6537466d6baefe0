// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is locked of the declared packages and of all that they need: most of it will be asked for, and is asked for at
 * once, not when the metadata of what needs it has come.
 */
final class FormerClosure {
    private final Map<PackageName, List<LockedPackage>> entries;
    private final Map<PackageName, String> declared = new HashMap<>();
    private final Set<String> sources;

    FormerClosure(WheelSetDeclaration set, Lock lock) {
        this.entries = lock.packages().stream().collect(Collectors.groupingBy(LockedPackage::name));
        this.sources = set.sources().stream().map(SourceDeclaration::name).collect(Collectors.toSet());
        for (WheelDeclaration wheel : set.wheels()) {
            declared.put(PackageName.parse(wheel.name()), wheel.source());
        }
    }

    /** Asks for the pages without waiting; a failure is reported to the one who needs the page. */
    void ask(PackageIndexes indexes) {
        Deque<PackageName> next = new ArrayDeque<>(declared.keySet());
        Set<PackageName> met = new HashSet<>(next);
        while (!next.isEmpty()) {
            for (LockedPackage entry : entries.getOrDefault(next.remove(), List.of())) {
                if (isStillFrom(entry)) {
                    var unused = indexes.of(entry.source()).page(entry.name());
                }
                entry.allDependencies().filter(edge -> met.add(edge.name())).forEach(edge -> next.add(edge.name()));
            }
        }
    }

    /** Whether its source is declared, and is the one that it is declared with, where it is. */
    private boolean isStillFrom(LockedPackage entry) {
        return sources.contains(entry.source())
                && declared.getOrDefault(entry.name(), entry.source()).equals(entry.source());
    }
}
