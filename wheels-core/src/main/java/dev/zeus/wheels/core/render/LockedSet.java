// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.SearchPathDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.nix.NixpkgsNames;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lock as the renderer asks it: which packages are rendered, what they require, which require each other. */
final class LockedSet {
    /** Top-level modules that nixpkgs takes away from every package. */
    private static final Set<String> REMOVED = Set.of("test", "tests");

    private final Lock lock;
    private final Set<String> elsewhere = new HashSet<>(NixpkgsNames.BOOTSTRAP);
    private final Set<String> asLocked = new HashSet<>();
    private final Set<String> declared = new HashSet<>();
    private final Requirements requirements;
    private final Set<String> untested = new HashSet<>();
    private final SortedMap<String, List<LockedPackage>> rendered = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> edges = new TreeMap<>();
    private final SortedMap<String, List<String>> circles;

    LockedSet(WheelSetDeclaration declaration, Lock lock) {
        this.lock = lock;
        declaration.wheels().stream()
                .filter(wheel -> wheel.provider() == Provider.NIXPKGS)
                .forEach(wheel -> elsewhere.add(wheel.name()));
        lock.nixpkgs().ifPresent(share -> share.packages().forEach(name -> asLocked.add(name.value())));
        elsewhere.addAll(asLocked);
        Set<String> replaced = new HashSet<>();
        declaration.customPackages().forEach(custom -> replaced.add(custom.name()));
        declaration.replacements().forEach(replacement -> replaced.add(replacement.of()));
        elsewhere.addAll(replaced);
        asLocked.removeAll(replaced);
        declaration.wheels().forEach(wheel -> declared.add(wheel.name()));
        declaration.wheels().stream()
                .filter(wheel -> !wheel.tests().contains(PackageTest.IMPORT))
                .forEach(wheel -> untested.add(wheel.name()));
        requirements = new Requirements(declaration, rendered);
        Set<String> foreign = onlyForOthers(declaration);
        for (LockedPackage locked : lock.packages()) {
            if (!elsewhere.contains(nameOf(locked)) && !foreign.contains(nameOf(locked))) {
                ReservedNames.requireFree(nameOf(locked));
                rendered.computeIfAbsent(nameOf(locked), name -> new ArrayList<>())
                        .add(locked);
            }
        }
        rendered.forEach((name, versions) -> edges.put(name, reached(versions)));
        circles = Circles.of(edges);
    }

    /**
     * What is needed only by packages from elsewhere comes from there, too. It is locked, since an installation without
     * Nix needs it.
     */
    private Set<String> onlyForOthers(WheelSetDeclaration declaration) {
        Set<String> foreign = reachable(
                lock.packages().stream()
                        .map(LockedSet::nameOf)
                        .filter(elsewhere::contains)
                        .toList(),
                name -> true);
        Set<String> own =
                declaration.wheels().stream().map(WheelDeclaration::name).collect(Collectors.toSet());
        lock.packages().stream()
                .map(LockedSet::nameOf)
                .filter(name -> !foreign.contains(name))
                .forEach(own::add);
        foreign.removeAll(reachable(own, name -> !elsewhere.contains(name)));
        return foreign;
    }

