// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.export;

import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.lock.TargetMarkers;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.PackageName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Some targets of a lock, and what they install. */
public final class LockSlice {
    private final Lock lock;
    private final Map<LockedPackage, SortedSet<String>> installed;
    private final List<Target> targets;
    private final SortedSet<String> ids;
    private final List<LockedPackage> packages;
    private final Map<PackageName, List<LockedPackage>> byName;
    private final TargetMarkers markers;

    private LockSlice(Lock lock, List<Target> targets) {
        this(lock, targets, whole(lock, targets));
    }

    private LockSlice(Lock lock, List<Target> targets, Map<LockedPackage, SortedSet<String>> installed) {
        this.lock = lock;
        this.installed = installed;
        this.targets = targets;
        this.ids = targets.stream().map(Target::id).collect(Collectors.toCollection(TreeSet::new));
        this.packages = List.copyOf(installed.keySet());
        this.byName = packages.stream().collect(Collectors.groupingBy(LockedPackage::name));
        this.markers = new TargetMarkers(targets);
    }

    private static Map<LockedPackage, SortedSet<String>> whole(Lock lock, List<Target> targets) {
        Set<String> ids = targets.stream().map(Target::id).collect(Collectors.toSet());
        Map<LockedPackage, SortedSet<String>> installed = new LinkedHashMap<>();
        for (LockedPackage locked : lock.packages()) {
            SortedSet<String> here = new TreeSet<>(locked.targets());
            here.retainAll(ids);
            if (!here.isEmpty()) {
                installed.put(locked, here);
            }
        }
        return installed;
    }

    /**
     * What one environment of the set installs on the chosen targets of its Python.
     *
     * @throws WheelsException D230 where the set has no environment of that name, or its Python was not chosen
     */
    public LockSlice within(WheelSetDeclaration set, String environment) {
        require("wheels.environment", environment, set.environments().stream().map(EnvironmentDeclaration::name));
        EnvironmentDeclaration declared = set.environments().stream()
                .filter(each -> each.name().equals(environment))
                .findFirst()
                .orElseThrow();
        List<Target> its = targets.stream()
                .filter(target -> target.python().equals(declared.python()))
                .toList();
        if (its.isEmpty()) {
            require("wheels.python", targets.get(0).python(), Stream.of(declared.python()));
        }
        return new LockSlice(lock, its, EnvironmentWalk.of(set, declared, whole(lock, its), its));
    }

    /**
     * The targets of one Python, of one platform, of both, or all.
     *
     * @param python such as {@code 3.12}
     * @param platform such as {@code x86_64-linux}
     * @throws WheelsException D230 where the lock has none of that kind
     */
    public static LockSlice of(Lock lock, Optional<String> python, Optional<String> platform) {
        python.ifPresent(
                asked -> require("wheels.python", asked, lock.targets().stream().map(Target::python)));
        platform.ifPresent(asked ->
                require("wheels.platform", asked, lock.targets().stream().map(Target::system)));
        // A lock has every Python on every platform, so that both together are one of its targets.
        return new LockSlice(
                lock,
                lock.targets().stream()
                        .filter(target -> python.map(target.python()::equals).orElse(true))
                        .filter(target -> platform.map(target.system()::equals).orElse(true))
                        .toList());
    }

    private static void require(String option, String asked, Stream<String> locked) {
        List<String> known = locked.distinct().toList();
        if (!known.contains(asked)) {
            throw new WheelsException(
                    ExportProblem.NOT_IN_LOCK,
                    option + " is \"" + asked + "\"; locked: " + String.join(", ", known),
                    "give -D" + option + "=" + known.get(0) + ", or leave it out for all");
        }
    }

    /** The chosen targets, in the order of the lock; never empty. */
    List<Target> targets() {
        return targets;
    }

    /** The ids of the chosen targets. */
    SortedSet<String> ids() {
        return Collections.unmodifiableSortedSet(ids);
    }

    /** Those of some ids that are chosen. */
    SortedSet<String> chosen(SortedSet<String> some) {
        SortedSet<String> both = new TreeSet<>(some);
        both.retainAll(ids);
        return both;
    }

    /** The ids of the chosen targets that install a package. */
    SortedSet<String> targets(LockedPackage locked) {
        return installed.getOrDefault(locked, Collections.emptySortedSet());
    }

    /** The packages that one of the chosen targets installs. */
    List<LockedPackage> packages() {
        return packages;
    }

    /** The files of a package that one of the chosen targets installs. */
    List<LockedFile> files(LockedPackage locked) {
        return locked.files()
                .filter(file ->
                        !(file instanceof LockedWheel wheel) || !Collections.disjoint(wheel.targets(), targets(locked)))
                .toList();
    }

    /** The packages that one of them needs itself. */
    Stream<LockedPackage> needed(LockedPackage locked) {
        return locked.allDependencies()
                .flatMap(edge -> byName.getOrDefault(edge.name(), List.of()).stream()
                        .filter(other -> !Collections.disjoint(chosen(edge.targets()), targets(other))))
                .distinct();
    }

    /** The marker that holds on those of the chosen targets that install a package; none where all do. */
    Optional<EnvironmentMarker> marker(LockedPackage locked) {
        return markers.of(targets(locked));
    }
}
