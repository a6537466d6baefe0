// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.lock.TargetMarkers;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What of a lock the targets of the set install. */
final class InstalledEntries {
    private final boolean edges;
    private final Map<Target, Map<PackageName, List<LockedNode>>> byTarget;

    private InstalledEntries(boolean edges, Map<Target, Map<PackageName, List<LockedNode>>> byTarget) {
        this.edges = edges;
        this.byTarget = byTarget;
    }

    static InstalledEntries of(Optional<LockedGraph> graph, List<Target> targets) {
        Map<Target, Map<PackageName, List<LockedNode>>> byTarget = new LinkedHashMap<>();
        targets.forEach(target ->
                byTarget.put(target, graph.map(each -> each.on(target)).orElse(Map.of())));
        return new InstalledEntries(graph.map(LockedGraph::hasEdges).orElse(false), byTarget);
    }

    private Stream<LockedNode> on(Target target, PackageName name) {
        return byTarget.getOrDefault(target, Map.of()).getOrDefault(name, List.of()).stream();
    }

    /** Whether a target installs what the wish was made of. */
    boolean has(Target target, DirectRequirement wish) {
        return on(target, wish.requirement().name()).findAny().isPresent();
    }

    /** The source that a target has a package from; empty where the lock does not say. */
    Optional<String> source(Target target, PackageName name) {
        return on(target, name).flatMap(node -> node.source().stream()).findFirst();
    }

    /** Whether a target can only have a package built from source. */
    boolean onlyBuilt(Target target, PackageName name) {
        return on(target, name).anyMatch(node -> node.files().onlyBuilt(target));
    }

    /**
     * What has to be declared although the project does not ask for it: what is built from source, and what comes from
     * another source than a package that needs it, since undeclared packages come from the source of what needs them.
     *
     * @param direct what is declared anyway
     * @param usual the source of what the lock says none of
     */
    List<LockedNode> toDeclare(Set<PackageName> direct, String usual) {
        Map<PackageName, LockedNode> found = new TreeMap<>();
        byTarget.forEach((target, installed) -> {
            Set<String> sources = new TreeSet<>();
            all(installed).forEach(node -> sources.add(node.source().orElse(usual)));
            all(installed)
                    .filter(node -> node.files().onlyBuilt(target) || (!edges && sources.size() > 1))
                    .forEach(node -> found.putIfAbsent(node.name(), node));
            for (LockedNode node : all(installed).toList()) {
                node.needs().stream()
                        .flatMap(need -> on(target, need.requirement().name()))
                        .filter(needed -> !needed.source()
                                .orElse(usual)
                                .equals(node.source().orElse(usual)))
                        .forEach(needed -> found.putIfAbsent(needed.name(), needed));
            }
        });
        direct.forEach(found::remove);
        return List.copyOf(found.values());
    }

    private static Stream<LockedNode> all(Map<PackageName, List<LockedNode>> installed) {
        return installed.values().stream().flatMap(List::stream);
    }

    /** The versions that are kept, newest first, each with the marker of the targets that have it if not all do. */
    SortedMap<PackageName, SortedMap<Version, Optional<EnvironmentMarker>>> versions() {
        SortedMap<PackageName, SortedMap<Version, SortedSet<String>>> where = new TreeMap<>();
        byTarget.forEach((target, installed) -> all(installed)
                .forEach(node -> where.computeIfAbsent(
                                node.name(), name -> new TreeMap<>(Comparator.<Version>reverseOrder()))
                        .computeIfAbsent(node.version(), version -> new TreeSet<>())
                        .add(target.id())));
        TargetMarkers markers = new TargetMarkers(byTarget.keySet());
        SortedMap<PackageName, SortedMap<Version, Optional<EnvironmentMarker>>> versions = new TreeMap<>();
        where.forEach((name, found) -> {
            SortedMap<Version, Optional<EnvironmentMarker>> marked = new TreeMap<>(Comparator.<Version>reverseOrder());
            found.forEach(
                    (version, ids) -> marked.put(version, found.size() == 1 ? Optional.empty() : markers.of(ids)));
            versions.put(name, marked);
        });
        return versions;
    }

    /** What the targets do not get of the lock: it has no file for them, or was not made for them. */
    List<NotCarried> left(List<ForeignTable.Item> environments) {
        List<NotCarried> left = new ArrayList<>();
        Map<LockedNode, Set<String>> missing = new LinkedHashMap<>();
        byTarget.forEach((target, installed) -> {
            if (!environments.isEmpty() && environments.stream().noneMatch(marker -> holds(marker, target))) {
                left.add(new NotCarried(
                        environments.get(0).place(),
                        target.id(),
                        "the file was not made for it; say -Dwheels.importPythons and -Dwheels.importPlatforms of those"
                                + " that it is for"));
            }
            all(installed)
                    .filter(node -> node.files().missing(target))
                    .forEach(node -> missing.computeIfAbsent(node, key -> new LinkedHashSet<>())
                            .add(target.id()));
        });
        missing.forEach((node, targets) -> left.add(new NotCarried(
                node.place(),
                node.name() + " " + node.version(),
                "the lock has no wheel of it for " + String.join(", ", targets))));
        return left;
    }

    private static boolean holds(ForeignTable.Item marker, Target target) {
        return ForeignTable.parse(
                marker.text(), text -> EnvironmentMarker.parse(text).evaluate(target.environment()), marker.place());
    }
}
