// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.disk.ByteCount;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.disk.ProcessLock;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.ProblemKind;
import dev.zeus.wheels.core.event.WheelsEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Small answers on disk, shared by all builds of a user and by processes that run at once.
 *
 * <p>An entry is one file that is written beside its place and renamed, so that a reader sees a whole entry or none. It
 * begins with its own digest; one whose digest is wrong is removed with a warning and counts as missing. A cache that
 * cannot be written, or that others could have written, is gone without, with one warning.
 *
 * <p>From the first use to {@link #close} no pruning removes anything.
 */
public final class DiskCache implements AutoCloseable {
    /** More than any answer that is kept. */
    private static final long LARGEST = 2 * HttpSetting.PAGE_SIZE.standard();

    private final CacheDirectory directory;
    private final EventSink events;
    private final AtomicBoolean writable = new AtomicBoolean(true);
    private Optional<Use> use = Optional.empty();

    /** A cache under a directory, which is made when first needed. */
    public DiskCache(Path directory, EventSink events) {
        this.directory = new CacheDirectory(directory);
        this.events = events;
    }

    /**
     * What is kept under one key.
     *
     * @param head facts of one line each
     * @param body the bytes
     */
    public record Entry(SortedMap<String, String> head, byte[] body) {
        /** An entry with a body only. */
        public static Entry of(byte[] body) {
            return new Entry(new TreeMap<>(), body);
        }
    }

    /** What begins with the first use. */
    private record Use(ProcessLock lock, boolean trusted) {}

    /**
     * The directory of this version of the cache; other kinds of content may live beside the entries.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException E118 if it cannot become a cache, since others use it
     */
    public Path directory() {
        isTrusted();
        return directory.content();
    }

    /** The entry of a key, if it is there and sound. */
    public Optional<Entry> read(String bucket, String key) {
        if (!isTrusted()) {
            return Optional.empty();
        }
        String digest = EntryFormat.digest(key);
        Path file = directory.named(bucket, digest);
        try {
            BasicFileAttributes there =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            byte[] bytes = bytes(file, there);
            Optional<Entry> entry = EntryFormat.read(bytes, digest);
            if (entry.isPresent()) {
                CacheDirectory.touch(file, there.lastModifiedTime());
            } else if (!EntryFormat.isForeign(bytes)) {
                warn(
                        HttpProblem.DAMAGED_CACHE,
                        "broken cache entry \"" + file + "\" is removed and fetched again",
                        "nothing to do");
                Files.deleteIfExists(file);
            }
            return entry;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            giveUp(file, e);
            return Optional.empty();
        }
    }

    /** The bytes of an entry; none where something is in its place that cannot be one, such as a FIFO or a link. */
    private static byte[] bytes(Path file, BasicFileAttributes there) throws IOException {
        return there.isRegularFile() && there.size() <= LARGEST ? Files.readAllBytes(file) : new byte[0];
    }

    /** Keeps an entry; that it cannot be kept fails nothing. */
    public void write(String bucket, String key, Entry entry) {
        if (!isTrusted() || !writable.get()) {
            return;
        }
        String digest = EntryFormat.digest(key);
        Path file = directory.named(bucket, digest);
        try {
            directory.put(file, EntryFormat.write(digest, entry));
        } catch (IOException e) {
            giveUp(file, e);
        }
    }

    /** Forgets an entry. */
    public void remove(String bucket, String key) {
        Path file = directory.named(bucket, EntryFormat.digest(key));
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            giveUp(file, e);
        }
    }

    private synchronized boolean isTrusted() {
        if (use.isEmpty()) {
            try {
                directory.make();
                directory.sweep();
            } catch (IOException e) {
                giveUp(directory.content(), e);
            }
            ProcessLock lock = directory.lock(ProcessLock.Kind.SHARED, events);
            Optional<String> doubt = CacheTrust.doubt(directory.content());
            doubt.ifPresent(
                    reason -> warn(
                            HttpProblem.UNTRUSTED_CACHE,
                            "the cache \"" + directory.content() + "\" " + reason + "; continuing without it",
                            "remove it with: mvn wheels:cache -Dwheels.cache.clean, or name another: -Dwheels.cacheDirectory=…"));
            use = Optional.of(new Use(lock, doubt.isEmpty()));
        }
        return use.get().trusted();
    }

    /** Lets pruning go on; a later use begins anew. */
    @Override
    public synchronized void close() {
        use.ifPresent(begun -> begun.lock().close());
        use = Optional.empty();
    }

    private void giveUp(Path file, IOException e) {
        if (writable.getAndSet(false)) {
            warn(
                    HttpProblem.UNUSABLE_CACHE,
                    "the cache cannot be used at \"" + file + "\": " + PlainFile.reason(e) + " (" + ByteCount.free(file)
                            + "); continuing without it",
                    "free some space or correct the permissions of \"" + directory.content() + "\"");
        }
    }

    private void warn(ProblemKind code, String message, String hint) {
        events.accept(new WheelsEvent.Warned(new Problem(code, message, hint)));
    }
}
