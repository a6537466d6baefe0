// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.Subject;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.resolve.Resolution;
import dev.zeus.wheels.core.resolve.ResolvedDependency;
import dev.zeus.wheels.core.resolve.ResolvedPackage;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.core.text.WayText;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who needs a package of a resolution, for an error about it while there is no lock yet. */
final class ResolvedWays {
    private final Map<PackageName, WheelDeclaration> declared = new LinkedHashMap<>();
    private final List<Resolution> resolutions;
    private final SourceRoots sources;

    ResolvedWays(WheelSetDeclaration set, List<Resolution> resolutions, SourceRoots sources) {
        set.wheels().forEach(wheel -> declared.putIfAbsent(new PackageName(wheel.name()), wheel));
        this.resolutions = resolutions;
        this.sources = sources;
    }

    /** What a package failed with, ended with who needs it. */
    RuntimeException end(Throwable failure, PackageName name) {
        return WheelsException.of(failure, () -> subject(name));
    }

    private Subject subject(PackageName name) {
        Subject subject = Subject.ofPackage(name.value());
        return resolutions.stream()
                .filter(resolution -> resolution.packages().containsKey(name))
                .flatMap(resolution -> way(resolution, name).stream())
                .findFirst()
                .map(way -> ended(subject, way))
                .orElse(subject);
    }

    private Subject ended(Subject subject, List<ResolvedPackage> way) {
        WheelDeclaration wheel =
                Optional.ofNullable(declared.get(way.get(0).name())).orElseThrow();
        List<String> links =
                way.stream().map(one -> one.name() + " " + one.version()).toList();
        return sources.at(subject.neededBy(WayText.line(links, sources.origin(wheel.type()))), wheel.type());
    }

    /** The shortest way from a declared package to one of a resolution. */
    private Optional<List<ResolvedPackage>> way(Resolution resolution, PackageName wanted) {
        Map<PackageName, PackageName> from = new HashMap<>();
        Deque<PackageName> open = new ArrayDeque<>();
        declared.keySet().stream().filter(resolution.packages()::containsKey).forEach(name -> {
            from.put(name, name);
            open.add(name);
        });
        while (!open.isEmpty()) {
            PackageName name = open.remove();
            if (name.equals(wanted)) {
                return Optional.of(back(resolution, from, wanted));
            }
            Optional.ofNullable(resolution.packages().get(name)).stream()
                    .flatMap(ResolvedWays::needed)
                    .filter(next -> from.putIfAbsent(next, name) == null)
                    .forEach(open::add);
        }
        return Optional.empty();
    }

    private static Stream<PackageName> needed(ResolvedPackage resolved) {
        return Stream.concat(
                        resolved.dependencies().stream(),
                        resolved.optionalDependencies().values().stream().flatMap(List::stream))
                .map(ResolvedDependency::name);
    }

    private static List<ResolvedPackage> back(
            Resolution resolution, Map<PackageName, PackageName> from, PackageName wanted) {
        Deque<ResolvedPackage> way = new ArrayDeque<>();
        PackageName at = wanted;
        while (true) {
            Optional.ofNullable(resolution.packages().get(at)).ifPresent(way::push);
            PackageName before = from.getOrDefault(at, at);
            if (before.equals(at)) {
                return List.copyOf(way);
            }
            at = before;
        }
    }
}
