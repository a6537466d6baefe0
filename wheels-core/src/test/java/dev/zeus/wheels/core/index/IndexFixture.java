// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.testkit.LoopbackIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

/** A loopback index and a client of it under the source name {@code acme}. */
final class IndexFixture implements AutoCloseable {
    static final HttpOptions OPTIONS = HttpOptions.DEFAULTS.withTries(2, Duration.ofMillis(1));

    final LoopbackIndex index = LoopbackIndex.start();
    final List<WheelsEvent> events = new CopyOnWriteArrayList<>();
    private final Path cache;
    private PackageIndexes indexes;

    IndexFixture(Path cache) {
        this.cache = cache;
        this.indexes = open(OPTIONS);
    }

    private PackageIndexes open(HttpOptions options) {
        return PackageIndexes.open(List.of(new IndexSource("acme", index.uri())), cache, cache, options, events::add);
    }

    /** Begins another run with the same cache. */
    IndexFixture again(HttpOptions options) {
        indexes.close();
        indexes = open(options);
        index.server().forget();
        return this;
    }

    PackageIndexes indexes() {
        return indexes;
    }

    PackageIndex client() {
        return indexes.of("acme");
    }

    ProjectPage page(String name) {
        return get(client().page(PackageName.parse(name)));
    }

    WheelFile wheel(String name) {
        return page(name).wheels().get(0);
    }

    /** The value, or the problem itself as the exception. */
    static <T> T get(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof WheelsException problem) {
                throw problem;
            }
            throw e;
        }
    }

    List<String> notes() {
        return events.stream()
                .filter(WheelsEvent.Noted.class::isInstance)
                .map(WheelsEvent::toString)
                .toList();
    }

    List<String> warnings() {
        return events.stream()
                .filter(WheelsEvent.Warned.class::isInstance)
                .map(WheelsEvent::toString)
                .toList();
    }

    @Override
    public void close() {
        indexes.close();
        index.close();
    }
}
