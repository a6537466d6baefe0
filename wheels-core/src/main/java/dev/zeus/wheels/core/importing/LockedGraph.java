// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.MarkerEnvironment;
import dev.zeus.wheels.python.MarkerEvaluationException;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What another tool has locked, and what of it is installed where. */
final class LockedGraph {
    private final Map<PackageName, List<LockedNode>> nodes = new TreeMap<>();
    private final boolean edges;
    private final List<Requirement> roots;
    private final Set<ExtraName> chosen;
    private final Set<ExtraName> scoped;

    /**
     * A graph.
     *
     * @param edges whether the nodes say what they need; otherwise all are installed whose markers hold
     * @param roots what the project needs
     * @param chosen the extras and groups of the project that markers of entries ask for
     * @param scoped those whose names say the project, so that all markers mean the same by them
     */
    LockedGraph(
            List<LockedNode> all,
            boolean edges,
            List<Requirement> roots,
            Set<ExtraName> chosen,
            Set<ExtraName> scoped) {
        all.forEach(node ->
                nodes.computeIfAbsent(node.name(), name -> new ArrayList<>()).add(node));
        this.edges = edges;
        this.roots = List.copyOf(roots);
        this.chosen = union(chosen, scoped);
        this.scoped = Set.copyOf(scoped);
    }

    /** Whether the nodes say what they need. */
    boolean hasEdges() {
        return edges;
    }

    /** The entries that a target installs, by name; more than one where the lock leaves that open. */
    Map<PackageName, List<LockedNode>> on(Target target) {
        Map<PackageName, List<LockedNode>> found = new TreeMap<>();
        if (edges) {
            new Walk(target.environment(), found).from(roots);
        } else {
            nodes.forEach((name, all) -> {
                List<LockedNode> here = candidates(all, VersionSpecifiers.ANY, target.environment());
                if (!here.isEmpty()) {
                    found.put(name, here);
                }
            });
        }
        return found;
    }

    private static Set<ExtraName> union(Set<ExtraName> some, Set<ExtraName> more) {
        Set<ExtraName> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    private static boolean holds(
            Optional<EnvironmentMarker> marker, MarkerEnvironment environment, Set<ExtraName> names, Place place) {
        try {
            return marker.map(each -> each.evaluateLocked(environment, names, names))
                    .orElse(true);
        } catch (MarkerEvaluationException e) {
            throw ImportProblems.malformed(place, String.valueOf(e.getMessage()));
        }
    }

    private List<LockedNode> candidates(
            List<LockedNode> all, VersionSpecifiers specifiers, MarkerEnvironment environment) {
        List<LockedNode> here = all.stream()
                .filter(node -> holds(node.marker(), environment, chosen, node.place()))
                .toList();
        here = narrowed(
                here,
                here.stream()
                        .filter(node -> specifiers.contains(node.version()))
                        .toList());
        // What a package says of Pythons tells two versions apart where no marker does.
        return narrowed(
                here, here.stream().filter(node -> node.isFor(environment)).toList());
    }

    private static List<LockedNode> narrowed(List<LockedNode> before, List<LockedNode> after) {
        return after.isEmpty() ? before : after;
    }

    /** From what the project needs to all that is needed for it. */
    private final class Walk {
        private final MarkerEnvironment environment;
        private final Map<PackageName, List<LockedNode>> found;
        /** Each once: what has to be looked at again for more extras waits for all that ask for them by then. */
        private final LinkedHashSet<LockedNode> open = new LinkedHashSet<>();

        private final Map<LockedNode, SortedSet<ExtraName>> extras = new HashMap<>();
        private final Set<LockedNode> seen = new HashSet<>();

        Walk(MarkerEnvironment environment, Map<PackageName, List<LockedNode>> found) {
            this.environment = environment;
            this.found = found;
        }

        void from(List<Requirement> wishes) {
            Place nowhere = new Place("", 0);
            wishes.forEach(wish -> need(wish, scoped, nowhere));
            while (!open.isEmpty()) {
                LockedNode node = open.iterator().next();
                open.remove(node);
                SortedSet<ExtraName> asked = new TreeSet<>(extras.getOrDefault(node, new TreeSet<>()));
                Set<ExtraName> names = union(asked, scoped);
                node.needs().stream()
                        .filter(need -> need.extra().map(asked::contains).orElse(true))
                        .forEach(need -> need(need.requirement(), names, node.place()));
            }
        }

        /** An extra in the marker of a need is one of those that are asked of what needs it. */
        private void need(Requirement wish, Set<ExtraName> names, Place place) {
            if (!holds(wish.marker(), environment, names, place)) {
                return;
            }
            for (LockedNode node :
                    candidates(nodes.getOrDefault(wish.name(), List.of()), wish.specifiers(), environment)) {
                boolean more =
                        extras.computeIfAbsent(node, key -> new TreeSet<>()).addAll(wish.extras());
                if (seen.add(node)) {
                    found.computeIfAbsent(node.name(), name -> new ArrayList<>())
                            .add(node);
                    open.add(node);
                } else if (more) {
                    open.add(node);
                }
            }
        }
    }
}
