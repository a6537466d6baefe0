// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedSdist;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.wheel.BrokenWheelException;
import dev.zeus.wheels.core.wheel.WheelStore;
import dev.zeus.wheels.python.PackageName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The packages of a target that are built from source. Nothing is built to check it, so that what needs one of them
 * cannot be imported without Nix.
 */
final class SourceBuilds {
    private final Map<PackageName, PackageName> needing = new HashMap<>();

    /** Those among the packages that a target installs. */
    SourceBuilds(List<LockedPackage> packages, Target target) {
        packages.stream()
                .filter(locked -> locked.sdist().isPresent())
                .forEach(locked -> needing.put(locked.name(), locked.name()));
        boolean grown = !needing.isEmpty();
        while (grown) {
            grown = false;
            for (LockedPackage locked : packages) {
                grown |= !needing.containsKey(locked.name()) && take(locked, target);
            }
        }
    }

    private boolean take(LockedPackage locked, Target target) {
        Optional<PackageName> built = locked.dependencies().stream()
                .filter(dependency -> dependency.targets().contains(target.id()))
                .map(LockedDependency::name)
                .flatMap(name -> Optional.ofNullable(needing.get(name)).stream())
                .findFirst();
        built.ifPresent(name -> needing.put(locked.name(), name));
        return built.isPresent();
    }

    /** What is built from source that a package needs, itself perhaps. */
    Optional<PackageName> neededBy(PackageName name) {
        return Optional.ofNullable(needing.get(name));
    }

    /** Whether a source distribution is the locked file. */
    static Outcome hash(LockedSdist sdist, WheelStore store) {
        try {
            store.fetch(sdist.url(), sdist.sha256(), sdist.size());
            return new Outcome.Passed();
        } catch (BrokenWheelException e) {
            return new Outcome.Failed(e.problem());
        } catch (WheelsException e) {
            return new Outcome.NotRun(
                    "\"" + sdist.filename() + "\" cannot be fetched: "
                            + e.problem().message(),
                    true);
        }
    }
}
