// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.index.IndexFile;
import dev.zeus.wheels.core.index.ProjectPage;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedSdist;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.Version;
import java.util.Optional;

/**
 * The files of an entry that a run leaves alone: a target keeps the file it had, though the index may have a better one
 * by now.
 */
record KeptFiles(LockedPackage entry, ProjectPage page) {

    /**
     * The file that a target keeps; empty where it had none, or cannot have it any more.
     *
     * @param chosen the best file as of today; one that ranks above it was refused for a reason
     * @throws WheelsException L204 where the index has another file of that name now
     */
    Optional<LockedWheel> of(Target target, WheelFile chosen) {
        return entry.wheels().stream()
                .filter(wheel -> wheel.targets().contains(target.id()))
                .filter(wheel -> rank(target, wheel)
                                >= target.tags().rank(chosen.filename()).orElse(Integer.MAX_VALUE)
                        && rank(target, wheel) < Integer.MAX_VALUE)
                .filter(wheel -> isListed(wheel, wheel.filename().version()))
                .findFirst();
    }

    /** Whether the index still lists the source distribution that the package is built from. */
    Optional<LockedSdist> sdist() {
        return entry.sdist().filter(sdist -> isListed(sdist, sdist.filename().version()));
    }

    private static int rank(Target target, LockedWheel wheel) {
        return target.tags().rank(wheel.filename()).orElse(Integer.MAX_VALUE);
    }

    private boolean isListed(LockedFile locked, Version version) {
        Optional<IndexFile> listed = page.file(version, locked.name());
        listed.flatMap(IndexFile::sha256).ifPresent(now -> {
            if (!now.equals(locked.sha256())) {
                throw new WheelsException(replaced(entry, locked, now));
            }
        });
        return listed.isPresent();
    }

    /** The message about a file whose name the index gives to another one. */
    static Problem replaced(LockedPackage entry, LockedFile locked, Sha256 now) {
        return new Problem(
                LockingProblem.REPLACED_FILE,
                "\"" + locked.name() + "\" was replaced: the lock has sha256:" + locked.sha256() + ", but \""
                        + entry.source() + "\" lists sha256:" + now,
                "find out who replaced it; if that was intended, accept it with -Dwheels.upgrade=" + entry.name());
    }
}
