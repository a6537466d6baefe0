// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import dev.zeus.wheels.core.disk.ByteCount;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.CacheDirectory;
import dev.zeus.wheels.core.http.Http;
import dev.zeus.wheels.core.http.HttpAnswer;
import dev.zeus.wheels.core.http.HttpProblem;
import dev.zeus.wheels.core.http.SafeUrl;
import dev.zeus.wheels.python.SdistFilename;
import dev.zeus.wheels.python.WheelFilename;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whole wheels and source distributions on disk, each under its digest and its own file name.
 *
 * <p>A wheel is fetched at most once in a run and hashed at most once; one that was altered on disk is fetched anew.
 * Several processes may use one store: a wheel appears under its name at once and whole.
 */
public final class WheelStore implements AutoCloseable {
    /** The largest wheel that is taken where the index does not say how large it is. */
    private static final long LARGEST = 8L << 30;

    /** As a download says it, too. */
    private static final HttpProblem UNWRITABLE = HttpProblem.UNWRITABLE_CACHE;

    private final StorePlace place;
    private final Http http;
    private final Executor executor;
    private final EventSink events;
    private final Map<Sha256, CompletableFuture<Path>> fetched;
    private final Function<URI, Optional<URI>> mirrors;

    /**
     * A store.
     *
     * @param directory where it lives; made when first needed
     * @param executor runs {@link #fetchLater}
     */
    public WheelStore(Path directory, Http http, Executor executor, EventSink events) {
        this.place = new StorePlace(directory, events);
        this.http = http;
        this.executor = executor;
        this.events = events;
        this.fetched = new ConcurrentHashMap<>();
        this.mirrors = url -> Optional.empty();
    }

    private WheelStore(WheelStore same, Function<URI, Optional<URI>> mirrors) {
        this.place = same.place;
        this.http = same.http;
        this.executor = same.executor;
        this.events = same.events;
        this.fetched = same.fetched;
        this.mirrors = mirrors;
    }

    /**
     * The same store, which asks mirrors first for what it fetches by digest.
     *
     * @param mirrors where else the file at an address is, if anywhere
     */
    public WheelStore with(Function<URI, Optional<URI>> mirrors) {
        return new WheelStore(this, mirrors);
    }

    /** A wheel and its digest. */
    public record Stored(Path path, Sha256 sha256) {}

