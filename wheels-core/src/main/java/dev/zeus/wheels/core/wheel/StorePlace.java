// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import dev.zeus.wheels.core.disk.DirectoryTree;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where wheels go: into the cache, or where that is full or read-only, into a temporary directory of this run. */
final class StorePlace implements AutoCloseable {
    private final Path cache;
    private final EventSink events;
    private Optional<Path> substitute = Optional.empty();

    StorePlace(Path cache, EventSink events) {
        this.cache = cache;
        this.events = events;
    }

    /** Where wheels of earlier runs are. */
    Path forReading() {
        return cache;
    }

    synchronized Path forWriting() {
        return substitute.orElse(cache);
    }

    /**
     * Drops a place that cannot be written; false if no other is left.
     *
     * @param tried the place that could not be written
     */
    synchronized boolean giveUp(Path tried, WheelsException cause) {
        if (!forWriting().equals(tried)) {
            return true;
        }
        if (substitute.isPresent()) {
            return false;
        }
        try {
            Path temporary = Files.createTempDirectory("zeus-wheels-");
            substitute = Optional.of(temporary);
            events.accept(new WheelsEvent.Warned(new Problem(
                    HttpProblem.UNUSABLE_CACHE,
                    cause.problem().message() + "; the wheels of this run go to \"" + temporary
                            + "\", and are removed after it",
                    cause.problem().hint())));
            return true;
        } catch (IOException e) {
            cause.addSuppressed(e);
            return false;
        }
    }

    @Override
    public synchronized void close() {
        substitute.ifPresent(DirectoryTree::deleteQuietly);
        substitute = Optional.empty();
    }
}
