// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.text.WayText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The shortest ways from what is declared to a locked package. */
public final class Chains {
    private Chains() {}

    /**
     * A way.
     *
     * @param declared its beginning
     * @param packages the declared package, what it needs, and so on to the package that is asked about
     */
    public record Chain(Declared declared, List<LockedPackage> packages) {
        public Chain {
            packages = List.copyOf(packages);
        }

        /**
         * The way in a line, such as {@code needed by: app 1.0 -> idna 3.10, declared by com.acme.App (App.java:4)}.
         */
        @Override
        public String toString() {
            List<String> links = packages.stream()
                    .map(one -> one.name() + " " + one.version())
                    .toList();
            return WayText.line(links, declared.origin());
        }
    }

    /**
     * A package on the way, with the targets that all of the way below it holds on.
     *
     * @param next what it needs; empty at the end
     */
    private record Step(LockedPackage locked, Set<String> targets, Optional<Step> next) {
        List<LockedPackage> way() {
            List<LockedPackage> way = new ArrayList<>();
            for (Optional<Step> step = Optional.of(this);
                    step.isPresent();
                    step = step.get().next()) {
                way.add(step.get().locked());
            }
            return way;
        }
    }

    /** One for each declaration that leads to a package on some target, the shortest first. */
    public static List<Chain> to(LockGraph graph, LockedPackage locked) {
        List<Chain> chains = new ArrayList<>();
        Set<Declared> found = new HashSet<>();
        IdentityHashMap<LockedPackage, Set<String>> seen = new IdentityHashMap<>();
        Deque<Step> open = new ArrayDeque<>(List.of(new Step(locked, locked.targets(), Optional.empty())));
        seen.put(locked, new TreeSet<>(locked.targets()));
        while (!open.isEmpty()) {
            Step step = open.remove();
            for (Declared declared : graph.declared(step.locked())) {
                if (!Collections.disjoint(declared.targets(), step.targets()) && found.add(declared)) {
                    chains.add(new Chain(declared, step.way()));
                }
            }
            for (Link link : graph.neededBy(step.locked())) {
                Set<String> targets = new TreeSet<>(link.targets());
                targets.retainAll(step.targets());
                if (seen.computeIfAbsent(link.from(), from -> new TreeSet<>()).addAll(targets)) {
                    open.add(new Step(link.from(), targets, Optional.of(step)));
                }
            }
        }
        return chains;
    }
}
