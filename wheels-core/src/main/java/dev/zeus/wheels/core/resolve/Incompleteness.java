// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Which releases are still being uploaded: begun within a day, with wheels for some targets only, though the release
 * before had one for a target that is missing.
 *
 * <p>Such a release is left alone by all targets, so that they do not come apart over an hour.
 */
final class Incompleteness {
    private static final Duration UPLOADING = Duration.ofDays(1);

    private final ResolutionRules rules;
    private final SortedMap<Version, List<WheelFile>> files;
    private final Instant since;

    Incompleteness(ResolutionRules rules, SortedMap<Version, List<WheelFile>> files) {
        this.rules = rules;
        this.files = files;
        this.since = rules.now().minus(UPLOADING);
    }

    /** What is missing of a release that is still being uploaded; empty for any other. */
    Optional<String> of(Version version) {
        if (!isYoung(files.getOrDefault(version, List.of()))) {
            return Optional.empty();
        }
        SortedMap<Version, List<WheelFile>> before = files.headMap(version);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        List<Target> has = targetsOf(version);
        List<Target> missing = targetsOf(before.lastKey()).stream()
                .filter(target -> !has.contains(target))
                .toList();
        return has.isEmpty() || missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "no wheel yet for " + missing.stream().map(Target::id).collect(Collectors.joining(", ")));
    }

    /** Whether the first of some files was uploaded within a day. */
    private boolean isYoung(List<WheelFile> wheels) {
        boolean timed = false;
        for (WheelFile wheel : wheels) {
            if (wheel.uploadTime().isPresent()) {
                timed = true;
                if (!wheel.uploadTime().get().isAfter(since)) {
                    return false;
                }
            }
        }
        return timed;
    }

    private List<Target> targetsOf(Version version) {
        List<WheelFile> wheels = files.getOrDefault(version, List.of());
        return rules.targets().stream()
                .filter(target -> wheels.stream()
                        .anyMatch(wheel -> target.tags().rank(wheel.filename()).isPresent()))
                .toList();
    }
}
