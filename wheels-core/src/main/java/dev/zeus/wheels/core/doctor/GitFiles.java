// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.doctor;

import dev.zeus.wheels.core.program.HostProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What git knows of a directory. */
final class GitFiles {
    /** Git answers in a fraction of a second; the rest is for large work trees on cold disks. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final int SHOWN = 5;

    private GitFiles() {}

    /** The first files below a directory that git does not know; empty where there is no git, or no repository. */
    static Optional<List<String>> untracked(Path directory) {
        try {
            return HostProgram.run(
                            List.of("git", "ls-files", "--others", "--exclude-standard", "--", "."), directory, LIMIT)
                    .filter(git -> git.exit() == 0)
                    .map(git -> git.output().lines().limit(SHOWN).toList());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
