// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.export;

import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the packages of an environment to all that they need, on each target. */
final class EnvironmentWalk {
    private final Map<LockedPackage, SortedSet<String>> all;
    private final Map<PackageName, Set<ExtraName>> declared;
    private final Map<LockedPackage, SortedSet<String>> found = new LinkedHashMap<>();

    private EnvironmentWalk(Map<LockedPackage, SortedSet<String>> all, Map<PackageName, Set<ExtraName>> declared) {
        this.all = all;
        this.declared = declared;
    }

    /** The packages in the order of the lock, each with the targets that the environment has it on. */
    static Map<LockedPackage, SortedSet<String>> of(
            WheelSetDeclaration set,
            EnvironmentDeclaration environment,
            Map<LockedPackage, SortedSet<String>> all,
            List<Target> targets) {
        Map<PackageName, Set<ExtraName>> declared = set.wheels().stream()
                .collect(Collectors.toMap(
                        wheel -> new PackageName(wheel.name()), EnvironmentWalk::extras, EnvironmentWalk::union));
        EnvironmentWalk walk = new EnvironmentWalk(all, declared);
        targets.forEach(target -> walk.from(environment.packages(), target.id()));
        Map<LockedPackage, SortedSet<String>> ordered = new LinkedHashMap<>();
        all.keySet()
                .forEach(locked ->
                        Optional.ofNullable(walk.found.get(locked)).ifPresent(where -> ordered.put(locked, where)));
        return ordered;
    }

    private static Set<ExtraName> extras(WheelDeclaration wheel) {
        return wheel.extras().stream().map(ExtraName::parse).collect(Collectors.toSet());
    }

    private static Set<ExtraName> union(Set<ExtraName> some, Set<ExtraName> more) {
        return Stream.of(some, more).flatMap(Collection::stream).collect(Collectors.toSet());
    }

    /** A package, or an extra of it. */
    private record Step(PackageName name, Optional<ExtraName> extra) {}

    private void from(List<String> roots, String target) {
        Deque<Step> open = new ArrayDeque<>();
        roots.forEach(root -> open.add(new Step(PackageName.parse(root), Optional.empty())));
        Set<Step> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Step step = open.remove();
            if (!seen.add(step)) {
                continue;
            }
            all.forEach((locked, targets) -> {
                if (locked.name().equals(step.name()) && targets.contains(target)) {
                    found.computeIfAbsent(locked, key -> new TreeSet<>()).add(target);
                    edges(locked, step)
                            .filter(edge -> edge.targets().contains(target))
                            .forEach(edge -> {
                                open.add(new Step(edge.name(), Optional.empty()));
                                edge.extras().forEach(extra -> open.add(new Step(edge.name(), Optional.of(extra))));
                            });
                }
            });
            if (step.extra().isEmpty()) {
                declared.getOrDefault(step.name(), Set.of())
                        .forEach(extra -> open.add(new Step(step.name(), Optional.of(extra))));
            }
        }
    }

    private static Stream<LockedDependency> edges(LockedPackage locked, Step step) {
        return step
                .extra()
                .map(extra -> locked.optionalDependencies().getOrDefault(extra, List.of()))
                .orElse(locked.dependencies())
                .stream();
    }
}
