// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedSdist;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What building a locked source distribution needs of the Python package set. */
final class SdistBuild {
    private static final Set<String> RUST = Set.of("maturin", "setuptools-rust");

    private final LockedSet set;
    private final LockedPackage locked;
    private final LockedSdist sdist;

    /**
     * The build of a source distribution.
     *
     * @throws WheelsException N307 where it needs what no index tells, N308 where it would have to be there before it
     *     is built
     */
    SdistBuild(LockedSet set, LockedPackage locked, LockedSdist sdist) {
        this.set = set;
        this.locked = locked;
        this.sdist = sdist;
        requireNoRust();
        requireNoCircle();
    }

    private void requireNoRust() {
        Optional<String> rust = sdist.buildRequires().stream()
                .map(requirement -> requirement.name().value())
                .filter(RUST::contains)
                .findFirst();
        if (rust.isPresent()) {
            throw new WheelsException(
                    RenderProblem.UNKNOWN_BUILD,
                    "\"" + sdist.filename() + "\" is built with " + rust.get()
                            + ", for which Nix needs the hash of its Rust dependencies",
                    "Declare it as @CustomPackage with buildSystem = BuildSystem.MATURIN and cargoHash, or take a wheel.");
        }
    }

    private void requireNoCircle() {
        if (!set.circle(LockedSet.nameOf(locked)).isEmpty()) {
            throw new WheelsException(
                    RenderProblem.SDIST_CYCLE,
                    "\"" + locked.name() + "\" is in a cycle of requirements with "
                            + String.join(", ", set.circle(LockedSet.nameOf(locked)))
                            + ", so it cannot be built before them",
                    "Break it with remove in a @Recipe of one of them, or use wheels for all of them.");
        }
    }

    /** The build requirements that hold on some of the targets, with the targets of each. */
    SortedMap<Edge, SortedSet<String>> needs(Set<String> targets) {
        SortedMap<Edge, SortedSet<String>> needs = new TreeMap<>();
        for (Target target : set.targets()) {
            if (targets.contains(target.id())) {
                sdist.buildRequires().stream()
                        .filter(requirement -> holds(requirement, target))
                        .map(Requirement::name)
                        .map(PackageName::value)
                        .forEach(name -> needs.computeIfAbsent(new Edge(name, ""), edge -> new TreeSet<>())
                                .add(target.id()));
            }
        }
        return needs;
    }

    /** The names that building a version needs on some of these targets; none of one that is not built. */
    static List<String> needed(LockedPackage locked, List<Target> targets) {
        return locked.sdist().stream()
                .flatMap(sdist -> sdist.buildRequires().stream())
                .filter(requirement -> targets.stream()
                        .anyMatch(target -> locked.targets().contains(target.id()) && holds(requirement, target)))
                .map(requirement -> requirement.name().value())
                .toList();
    }

    /** Whether it is needed; where its marker has no answer, it may be. */
    private static boolean holds(Requirement requirement, Target target) {
        return requirement
                .marker()
                .map(marker -> marker.mayHold(target.environment(), Set.of()))
                .orElse(true);
    }

    /** Whether it asks for versions, which the set has its own of. */
    boolean namesVersions() {
        return sdist.buildRequires().stream()
                .anyMatch(requirement -> !requirement.specifiers().specifiers().isEmpty());
    }
}
