// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import dev.zeus.wheels.core.lock.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some targets in as few words as tell them from the others: {@code x86_64-linux}, {@code Python 3.11, 3.12},
 * {@code x86_64-linux with Python 3.11}, {@code all but Python 3.11}, or, where they are no such block, their ids.
 */
final class TargetPhrase {
    private final List<Target> all;

    /**
     * Phrases about some of these.
     *
     * @param all the targets of the lock
     */
    TargetPhrase(List<Target> all) {
        this.all = all;
    }

    /** The phrase; {@code all targets} where it is all of them. */
    String of(Set<String> ids) {
        List<Target> some =
                all.stream().filter(target -> ids.contains(target.id())).toList();
        if (some.size() == all.size()) {
            return "all targets";
        }
        return block(some)
                .or(() -> block(all.stream()
                                .filter(target -> !ids.contains(target.id()))
                                .toList())
                        .map(others -> "all but " + others))
                .orElseGet(() -> some.stream().map(Target::id).collect(Collectors.joining(", ")));
    }

    /** Some systems with some Pythons, where some targets are just that. */
    private Optional<String> block(List<Target> some) {
        List<String> systems = systems(some);
        List<String> pythons = pythons(some);
        long block = all.stream()
                .filter(target -> systems.contains(target.system()) && pythons.contains(target.python()))
                .count();
        if (block != some.size()) {
            return Optional.empty();
        }
        String on = String.join(", ", systems);
        String with = "Python " + String.join(", ", pythons);
        if (pythons.equals(pythons(all))) {
            return Optional.of(on);
        }
        return Optional.of(systems.equals(systems(all)) ? with : on + " with " + with);
    }

    private static List<String> systems(List<Target> targets) {
        return targets.stream().map(Target::system).distinct().sorted().toList();
    }

    private static List<String> pythons(List<Target> targets) {
        return targets.stream().map(Target::python).distinct().toList();
    }
}
