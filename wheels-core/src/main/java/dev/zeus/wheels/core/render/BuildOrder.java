// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.BuildDeclaration;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.ReplacementDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.Requirement;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * That nothing rendered has to be there before it is built, for which Nix would only say {@code infinite recursion}.
 *
 * <p>Wheels that require each other are one derivation. What is built from source, and what stands in for something,
 * cannot be: a circle through it is an error.
 */
final class BuildOrder {
    private final LockedSet set;
    private final List<CustomPackageDeclaration> customs;
    private final UnaryOperator<String> origin;

    private BuildOrder(LockedSet set, List<CustomPackageDeclaration> customs, UnaryOperator<String> origin) {
        this.set = set;
        this.customs = customs;
        this.origin = origin;
    }

    /**
     * Refuses circles that cannot be built.
     *
     * @param origin a declaring type with the place where it is written
     * @throws WheelsException N310 for a circle through a package of one's own or a replacement
     */
    static void require(
            WheelSetDeclaration declaration,
            List<CustomPackageDeclaration> customs,
            LockedSet set,
            UnaryOperator<String> origin) {
        for (ReplacementDeclaration replacement : declaration.replacements()) {
            if (set.isReplaced(set.actual(replacement.by()))) {
                throw new WheelsException(
                        RenderProblem.BUILD_CYCLE,
                        "\"" + replacement.of() + "\" is replaced by \"" + replacement.by()
                                + "\", which is replaced in turn, so no package is left",
                        "leave out one of the two replacements");
            }
        }
        BuildOrder order = new BuildOrder(set, customs, origin);
        // What is no circle on all targets together is none on any of them.
        if (order.circle(set.targets()).isPresent()) {
            set.targets().forEach(order::require);
        }
    }

    private void require(Target target) {
        circle(List.of(target)).ifPresent(way -> {
            throw circle(way, target);
        });
    }

    /** The way round a circle through one of these, where there is some. */
    private Optional<List<String>> circle(List<Target> targets) {
        SortedMap<String, SortedSet<String>> edges = edges(targets);
        Map<String, List<String>> circles = Circles.of(edges);
        // It is told from the package that is declared to be built, if there is one.
        return Stream.concat(customs.stream().map(CustomPackageDeclaration::name), edges.keySet().stream())
                .filter(node -> circles.containsKey(node)
                        || edges.getOrDefault(node, Collections.emptySortedSet())
                                .contains(node))
                .findFirst()
                .map(node -> way(node, edges));
    }

    /** What each derivation of some targets waits for. */
    private SortedMap<String, SortedSet<String>> edges(List<Target> targets) {
        Set<String> ids = targets.stream().map(Target::id).collect(Collectors.toSet());
        SortedMap<String, SortedSet<String>> edges = new TreeMap<>();
        for (LockedPackage locked : set.packages()) {
            if (!Collections.disjoint(locked.targets(), ids)) {
                add(edges, node(LockedSet.nameOf(locked)), set.awaited(locked, ids), ids);
            }
        }
        for (CustomPackageDeclaration custom : customs) {
            for (Target target : targets) {
                if (custom.pythons().contains(target.python())) {
                    custom.build()
                            .ifPresent(build -> add(edges, node(custom.name()), awaited(custom, build, target), ids));
                }
            }
        }
        return edges;
    }

    private void add(SortedMap<String, SortedSet<String>> edges, String node, Set<Edge> awaited, Set<String> targets) {
        SortedSet<String> nodes = edges.computeIfAbsent(node, key -> new TreeSet<>());
        for (Edge edge : awaited) {
            String next = node(edge.name()) + (edge.extra().isEmpty() ? "" : '[' + edge.extra() + ']');
            nodes.add(next);
            if (!edge.extra().isEmpty() && !edges.containsKey(next)) {
                add(edges, next, set.opened(edge, targets), targets);
            }
        }
    }

    /** A derivation by its first package. */
    private String node(String name) {
        String actual = set.actual(name);
        return set.circle(actual).isEmpty() ? actual : set.circle(actual).get(0);
    }

    private static Set<Edge> awaited(CustomPackageDeclaration custom, BuildDeclaration build, Target target) {
        Set<Edge> edges = new TreeSet<>();
        custom.dependencies().forEach(name -> edges.add(new Edge(name, "")));
        build.system().packages().forEach(name -> edges.add(new Edge(name, "")));
        for (String text : build.requires()) {
            Requirement requirement = Requirement.parse(text);
            if (Condition.holds(requirement.marker(), target.python(), target.platform())) {
                edges.add(new Edge(requirement.name().value(), ""));
                for (ExtraName extra : requirement.extras()) {
                    edges.add(new Edge(requirement.name().value(), extra.value()));
                }
            }
        }
        return edges;
    }

    /** The shortest way from a derivation back to itself. */
    private static List<String> way(String start, SortedMap<String, SortedSet<String>> edges) {
        Map<String, String> before = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!before.containsKey(start) && !open.isEmpty()) {
            String at = open.poll();
            for (String next : edges.getOrDefault(at, Collections.emptySortedSet())) {
                if (before.putIfAbsent(next, at) == null) {
                    open.add(next);
                }
            }
        }
        Deque<String> way = new ArrayDeque<>(List.of(start));
        String at = start;
        do {
            at = before.getOrDefault(at, start);
            way.addFirst(at);
        } while (!at.equals(start));
        return List.copyOf(way);
    }

    private WheelsException circle(List<String> way, Target target) {
        Optional<CustomPackageDeclaration> custom =
                customs.stream().filter(each -> way.contains(each.name())).findFirst();
        String declared = custom.map(each -> "; \"" + each.name() + "\" is declared by " + origin.apply(each.type()))
                .orElse("");
        return new WheelsException(
                RenderProblem.BUILD_CYCLE,
                "\"" + way.get(0) + "\" would have to be there before it is built for " + target.id() + ": "
                        + String.join(" needs ", way) + declared,
                "leave one of these out of requires"
                        + custom.map(each -> " of " + each.type()).orElse("")
                        + ", take one out of a wheel with @Recipe(remove = \""
                        + way.get(way.size() - 1) + "\"), or leave out the replacement that leads back");
    }
}
