// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.disk.ByteCount;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.disk.ProcessLock;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.fork.RunProcesses;
import dev.zeus.wheels.core.http.CacheContent;
import dev.zeus.wheels.core.http.CacheItem;
import dev.zeus.wheels.core.http.HttpProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows what a user's cache holds, and removes what a rule does not let stay. */
public final class CacheUpkeep {
    private CacheUpkeep() {}

    /**
     * Looks at a cache, and prunes it where a rule is given; waits for builds that use it before it removes anything.
     *
     * @param directory the cache, such as {@code CacheDirectory.standard(…)}; it need not exist
     * @throws WheelsException E116 if a file cannot be read or removed, E117 if the directory is not a cache of ours
     */
    @SuppressWarnings("try") // the lock is held, and not asked
    public static CacheOutcome run(Path directory, Optional<PruneRule> rule, EventSink events) {
        CacheContent content = new CacheContent(directory);
        try {
            if (rule.isEmpty() || Files.notExists(directory)) {
                return new CacheOutcome(directory, content.items(), List.of());
            }
            if (!content.isCache()) {
                throw new WheelsException(
                        HttpProblem.NO_CACHE,
                        "\"" + directory
                                + "\" has no CACHEDIR.TAG of Zeus Wheels, so it is not one of its caches; nothing is"
                                + " removed",
                        "give the cache that the builds use with -Dwheels.cacheDirectory=…");
            }
            try (ProcessLock mine = content.lock(events)) {
                List<CacheItem> goners = rule.get().goners(content.items(), Instant.now());
                if (rule.get().equals(PruneRule.CLEAN)) {
                    endProcesses(directory);
                }
                content.remove(goners);
                return new CacheOutcome(directory, content.items(), goners);
            }
        } catch (UncheckedIOException e) {
            throw new WheelsException(
                    HttpProblem.UNPRUNED_CACHE,
                    "the cache \"" + directory + "\" cannot be read or pruned: " + PlainFile.reason(e) + " ("
                            + ByteCount.free(directory) + ")",
                    "correct the permissions of \"" + directory + "\"",
                    e);
        }
    }

    private static void endProcesses(Path directory) {
        try {
            RunProcesses.endAll(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
