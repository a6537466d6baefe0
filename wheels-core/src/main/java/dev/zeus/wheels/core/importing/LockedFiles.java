// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.text.Valid;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.SdistFilename;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.WheelFilename;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that a lock names of one entry.
 *
 * @param wheels its wheels
 * @param hasSdist whether it could be built
 */
record LockedFiles(List<WheelFilename> wheels, boolean hasSdist) {
    /** Of an entry that names none, which says nothing about what there is. */
    static final LockedFiles UNKNOWN = new LockedFiles(List.of(), false);

    LockedFiles {
        wheels = List.copyOf(wheels);
    }

    /** The files of these names or addresses; what is neither wheel nor sdist is passed over. */
    static LockedFiles of(List<String> files) {
        List<WheelFilename> wheels = new ArrayList<>();
        boolean sdist = false;
        for (String file : files) {
            String name = file.replaceAll("[?#].*", "").replaceAll(".*/", "").replace("%2B", "+");
            if (WheelFilename.isWheel(name)) {
                // One of no valid name no tool installs.
                Valid.of(name, WheelFilename::parse).ifPresent(wheels::add);
            }
            sdist |= SdistFilename.isSdist(name);
        }
        return new LockedFiles(wheels, sdist);
    }

    /** Those of one version, where a lock lists those of several together. */
    LockedFiles of(PackageName name, Version version) {
        return new LockedFiles(
                wheels.stream()
                        .filter(wheel ->
                                wheel.name().equals(name) && wheel.version().equals(version))
                        .toList(),
                hasSdist);
    }

    /** Whether a target can only have it built from source. */
    boolean onlyBuilt(Target target) {
        return hasSdist && !fits(target);
    }

    /** Whether the entry names files, of which a target can have none. */
    boolean missing(Target target) {
        return !hasSdist && !wheels.isEmpty() && !fits(target);
    }

    private boolean fits(Target target) {
        return wheels.stream().anyMatch(wheel -> target.tags().rank(wheel).isPresent());
    }
}
