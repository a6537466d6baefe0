// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.index.ReleaseTable;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private final ReleaseTable releases;
    private final Instant since;

    Incompleteness(ResolutionRules rules, ReleaseTable releases) {
        this.rules = rules;
        this.releases = releases;
        this.since = rules.now().minus(UPLOADING);
    }

    /** What is missing of a release that is still being uploaded; empty for any other. */
    Optional<String> of(int version) {
        if (version == 0 || !releases.isBegunSince(since, version)) {
            return Optional.empty();
        }
        List<Target> has = targetsOf(version);
        List<Target> missing = targetsOf(version - 1).stream()
                .filter(target -> !has.contains(target))
                .toList();
        return has.isEmpty() || missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "no wheel yet for " + missing.stream().map(Target::id).collect(Collectors.joining(", ")));
    }

    private List<Target> targetsOf(int version) {
        List<WheelFile> wheels = releases.wheels(releases.versions().get(version));
        return rules.targets().stream()
                .filter(target -> wheels.stream()
                        .anyMatch(wheel -> target.tags().rank(wheel.filename()).isPresent()))
                .toList();
    }
}
