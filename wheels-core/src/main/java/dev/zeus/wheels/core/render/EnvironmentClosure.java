// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.ProjectDeclaration;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.project.Located;
import dev.zeus.wheels.python.Requirement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an environment brings along on each of its targets, by the lock: of {@code fastapi} also {@code starlette}.
 *
 * @param byTarget the names by target; those from elsewhere among them, without what they bring along themselves
 */
record EnvironmentClosure(LockedSet set, SortedMap<Target, SortedSet<String>> byTarget) {
    /** From what size on a wheel is large. */
    private static final long LARGE = 20L << 20;

    static EnvironmentClosure of(PartContext context) {
        Map<String, CustomPackageDeclaration> customs = new HashMap<>();
        context.declaration().customPackages().forEach(custom -> customs.put(custom.name(), custom));
        List<Edge> roots = new ArrayList<>();
        context.environment().packages().forEach(name -> roots.add(new Edge(name, "")));
        context.environment().parts(ProjectDeclaration.class).stream()
                .map(project -> context.own().project(project))
                .flatMap(project -> project.requirements().stream())
                .map(Located::value)
                .forEach(requirement -> {
                    String name = requirement.name().value();
                    roots.add(new Edge(name, ""));
                    requirement.extras().forEach(extra -> roots.add(new Edge(name, extra.value())));
                });
        SortedMap<Target, SortedSet<String>> byTarget = new TreeMap<>();
        context.targets().forEach(target -> byTarget.put(target, reached(context.set(), customs, roots, target.id())));
        return new EnvironmentClosure(context.set(), byTarget);
    }

    private static SortedSet<String> reached(
            LockedSet set, Map<String, CustomPackageDeclaration> customs, List<Edge> roots, String target) {
        SortedSet<String> names = new TreeSet<>();
        Set<Edge> seen = new HashSet<>();
        Deque<Edge> open = new ArrayDeque<>();
        roots.forEach(root -> open.add(new Edge(set.actual(root.name()), root.extra())));
        while (!open.isEmpty()) {
            Edge edge = open.pop();
            if (!seen.add(edge)) {
                continue;
            }
            names.add(edge.name());
            if (!edge.extra().isEmpty()) {
                open.addAll(set.opened(edge, Set.of(target)));
            } else if (customs.containsKey(edge.name())) {
                required(customs.get(edge.name())).forEach(name -> open.add(new Edge(set.actual(name), "")));
            } else {
                set.versions(edge.name()).stream()
                        .filter(locked -> locked.targets().contains(target))
                        .forEach(locked -> open.addAll(
                                set.dependencies(locked, Set.of(target)).keySet()));
                set.circle(edge.name()).forEach(name -> open.add(new Edge(name, "")));
            }
        }
        return names;
    }

    private static List<String> required(CustomPackageDeclaration custom) {
        List<String> names = new ArrayList<>(custom.dependencies());
        custom.build().stream()
                .flatMap(build -> build.requires().stream())
                .map(text -> Requirement.parse(text).name().value())
                .forEach(names::add);
        return names;
    }

    /** Whether a package is there on any target. */
    boolean has(String name) {
        return byTarget.values().stream().anyMatch(names -> names.contains(name));
    }

    /** All names, on whatever target. */
    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        byTarget.values().forEach(names::addAll);
        return names;
    }

    /** The derivations with a large wheel by system, each after those that it requires. */
    SortedMap<String, List<String>> large() {
        SortedMap<String, List<String>> large = new TreeMap<>();
        byTarget.forEach((target, names) -> large.put(
                target.system(),
                names.stream()
                        .filter(name -> isLarge(name, target.id()))
                        .map(name -> set.circle(name).stream().findFirst().orElse(name))
                        .distinct()
                        .sorted(Comparator.comparingInt(
                                        (String name) -> set.closure(name).size())
                                .thenComparing(Comparator.naturalOrder()))
                        .toList()));
        return large;
    }

    private boolean isLarge(String name, String target) {
        return set.versions(name).stream()
                .map(LockedPackage::wheels)
                .flatMap(List::stream)
                .anyMatch(wheel ->
                        wheel.targets().contains(target) && wheel.size().orElse(0) >= LARGE);
    }

    /** Whether something in it computes with CUDA. */
    boolean usesCuda() {
        return names().stream()
                .anyMatch(name -> name.startsWith("nvidia-")
                        || set.versions(name).stream()
                                .anyMatch(locked -> !set.recipe(locked, locked.targets())
                                        .cuda()
                                        .isEmpty()));
    }
}
