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
        return "excludeNewer, which lets in what was uploaded before " + before
                + release.uploaded()
                        .map(time -> "; it was on " + time + free(time))
                        .orElse("; its index does not say when it was");
    }

    /** Ages are in minutes, and so is what follows from them. */
    private String free(Instant uploaded) {
        return age.map(old -> ", and is free on "
                        + uploaded.plus(old).plus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES))
                .orElse("");
    }
}
