// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.core.lock.LibraryFacts;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.nixpkgs.SystemLibraries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds, of the libraries that compiled Linux wheels need, where each comes from. */
final class LibrarySources {
    private final LockedSet set;
    private final Map<String, List<LockedPackage>> providers = new HashMap<>();

    LibrarySources(LockedSet set) {
        this.set = set;
        for (LockedPackage locked : set.packages()) {
            locked.facts()
                    .libraries()
                    .ifPresent(facts -> facts.provided()
                            .forEach(library -> providers
                                    .computeIfAbsent(library, name -> new ArrayList<>())
                                    .add(locked)));
        }
    }

    /**
     * Where the libraries of one package come from.
     *
     * @param system those that nixpkgs has
     * @param driver those of the graphics driver
     * @param packages the packages of the set that have some, with the targets of each
     * @param later those of packages that need this one, and so are built after it
     * @param unknown those that nothing brings
     */
    record Found(
            SortedSet<String> system,
            SortedSet<String> driver,
            SortedMap<Edge, SortedSet<String>> packages,
            SortedSet<String> later,
            SortedSet<String> unknown) {}

    /** Where they come from on some targets; empty if it was not read what the package needs. */
    Optional<Found> of(LockedPackage locked, Set<String> targets) {
        return locked.facts().libraries().map(facts -> find(locked, facts, targets));
    }

    private Found find(LockedPackage locked, LibraryFacts facts, Set<String> targets) {
        Found found = new Found(new TreeSet<>(), new TreeSet<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
        for (String library : facts.needed()) {
            SortedSet<String> left = new TreeSet<>(targets);
            left.removeAll(inWheels(library, locked, targets, found.packages()));
            if (!left.isEmpty()) {
                (SystemLibraries.isOfTheDriver(library)
                                ? found.driver()
                                : isLater(library, locked, targets)
                                        ? found.later()
                                        : SystemLibraries.attribute(library).isPresent()
                                                ? found.system()
                                                : found.unknown())
                        .add(library);
            }
        }
        return found;
    }

    /** Whether a package that needs this one has a library, as add-ons have those of plugins in what they add to. */
    private boolean isLater(String library, LockedPackage locked, Set<String> targets) {
        return providers.getOrDefault(library, List.of()).stream()
                .filter(provider -> !Collections.disjoint(provider.targets(), targets))
                .anyMatch(provider -> set.closure(LockedSet.nameOf(provider)).contains(LockedSet.nameOf(locked)));
    }

    /** The targets on which a wheel of the package's closure has a library; only that is built before it. */
    private SortedSet<String> inWheels(
            String library, LockedPackage locked, Set<String> targets, SortedMap<Edge, SortedSet<String>> packages) {
        SortedSet<String> covered = new TreeSet<>();
        for (LockedPackage provider : providers.getOrDefault(library, List.of())) {
            String name = LockedSet.nameOf(provider);
            boolean inCircle = set.circle(LockedSet.nameOf(locked)).contains(name);
            if (inCircle || set.closure(LockedSet.nameOf(locked)).contains(name)) {
                SortedSet<String> common = new TreeSet<>(provider.targets());
                common.retainAll(targets);
                covered.addAll(common);
                // The members of a circle are one derivation.
                if (!inCircle && !common.isEmpty()) {
                    packages.computeIfAbsent(new Edge(name, ""), edge -> new TreeSet<>())
                            .addAll(common);
                }
            }
        }
        return covered;
    }
}
