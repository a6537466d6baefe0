// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.python.ExtraName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rendered packages require: the one list that circles are found in and that dependencies are written from.
 *
 * <p>What a recipe removes is not in it, neither of the package itself nor of its extras.
 */
final class Requirements {
    private final Map<String, List<LockedPackage>> rendered;
    private final Map<String, List<String>> declaredExtras;
    private final Map<String, List<WheelDeclaration>> recipes = new HashMap<>();
    private final Map<String, String> replaced = new HashMap<>();
    private final Map<Edge, Set<String>> names = new HashMap<>();

    Requirements(WheelSetDeclaration declaration, Map<String, List<LockedPackage>> rendered) {
        this.rendered = rendered;
        this.declaredExtras = declaration.wheels().stream()
                .collect(Collectors.groupingBy(
                        WheelDeclaration::name,
                        Collectors.flatMapping(wheel -> wheel.extras().stream().distinct(), Collectors.toList())));
        declaration
                .wheels()
                .forEach(wheel -> recipes.computeIfAbsent(wheel.name(), name -> new ArrayList<>())
                        .add(wheel));
        declaration.replacements().forEach(replacement -> replaced.put(replacement.of(), replacement.by()));
    }

    /** What is declared of the way a package is built on some targets. */
    RecipeDeclaration recipe(String name, Set<String> targets) {
        return recipes.getOrDefault(name, List.of()).stream()
                .filter(wheel -> isFor(wheel, targets))
                .map(WheelDeclaration::recipe)
                .findFirst()
                .orElse(RecipeDeclaration.USUAL);
    }

    private static boolean isFor(WheelDeclaration wheel, Set<String> targets) {
        return wheel.platforms().contains(Platform.UNIVERSAL)
                || targets.stream()
                        .anyMatch(target -> wheel.platforms().stream()
                                .anyMatch(platform -> target.endsWith("-" + platform.system())));
    }

    /** The package that stands for a name: another one, where that replaces it. */
    String actual(String name) {
        Set<String> seen = new HashSet<>();
        String at = name;
        while (replaced.containsKey(at) && seen.add(at)) {
            at = replaced.getOrDefault(at, at);
        }
        return at;
    }

    boolean isReplaced(String name) {
        return replaced.containsKey(name);
    }

    /** What a version requires, its declared extras included. */
    List<LockedDependency> of(LockedPackage locked) {
        List<LockedDependency> all = new ArrayList<>(locked.dependencies());
        for (String extra : declaredExtras.getOrDefault(LockedSet.nameOf(locked), List.of())) {
            all.addAll(locked.optionalDependencies().getOrDefault(ExtraName.parse(extra), List.of()));
        }
        return kept(locked, all);
    }

    /** What an extra of a version requires besides, where it is asked for and where it is only offered. */
    List<LockedDependency> ofExtra(LockedPackage locked, ExtraName extra) {
        List<LockedDependency> all = new ArrayList<>(ofAsked(locked, extra));
        Optional.ofNullable(locked.offeredExtras().get(extra))
                .ifPresent(offered -> all.addAll(kept(locked, offered.dependencies())));
        return all;
    }

    private List<LockedDependency> ofAsked(LockedPackage locked, ExtraName extra) {
        return kept(locked, locked.optionalDependencies().getOrDefault(extra, List.of()));
    }

    private List<LockedDependency> ofAsked(Edge edge) {
        return versions(edge)
                .flatMap(locked -> ofAsked(locked, ExtraName.parse(edge.extra())).stream())
                .toList();
    }

    private Stream<LockedPackage> versions(Edge edge) {
        return rendered.getOrDefault(edge.name(), List.of()).stream();
    }

    /** What an extra requires in any of the locked versions. */
    List<LockedDependency> ofExtra(Edge edge) {
        return versions(edge)
                .flatMap(locked -> ofExtra(locked, ExtraName.parse(edge.extra())).stream())
                .toList();
    }

    private List<LockedDependency> kept(LockedPackage locked, List<LockedDependency> dependencies) {
        List<String> removed =
                recipe(LockedSet.nameOf(locked), locked.targets()).remove();
        return dependencies.stream()
                .filter(dependency -> !removed.contains(dependency.name().value()))
                .toList();
    }

    /** The packages that an extra brings, those of the extras that it asks for included. */
    Set<String> names(Edge extra) {
        return names.computeIfAbsent(extra, edge -> {
            Set<String> found = new HashSet<>();
            collect(found, ofExtra(edge), new HashSet<>(Set.of(edge)), this::ofExtra);
            return found;
        });
    }

    /**
     * The packages that these requirements bring. What extras only offer is not among them: it is not built before what
     * offers it, and so closes no circle.
     */
    Set<String> names(List<LockedDependency> dependencies) {
        Set<String> found = new HashSet<>();
        collect(found, dependencies, new HashSet<>(), this::ofAsked);
        return found;
    }

    private void collect(
            Set<String> found,
            List<LockedDependency> dependencies,
            Set<Edge> seen,
            Function<Edge, List<LockedDependency>> ofExtra) {
        for (LockedDependency dependency : dependencies) {
            found.add(actual(dependency.name().value()));
            for (ExtraName extra : dependency.extras()) {
                Edge edge = new Edge(dependency.name().value(), extra.value());
                if (seen.add(edge)) {
                    collect(found, ofExtra.apply(edge), seen, ofExtra);
                }
            }
        }
    }
}