    /** These names and all that they require, through those that pass. */
    private Set<String> reachable(Collection<String> from, Predicate<String> passes) {
        Map<String, List<LockedPackage>> byName =
                lock.packages().stream().collect(Collectors.groupingBy(LockedSet::nameOf));
        Set<String> reached = new HashSet<>(from);
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            String name = open.pop();
            if (passes.test(name)) {
                byName.getOrDefault(name, List.of()).stream()
                        .flatMap(LockedPackage::allDependencies)
                        .map(dependency -> dependency.name().value())
                        .filter(reached::add)
                        .forEach(open::push);
            }
        }
        return reached;
    }

    static String nameOf(LockedPackage locked) {
        return locked.name().value();
    }

    /** The packages that derivations are made of, by name and version. */
    List<LockedPackage> packages() {
        return rendered.values().stream().flatMap(List::stream).toList();
    }

    List<Target> targets() {
        return lock.targets();
    }

    /** The members of the circle of requirements that a package is in; empty where it is in none. */
    List<String> circle(String name) {
        return circles.getOrDefault(name, List.of());
    }

    /** All packages of the set that are built before a package. */
    Set<String> closure(String name) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            edges.getOrDefault(open.pop(), new TreeSet<>()).stream()
                    .filter(reached::add)
                    .forEach(open::push);
        }
        reached.remove(name);
        circle(name).forEach(reached::remove);
        return reached;
    }

    /** What is declared of the way a package is built on some targets. */
    RecipeDeclaration recipe(LockedPackage locked, Set<String> targets) {
        return requirements.recipe(nameOf(locked), targets);
    }

    /** The modules of a package that have to import; none where its declaration wants other tests. */
    List<String> modules(LockedPackage locked) {
        return untested.contains(nameOf(locked))
                ? List.of()
                : locked.facts().imports().stream()
                        .filter(module -> !REMOVED.contains(module.split("\\.", 2)[0]))
                        .toList();
    }

    /**
     * Those of them that have to import where nothing is but what the package requires: of a declared one its main
     * modules. Others may be for an extra ({@code blackd} of black), and what is required for the sake of others often
     * imports them ({@code soupsieve} does bs4).
     */
    List<String> imports(LockedPackage locked) {
        if (!declared.contains(nameOf(locked))) {
            return List.of();
        }
        List<String> modules = modules(locked);
        List<String> main = modules.stream()
                .filter(module -> PackageName.normalize(module).equals(locked.name()))
                .toList();
        return main.isEmpty() ? modules : main;
    }

    /** Whether a package comes from nixpkgs or from a definition. */
    boolean isElsewhere(String name) {
        return !rendered.containsKey(name);
    }

    /** Whether nixpkgs, a definition or another package supplies a package, rather than the lock. */
    boolean isFromElsewhere(String name) {
        return elsewhere.contains(name);
    }

    /** Whether a package comes from elsewhere and need not be of the locked version. */
    boolean mayDiffer(String name) {
        return isElsewhere(name) && !asLocked.contains(name);
    }

    /** Whether each locked version of a package has this extra. */
    boolean alwaysHasExtra(Edge edge) {
        List<LockedPackage> versions = rendered.getOrDefault(edge.name(), List.of());
        return !versions.isEmpty() && versions.stream().allMatch(v -> BlockExtras.always(this, v, extra(edge.extra())));
    }

    private static ExtraName extra(String name) {
        return ExtraName.parse(name);
    }

    /** Whether another package stands in for one. */
    boolean isReplaced(String name) {
        return requirements.isReplaced(name);
    }

    /** The package that stands for a name. */
    String actual(String name) {
        return requirements.actual(name);
    }

    /** The versions of a package, none of one from elsewhere. */
    List<LockedPackage> versions(String name) {
        return rendered.getOrDefault(name, List.of());
    }

    /** What is one derivation with a package: itself, and the circle that it is in. */
    Set<String> derivation(String name) {
        Set<String> own = new HashSet<>(circle(name));
        own.add(name);
        return own;
    }

    /** What a package requires on some of the targets, its declared extras included, with the targets of each. */
    SortedMap<Edge, SortedSet<String>> dependencies(LockedPackage locked, Set<String> targets) {
        return edges(locked, requirements.of(locked), targets);
    }

    /** What an extra of a package requires on some of the targets. */
    SortedMap<Edge, SortedSet<String>> extra(LockedPackage locked, ExtraName extra, Set<String> targets) {
        return edges(locked, requirements.ofExtra(locked, extra), targets);
    }

    /** What an extra of a package requires, as the lock has it. */
    List<LockedDependency> requiredByExtra(LockedPackage locked, ExtraName extra) {
        return requirements.ofExtra(locked, extra);
    }

    private SortedMap<Edge, SortedSet<String>> edges(
            LockedPackage locked, List<LockedDependency> dependencies, Set<String> targets) {
        SortedMap<Edge, SortedSet<String>> edges = new TreeMap<>();
        Set<String> own = derivation(nameOf(locked));
        Map<Edge, Set<String>> seen = new HashMap<>();
        dependencies.forEach(dependency -> add(edges, own, dependency, targets, seen));
        return edges;
    }

    /**
     * Adds a requirement; one of the same derivation is there already. Of an extra that has such a one, or that is of a
     * circle, whose extras are one, the requirements are added instead.
     */
    private void add(
            SortedMap<Edge, SortedSet<String>> edges,
            Set<String> own,
            LockedDependency dependency,
            Set<String> within,
            Map<Edge, Set<String>> seen) {
        SortedSet<String> targets = new TreeSet<>(dependency.targets());
        targets.retainAll(within);
        String name = dependency.name().value();
        boolean isOwn = own.contains(actual(name));
        if (!isOwn && !targets.isEmpty()) {
            edges.computeIfAbsent(new Edge(name, ""), edge -> new TreeSet<>()).addAll(targets);
        }
        for (ExtraName extra : dependency.extras()) {
            Edge edge = new Edge(name, extra.value());
            SortedSet<String> unseen = new TreeSet<>(targets);
            unseen.removeAll(seen.getOrDefault(edge, Set.of()));
            if (unseen.isEmpty()) {
                continue;
            }
            if (isOwn || !circle(name).isEmpty() || !Collections.disjoint(own, requirements.names(edge))) {
                seen.computeIfAbsent(edge, e -> new HashSet<>()).addAll(unseen);
                requirements.ofExtra(edge).forEach(inner -> add(edges, own, inner, unseen, seen));
            } else {
                edges.computeIfAbsent(edge, e -> new TreeSet<>()).addAll(targets);
            }
        }
    }

    /** The names that must be built before a package, on any target. */
    private SortedSet<String> reached(List<LockedPackage> versions) {
        String name = nameOf(versions.get(0));
        SortedSet<String> names = new TreeSet<>();
        for (LockedPackage locked : versions) {
            names.addAll(requirements.names(requirements.of(locked)));
            SdistBuild.needed(locked, lock.targets()).forEach(needed -> names.add(actual(needed)));
            searchedIn(locked).forEach(place -> names.add(actual(place)));
        }
        names.removeIf(this::isElsewhere);
        names.remove(name);
        return names;
    }

    /** The packages in which a compiled one looks for libraries because its recipe says so. */
    private Stream<String> searchedIn(LockedPackage locked) {
        boolean looks = locked.wheels().stream().anyMatch(wheel -> !wheel.isPure());
        return recipe(locked, locked.targets()).searchPaths().stream()
                .filter(place -> looks)
                .map(SearchPathDeclaration::in);
    }

    /** All that a package waits for on some of the targets, as its block has it. */
    Set<Edge> awaited(LockedPackage locked, Set<String> some) {
        Set<Edge> edges = new TreeSet<>(dependencies(locked, some).keySet());
        SdistBuild.needed(locked, lock.targets()).forEach(name -> edges.add(new Edge(name, "")));
        searchedIn(locked)
                .filter(place -> !derivation(nameOf(locked)).contains(actual(place)))
                .forEach(name -> edges.add(new Edge(name, "")));
        return edges;
    }

    /** What an extra leads to on some of the targets; one of a circle is that of all its members. */
    Set<Edge> opened(Edge extra, Set<String> some) {
        Set<Edge> edges = new TreeSet<>();
        for (String member : derivation(extra.name())) {
            versions(member).stream()
                    .filter(locked -> !Collections.disjoint(locked.targets(), some))
                    .forEach(locked -> edges.addAll(
                            extra(locked, extra(extra.extra()), some).keySet()));
        }
        return edges;
    }
}
