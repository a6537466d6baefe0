// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.DiskCache;
import dev.zeus.wheels.core.http.HttpProblem;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.core.wheel.WheelStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Files whose digest their index does not list.
 *
 * <p>With a network they are asked for in every run, since anything may be at their address by now. What was found is
 * kept by address for runs without one.
 */
final class UnhashedFiles {
    private static final String BUCKET = "metadata";
    private static final HttpProblem OFFLINE = HttpProblem.NOT_CACHED;

    private final DiskCache cache;
    private final WheelStore store;
    private final Map<URI, Sha256> computed = new ConcurrentHashMap<>();

    UnhashedFiles(DiskCache cache, WheelStore store) {
        this.cache = cache;
        this.store = store;
    }

    /** The digest of a file: the index's own, else that of the whole file, which is fetched once in a run. */
    Sha256 sha256(IndexFile file) {
        return file.sha256().orElseGet(() -> computed.computeIfAbsent(file.url(), url -> adopted(file)));
    }

    private Sha256 adopted(IndexFile file) {
        byte[] hex = kept(
                "digest",
                file,
                () -> store.adopt(file.url(), file.size()).sha256().hex().getBytes(StandardCharsets.US_ASCII));
        return Sha256.parse(new String(hex, StandardCharsets.US_ASCII)).orElseThrow();
    }

    /** The whole file. */
    Path path(IndexFile file) {
        return store.fetch(file.url(), sha256(file), file.size());
    }

    /**
     * What is read of a file without a digest; in a run without network, what the last one with it has read.
     *
     * @param what names the thing among those that are kept of a file
     */
    byte[] kept(String what, IndexFile file, Supplier<byte[]> reading) {
        String key = what + " " + file.url();
        byte[] bytes;
        try {
            bytes = reading.get();
        } catch (WheelsException e) {
            Optional<byte[]> before =
                    e.problem().is(OFFLINE) ? cache.read(BUCKET, key).map(DiskCache.Entry::body) : Optional.empty();
            return before.orElseThrow(() -> e);
        }
        cache.write(BUCKET, key, DiskCache.Entry.of(bytes));
        return bytes;
    }
}
