// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.NixpkgsShare;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.nixpkgs.NixpkgsSnapshot;
import dev.zeus.wheels.core.render.RenderProblem;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which packages of a wheel set nixpkgs is to supply, and in which versions it has them. */
public final class NixpkgsChoice {
    private final NixpkgsSnapshot snapshot;
    private final boolean isFirst;
    private final Map<PackageName, Provider> declared = new TreeMap<>();

    private NixpkgsChoice(WheelSetDeclaration set, NixpkgsSnapshot snapshot) {
        this.snapshot = snapshot;
        this.isFirst = set.dependencies() == DependencyPolicy.NIXPKGS_FIRST;
        for (WheelDeclaration wheel : set.wheels()) {
            declared.put(PackageName.parse(wheel.name()), wheel.provider());
        }
    }

    /**
     * The choice that a set and the snapshot of its project make; empty where there is no snapshot.
     *
     * @throws WheelsException N305 where the set needs one, L301 where it cannot be read
     */
    public static Optional<NixpkgsChoice> of(WheelSetDeclaration set, Optional<Path> file) {
        Optional<Path> there = file.filter(Files::exists);
        if (there.isEmpty() && set.dependencies() == DependencyPolicy.NIXPKGS_FIRST) {
            throw new WheelsException(
                    RenderProblem.NO_SNAPSHOT,
                    "dependencies = NIXPKGS_FIRST needs the versions in nixpkgs, but there is no "
                            + file.map(path -> "\"" + path + "\"").orElse("snapshot of them"),
                    "take it with: mvn wheels:snapshot");
        }
        return there.map(path -> new NixpkgsChoice(set, NixpkgsSnapshot.read(path)));
    }

    private boolean isAsked(PackageName name) {
        return Optional.ofNullable(declared.get(name))
                .map(provider -> provider == Provider.NIXPKGS)
                .orElse(isFirst);
    }

    /** The version that a target tries first. */
    Optional<Version> preferred(PackageName name, Target target) {
        return isAsked(name) ? snapshot.version(name, target.id()) : Optional.empty();
    }

    /** The names that have a version to try first. */
    SortedSet<PackageName> names() {
        SortedSet<PackageName> names = new TreeSet<>(snapshot.versions().keySet());
        names.removeIf(name -> !isAsked(name));
        return names;
    }

    /** Whether a lock was made from the snapshot that is there; without one it was made from none. */
    public static boolean isOf(Lock lock, Optional<NixpkgsChoice> choice) {
        return lock.nixpkgs().map(NixpkgsShare::snapshot).equals(choice.map(each -> each.snapshot.digest()));
    }

    /** The lock with what nixpkgs supplies of it. */
    Lock mark(Lock lock) {
        SortedSet<PackageName> supplied = new TreeSet<>();
        SortedSet<PackageName> others = new TreeSet<>();
        for (LockedPackage locked : lock.packages()) {
            boolean same = isAsked(locked.name())
                    && locked.targets().stream()
                            .allMatch(target -> snapshot.version(locked.name(), target)
                                    .filter(locked.version()::equals)
                                    .isPresent());
            (same ? supplied : others).add(locked.name());
        }
        supplied.removeAll(others);
        return lock.with(new NixpkgsShare(snapshot.digest(), supplied));
    }
}
