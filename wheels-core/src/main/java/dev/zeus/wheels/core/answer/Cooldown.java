// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The cutoff of a lock: how early its files were uploaded, and how old files must be where an age says so.
 *
 * <p>Example: {@code new Cooldown(Instant.parse("2026-11-01T00:00:00Z"), Optional.of(Duration.ofDays(7)))}.
 *
 * @param before the moment before which files of the lock were uploaded
 * @param age how old files must be; empty where the cutoff is a moment, or not declared any more
 */
public record Cooldown(Instant before, Optional<Duration> age) {

    /** Why a release is not let in, for a sentence; with an age, from when on it is. */
    String against(Release release) {
        return "excludeNewer ("
                + release.uploaded()
                        .map(time -> age.map(old -> "free on " + free(time, old))
                                .orElse("uploaded " + time + ", not before " + before))
                        .orElse("its index does not say when it was uploaded")
                + ")";
    }

    /** Ages are in minutes, and so is what follows from them. */
    private static Instant free(Instant uploaded, Duration age) {
        return uploaded.plus(age).plus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);
    }
}
