package dev.zeus.wheels.core.render;

import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
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

/** The lock as the renderer asks it: which packages are rendered, what they require, which require each other. */
final class LockedSet {
    private final Lock lock;
    private final Set<String> elsewhere = new HashSet<>(ReservedNames.BOOTSTRAP);
    private final Set<String> asLocked = new HashSet<>();
    private final Map<String, List<String>> declaredExtras;
    private final Map<String, RecipeDeclaration> recipes = new HashMap<>();
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
        declaration.wheels().forEach(wheel -> recipes.put(wheel.name(), wheel.recipe()));
        declaration.wheels().stream()
                .filter(wheel -> !wheel.tests().contains(PackageTest.IMPORT))
                .forEach(wheel -> untested.add(wheel.name()));
        declaredExtras = declaration.wheels().stream()
                .collect(Collectors.toMap(WheelDeclaration::name, WheelDeclaration::extras));
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
     * What only packages need that come from elsewhere, and who supplies those supplies it. It is locked, since whoever
     * installs without Nix needs it.
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

    /** What is declared of the way a package is built. */
    RecipeDeclaration recipe(String name) {
        return recipes.getOrDefault(name, RecipeDeclaration.USUAL);
    }

    /** The modules of a package that have to import; none where its declaration wants other tests. */
    List<String> modules(LockedPackage locked) {
        return untested.contains(nameOf(locked)) ? List.of() : locked.facts().imports();
    }

    /**
     * Those of them that have to import where nothing is but what the package requires: of a declared one its main
     * modules. Others may be for an extra ({@code blackd} of black), and what is required for the sake of others often
     * imports them ({@code soupsieve} does bs4).
     */
    List<String> imports(LockedPackage locked) {
        if (!recipes.containsKey(nameOf(locked))) {
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

    /** Whether a package comes from elsewhere and need not be of the locked version. */
    boolean mayDiffer(String name) {
        return isElsewhere(name) && !asLocked.contains(name);
    }

    /** Whether each locked version of a package has this extra. */
    boolean alwaysHasExtra(Edge edge) {
        List<LockedPackage> versions = rendered.getOrDefault(edge.name(), List.of());
        return !versions.isEmpty()
                && versions.stream().allMatch(v -> v.optionalDependencies().containsKey(extra(edge.extra())));
    }

    private static ExtraName extra(String name) {
        return ExtraName.parse(name);
    }

    /** What a package requires on some of the targets, its declared extras included, with the targets of each. */
    SortedMap<Edge, SortedSet<String>> dependencies(LockedPackage locked, Set<String> targets) {
        List<LockedDependency> all = new ArrayList<>(locked.dependencies());
        for (String extra : declaredExtras.getOrDefault(nameOf(locked), List.of())) {
            all.addAll(locked.optionalDependencies().getOrDefault(extra(extra), List.of()));
        }
        return edges(locked, all, targets);
    }

    /** What an extra of a package requires on some of the targets. */
    SortedMap<Edge, SortedSet<String>> extra(LockedPackage locked, ExtraName extra, Set<String> targets) {
        return edges(locked, locked.optionalDependencies().getOrDefault(extra, List.of()), targets);
    }

    private SortedMap<Edge, SortedSet<String>> edges(
            LockedPackage locked, List<LockedDependency> dependencies, Set<String> targets) {
        SortedMap<Edge, SortedSet<String>> edges = new TreeMap<>();
        Set<String> own = new HashSet<>(circle(nameOf(locked)));
        own.add(nameOf(locked));
        Set<Edge> seen = new HashSet<>();
        kept(locked, dependencies).forEach(dependency -> add(edges, own, dependency, targets, seen));
        return edges;
    }

    /** The requirements without those that the package's recipe removes. */
    private List<LockedDependency> kept(LockedPackage locked, List<LockedDependency> dependencies) {
        List<String> removed = recipe(nameOf(locked)).remove();
        return dependencies.stream()
                .filter(dependency -> !removed.contains(dependency.name().value()))
                .toList();
    }

    /**
     * Adds a requirement; one of the same derivation is there already, and of its extras the requirements are added
     * instead.
     */
    private void add(
            SortedMap<Edge, SortedSet<String>> edges,
            Set<String> own,
            LockedDependency dependency,
            Set<String> within,
            Set<Edge> seen) {
        SortedSet<String> targets = new TreeSet<>(dependency.targets());
        targets.retainAll(within);
        String name = dependency.name().value();
        if (targets.isEmpty()) {
            return;
        }
        if (!own.contains(name)) {
            edges.computeIfAbsent(new Edge(name, ""), edge -> new TreeSet<>()).addAll(targets);
        }
        for (ExtraName extra : dependency.extras()) {
            Edge edge = new Edge(name, extra.value());
            if (!own.contains(name)) {
                edges.computeIfAbsent(edge, e -> new TreeSet<>()).addAll(targets);
            } else if (seen.add(edge)) {
                ofExtra(edge).forEach(inner -> add(edges, own, inner, targets, seen));
            }
        }
    }

    private List<LockedDependency> ofExtra(Edge edge) {
        return rendered.getOrDefault(edge.name(), List.of()).stream()
                .flatMap(v -> v.optionalDependencies().getOrDefault(extra(edge.extra()), List.of()).stream())
                .toList();
    }

    /** The names that must be built before a package, on any target. */
    private SortedSet<String> reached(List<LockedPackage> versions) {
        SortedSet<String> names = new TreeSet<>();
        Set<Edge> seen = new HashSet<>();
        for (LockedPackage locked : versions) {
            kept(locked, locked.dependencies()).forEach(dependency -> reach(names, dependency, seen));
            for (String extra : declaredExtras.getOrDefault(nameOf(locked), List.of())) {
                kept(locked, locked.optionalDependencies().getOrDefault(extra(extra), List.of()))
                        .forEach(dependency -> reach(names, dependency, seen));
            }
        }
        names.removeIf(this::isElsewhere);
        names.remove(nameOf(versions.get(0)));
        return names;
    }

    private void reach(SortedSet<String> names, LockedDependency dependency, Set<Edge> seen) {
        names.add(dependency.name().value());
        for (ExtraName extra : dependency.extras()) {
            Edge edge = new Edge(dependency.name().value(), extra.value());
            if (seen.add(edge)) {
                ofExtra(edge).forEach(inner -> reach(names, inner, seen));
            }
        }
    }
}
