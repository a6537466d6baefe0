// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which locked packages need which, on which targets, and which types declare them.
 *
 * <p>Its nodes are versions: where {@code numpy} is locked twice, for old Pythons and for new ones, a package that
 * needs it has two links.
 */
public final class LockGraph {
    private static final Comparator<Link> ORDER = Comparator.comparing(
                    (Link link) -> link.to().name())
            .thenComparing(link -> link.to().version())
            .thenComparing(link -> link.to().source())
            .thenComparing(link -> link.through().map(ExtraName::value).orElse(""));

    private static final Comparator<Link> BY_NEEDING = Comparator.comparing(
                    (Link link) -> link.from().name())
            .thenComparing(link -> link.from().version())
            .thenComparing(link -> link.from().source())
            .thenComparing(ORDER);

    private final Lock lock;
    private final SortedMap<PackageName, List<LockedPackage>> byName;
    /** By identity: the packages are those of one lock, and to compare them by what they hold takes long. */
    private final IdentityHashMap<LockedPackage, List<Link>> needs = new IdentityHashMap<>();

    private final IdentityHashMap<LockedPackage, List<Link>> neededBy = new IdentityHashMap<>();
    private final List<Declared> declared;

    /**
     * The graph of a lock.
     *
     * @param origins what is shown of a declaring type, with its place
     */
    public LockGraph(WheelSetDeclaration set, Lock lock, UnaryOperator<String> origins) {
        this.lock = lock;
        this.byName = lock.packages().stream()
                .collect(Collectors.groupingBy(LockedPackage::name, TreeMap::new, Collectors.toList()));
        for (LockedPackage from : lock.packages()) {
            List<Link> links = links(from);
            needs.put(from, links);
            links.forEach(link ->
                    neededBy.computeIfAbsent(link.to(), to -> new ArrayList<>()).add(link));
        }
        neededBy.values().forEach(links -> links.sort(BY_NEEDING));
        this.declared =
                set.wheels().stream().flatMap(wheel -> declared(wheel, origins)).toList();
    }

    private List<Link> links(LockedPackage from) {
        List<Link> links = new ArrayList<>();
        add(links, from, Optional.empty(), from.dependencies());
        from.optionalDependencies().forEach((extra, needed) -> add(links, from, Optional.of(extra), needed));
        links.sort(ORDER);
        return links;
    }

    /** An extra may lead to other extras of the same package; what those need is there under their names. */
    private void add(List<Link> links, LockedPackage from, Optional<ExtraName> through, List<LockedDependency> needed) {
        for (LockedDependency dependency : needed) {
            for (LockedPackage to : packages(dependency.name())) {
                SortedSet<String> targets = new TreeSet<>(dependency.targets());
                targets.retainAll(to.targets());
                targets.retainAll(from.targets());
                if (!targets.isEmpty() && !to.equals(from)) {
                    links.add(new Link(from, through, to, dependency.extras(), targets));
                }
            }
        }
    }

    private Stream<Declared> declared(WheelDeclaration wheel, UnaryOperator<String> origins) {
        List<Target> wanted = lock.targets().stream()
                .filter(target -> wheel.pythons().contains(target.python()))
                .filter(target -> wheel.platforms().contains(Platform.UNIVERSAL)
                        || wheel.platforms().contains(target.platform()))
                .toList();
        String origin = origins.apply(wheel.type());
        return packages(new PackageName(wheel.name())).stream().flatMap(locked -> {
            SortedSet<String> targets = wanted.stream()
                    .map(Target::id)
                    .filter(locked.targets()::contains)
                    .collect(Collectors.toCollection(TreeSet::new));
            return targets.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new Declared(locked, wheel.type(), origin, wheel.version(), targets));
        });
    }

    /** All packages, by name and version. */
    public List<LockedPackage> packages() {
        return lock.packages();
    }

    /** The locked versions of a package; none where it is not locked. */
    public List<LockedPackage> packages(PackageName name) {
        return byName.getOrDefault(name, List.of());
    }

    /** The names of all packages. */
    public SortedSet<PackageName> names() {
        return new TreeSet<>(byName.keySet());
    }

    /** The targets of the lock. */
    public List<Target> targets() {
        return lock.targets();
    }

    /** What is declared, by name. */
    public List<Declared> declared() {
        return declared;
    }

    /** The declarations of a package. */
    public List<Declared> declared(LockedPackage locked) {
        return declared.stream()
                .filter(one -> one.locked().name().equals(locked.name()))
                .filter(one -> one.locked().equals(locked))
                .toList();
    }

    /** What a package needs, by name. */
    public List<Link> needs(LockedPackage locked) {
        return needs.getOrDefault(locked, List.of());
    }

    /** What needs a package, by name. */
    public List<Link> neededBy(LockedPackage locked) {
        return neededBy.getOrDefault(locked, List.of());
    }
}
