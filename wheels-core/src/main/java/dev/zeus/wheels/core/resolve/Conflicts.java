// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.PackageName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often packages got into conflicts, and in which order they are decided because of it.
 *
 * <p>A package whose versions are rejected again and again for one that was decided before it is decided early from
 * then on; the one that keeps rejecting others comes after it. So the package with many versions that all ask for the
 * same keeps its newest version, and its versions are not tried one by one. The threshold is uv's.
 */
final class Conflicts {
    private static final int ENOUGH = 5;

    private enum Turn {
        EARLY,
        LATE,
        USUAL
    }

    private final Map<PackageKey, Integer> affected = new HashMap<>();
    private final Map<PackageKey, Integer> culprits = new HashMap<>();
    private final Map<PackageKey, Turn> turns = new HashMap<>();

    /**
     * Counts a conflict.
     *
     * @param rejected the package whose latest version the conflict took back
     * @param involved all packages of the conflict
     * @return the packages that change their turn, whose decisions must be taken back for it
     */
    List<PackageKey> record(PackageKey rejected, Collection<PackageKey> involved) {
        List<PackageKey> rejecting = involved.stream()
                .filter(key -> name(key).isPresent() && !name(key).equals(name(rejected)))
                .toList();
        List<PackageKey> moved = new ArrayList<>();
        if (rejecting.isEmpty() || name(rejected).isEmpty()) {
            return moved;
        }
        if (affected.merge(rejected, 1, Integer::sum) == ENOUGH
                && !Optional.of(Turn.EARLY).equals(Optional.ofNullable(turns.put(rejected, Turn.EARLY)))) {
            moved.add(rejected);
        }
        for (PackageKey key : rejecting) {
            if (culprits.merge(key, 1, Integer::sum) == ENOUGH && !turns.containsKey(key)) {
                turns.put(key, Turn.LATE);
                moved.add(key);
            }
        }
        return moved;
    }

    /** Whether packages had to give way to others again and again. */
    boolean haveMoved() {
        return !turns.isEmpty();
    }

    /** The lower it is, the earlier a package is decided. */
    int turn(PackageKey key) {
        return turns.getOrDefault(key, Turn.USUAL).ordinal();
    }

    private static Optional<PackageName> name(PackageKey key) {
        if (key instanceof PackageKey.Project project) {
            return Optional.of(project.name());
        }
        return key instanceof PackageKey.Extra extra ? Optional.of(extra.name()) : Optional.empty();
    }
}