    /**
     * The wheel with this digest, from disk or from its address.
     *
     * @param url where it is; the last segment of its path is its file name
     * @param size how large it is, where known
     * @throws BrokenWheelException {@code X501} or {@code X502} if the address serves other bytes
     */
    public Path fetch(URI url, Sha256 sha256, OptionalLong size) {
        CompletableFuture<Path> mine = new CompletableFuture<>();
        @Nullable CompletableFuture<Path> earlier = fetched.putIfAbsent(sha256, mine);
        if (earlier != null) {
            return join(earlier);
        }
        try {
            Path path = path(place.forReading(), sha256, url);
            if (!isSound(path, sha256)) {
                path = fromMirror(url, size, sha256)
                        .orElseGet(() -> receive(url, url, size, sha256))
                        .path();
            }
            mine.complete(path);
            return path;
        } catch (RuntimeException e) {
            fetched.remove(sha256);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** The file from a mirror; empty if there is none, or no mirror has the locked file. */
    private Optional<Stored> fromMirror(URI url, OptionalLong size, Sha256 sha256) {
        try {
            return mirrors.apply(url).map(mirror -> receive(mirror, url, size, sha256));
        } catch (WheelsException e) {
            events.accept(new WheelsEvent.Noted("\"" + SafeUrl.of(url)
                    + "\" cannot be had from the mirror, asking the locked address: " + e.getMessage()));
            return Optional.empty();
        }
    }

    /** Whether a file with this digest was stored under the name at the end of its address; it is not read. */
    public boolean has(URI url, Sha256 sha256) {
        return Files.isRegularFile(path(place.forReading(), sha256, url));
    }

    /**
     * The wheel at an address, of which parts are read, without a digest.
     *
     * @throws RemoteBytes.NoRangesException if the server does not answer ranges, also later
     */
    public RemoteBytes parts(URI url, String name) {
        return RemoteBytes.open(http, mirrors.apply(url).orElse(url), name);
    }

    /** Where what is known of wheels together is kept, beside the wheels. */
    public Path memories() {
        return place.forReading().resolve("imports");
    }

    /** As {@link #fetch}, on another thread. */
    public CompletableFuture<Path> fetchLater(URI url, Sha256 sha256, OptionalLong size) {
        return CompletableFuture.supplyAsync(() -> fetch(url, sha256, size), executor);
    }

    /** Fetches a wheel of which no digest is known, and says which it has. */
    public Stored adopt(URI url, OptionalLong size) {
        return receive(url, url, size, null);
    }

    private static Path join(CompletableFuture<Path> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw WheelsException.of(e);
        }
    }

    private static Path path(Path content, Sha256 sha256, URI url) {
        String path = String.valueOf(url.getPath());
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean known = WheelFilename.isWheel(name) || SdistFilename.isSdist(name);
        if (!known || name.length() > 255 || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
            throw new BrokenWheelException(
                    WheelProblem.NO_FILE_NAME,
                    "\"" + SafeUrl.of(url) + "\" does not end in the file name of a wheel or a source distribution",
                    "correct the lock");
        }
        return content.resolve("wheels")
                .resolve(sha256.hex().substring(0, 2))
                .resolve(sha256.hex())
                .resolve(name);
    }

    private boolean isSound(Path path, Sha256 sha256) {
        try {
            if (!Files.isRegularFile(path)) {
                return false;
            }
            if (Sha256.of(path).equals(sha256)) {
                CacheDirectory.touch(path);
                return true;
            }
            events.accept(new WheelsEvent.Warned(new Problem(
                    HttpProblem.DAMAGED_CACHE,
                    "\"" + path + "\" has changed since it was stored; fetching it again",
                    "nothing to do; if it happens again, check the disk")));
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private Stored receive(URI url, URI named, OptionalLong size, @Nullable Sha256 expected) {
        Path content = place.forWriting();
        try {
            return receive(content, url, named, size, expected);
        } catch (WheelsException e) {
            if (!e.problem().is(UNWRITABLE) || !place.giveUp(content, e)) {
                throw e;
            }
            return receive(place.forWriting(), url, named, size, expected);
        }
    }

    /** Receives what is at one address under the file name of another, which is the locked one. */
    private Stored receive(Path content, URI url, URI named, OptionalLong size, @Nullable Sha256 expected) {
        try {
            Path temporary = CacheDirectory.unfinished(content);
            try {
                HttpAnswer answer = http.download(url, temporary, size.orElse(LARGEST));
                requireWheel(url, size, answer, Files.size(temporary));
                Sha256 computed = Sha256.of(temporary);
                if (expected != null && !computed.equals(expected)) {
                    throw mismatch(url, expected, computed);
                }
                Path path = path(content, computed, named);
                CacheDirectory.create(path.resolveSibling(""));
                Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return new Stored(path, computed);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new WheelsException(
                    UNWRITABLE,
                    "cannot write to the cache \"" + content + "\": " + PlainFile.reason(e) + " ("
                            + ByteCount.free(content) + ")",
                    "check the free space and the permissions of the cache directory");
        }
    }

    @Override
    public void close() {
        place.close();
    }

    private static void requireWheel(URI url, OptionalLong size, HttpAnswer answer, long got) {
        if (!answer.isSuccess()) {
            throw new BrokenWheelException(
                    WheelProblem.NO_FILE,
                    "\"" + SafeUrl.of(url) + "\" answered " + answer.status() + " instead of the wheel",
                    "if it was removed from the index, upgrade the package; if it needs credentials, give them");
        }
        if (size.isPresent() && size.getAsLong() != got) {
            throw new BrokenWheelException(
                    WheelProblem.OTHER_SIZE,
                    "\"" + SafeUrl.of(url) + "\" has " + got + " bytes, expected " + size.getAsLong(),
                    "do not use it: the index or a cache between serves another file than it lists");
        }
    }

    private static BrokenWheelException mismatch(URI url, Sha256 expected, Sha256 computed) {
        return new BrokenWheelException(
                WheelProblem.OTHER_HASH,
                "hash mismatch of \"" + SafeUrl.of(url) + "\"\n  Expected: sha256:" + expected + "\n  Computed: sha256:"
                        + computed,
                "do not use it: the file was changed after it was listed or locked");
    }
}
