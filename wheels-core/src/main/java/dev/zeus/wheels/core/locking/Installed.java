// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.lock.Departures;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.OfferedExtra;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.resolve.ResolvedDependency;
import dev.zeus.wheels.core.resolve.ResolvedPackage;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** One version of a package as one target installs it, and what several of them have in common. */
record Installed(Target target, ResolvedPackage resolved) {

    static SortedSet<String> targets(List<Installed> installed) {
        SortedSet<String> targets = new TreeSet<>();
        installed.forEach(one -> targets.add(one.target().id()));
        return targets;
    }

    /** What the package needs, each with the targets that need it. */
    static List<LockedDependency> dependencies(List<Installed> installed) {
        return edges(installed, ResolvedPackage::dependencies);
    }

    /** What its extras need besides. */
    static SortedMap<ExtraName, List<LockedDependency>> optionalDependencies(List<Installed> installed) {
        SortedMap<ExtraName, List<LockedDependency>> edges = new TreeMap<>();
        for (Installed one : installed) {
            for (ExtraName extra : one.resolved().optionalDependencies().keySet()) {
                edges.computeIfAbsent(
                        extra,
                        name -> edges(
                                installed,
                                resolved -> resolved.optionalDependencies().getOrDefault(name, List.of())));
            }
        }
        return edges;
    }

    /** What the extras that were not asked for need, as far as the set has it. */
    static SortedMap<ExtraName, OfferedExtra> offeredExtras(List<Installed> installed) {
        SortedMap<ExtraName, SortedSet<String>> targets = new TreeMap<>();
        installed.forEach(one -> one.resolved()
                .offeredExtras()
                .keySet()
                .forEach(extra -> targets.computeIfAbsent(extra, name -> new TreeSet<>())
                        .add(one.target().id())));
        SortedMap<ExtraName, OfferedExtra> extras = new TreeMap<>();
        targets.forEach((extra, there) -> extras.put(
                extra,
                new OfferedExtra(
                        there,
                        edges(installed, resolved -> resolved.offeredExtras().getOrDefault(extra, List.of())))));
        return extras;
    }

    /** What of its requirements the set meets in another way. */
    static Departures departures(List<Installed> installed) {
        return new Departures(
                edges(installed, resolved -> named(resolved.departed().relaxed())),
                edges(installed, resolved -> named(resolved.departed().removed())));
    }

    private static List<ResolvedDependency> named(SortedSet<PackageName> names) {
        return names.stream()
                .map(name -> new ResolvedDependency(name, new TreeSet<>()))
                .toList();
    }

    private static List<LockedDependency> edges(
            List<Installed> installed, Function<ResolvedPackage, List<ResolvedDependency>> needs) {
        Map<String, ResolvedDependency> dependencies = new TreeMap<>();
        Map<String, SortedSet<String>> targets = new TreeMap<>();
        for (Installed one : installed) {
            for (ResolvedDependency dependency : needs.apply(one.resolved())) {
                String key = dependency.name() + " " + dependency.extras();
                dependencies.put(key, dependency);
                targets.computeIfAbsent(key, name -> new TreeSet<>())
                        .add(one.target().id());
            }
        }
        List<LockedDependency> edges = new ArrayList<>();
        dependencies.forEach((key, dependency) -> edges.add(new LockedDependency(
                dependency.name(), dependency.extras(), targets.getOrDefault(key, new TreeSet<>()))));
        return edges;
    }
}
