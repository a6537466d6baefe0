// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import dev.zeus.wheels.python.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A version as its index lists it.
 *
 * @param version the version
 * @param uploaded when the first file of it that fits was uploaded, where the index says so
 * @param isYanked whether all that fits was withdrawn
 * @param fits the ids of the targets that it has a file for
 */
public record Release(Version version, Optional<Instant> uploaded, boolean isYanked, SortedSet<String> fits) {
    public Release {
        fits = Collections.unmodifiableSortedSet(new TreeSet<>(fits));
    }
}
