// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.python.ExtraName;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One locked package that needs another, such as {@code fastapi 0.121.0} with its extra {@code standard} and
 * {@code uvicorn 0.38.0}.
 *
 * @param from what needs it
 * @param through the extra of {@code from} that needs it; empty where it is needed without extras
 * @param to what is needed
 * @param extras the extras of {@code to} that are needed
 * @param targets the ids of the targets where that is so
 */
public record Link(
        LockedPackage from,
        Optional<ExtraName> through,
        LockedPackage to,
        SortedSet<ExtraName> extras,
        SortedSet<String> targets) {
    public Link {
        extras = Collections.unmodifiableSortedSet(new TreeSet<>(extras));
        targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
    }

    /** The other end, seen from one of the two. */
    LockedPackage end(boolean inverted) {
        return inverted ? from : to;
    }

    /** Whether it is so on every target of the package that it is shown below. */
    boolean isEverywhere(boolean inverted) {
        return targets.containsAll((inverted ? to : from).targets());
    }
}
