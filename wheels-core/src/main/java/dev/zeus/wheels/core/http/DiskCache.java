package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Small answers on disk, shared by all builds of a user and by processes that run at once.
 *
 * <p>An entry is one file: a line with the digest of the rest, header lines, an empty line, the body. It is written
 * beside its place and renamed, so that a reader sees a whole entry or none; one whose digest is wrong is removed with
 * a warning and counts as missing. A cache that cannot be written is gone without, with one warning.
 */
public final class DiskCache {
    private static final String MAGIC = "zeus-wheels 1 ";

    private final Path root;
    private final EventSink events;
    private final AtomicBoolean writable = new AtomicBoolean(true);

    /** A cache under a directory, which is made when first needed. */
    public DiskCache(Path directory, EventSink events) {
        this.root = directory.resolve("v1");
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

    /** The directory of this version of the cache; other kinds of content may live beside the entries. */
    public Path directory() {
        return root;
    }

    /** The entry of a key, if it is there and sound. */
    public Optional<Entry> read(String bucket, String key) {
        Path file = file(bucket, key);
        try {
            Optional<Entry> entry = parse(Files.readAllBytes(file), key);
            if (entry.isEmpty()) {
                warn("broken cache entry \"" + file + "\" is removed and fetched again", "nothing to do");
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

    /** Keeps an entry; that it cannot be kept fails nothing. */
    public void write(String bucket, String key, Entry entry) {
        if (!writable.get()) {
            return;
        }
        Path file = file(bucket, key);
        try {
            Path directory = file.resolveSibling("");
            CacheDirectory.create(directory);
            Path temporary = Files.createTempFile(directory, "new-", ".part");
            try {
                Files.write(temporary, format(key, entry));
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            giveUp(file, e);
        }
    }

    /** Forgets an entry. */
    public void remove(String bucket, String key) {
        try {
            Files.deleteIfExists(file(bucket, key));
        } catch (IOException e) {
            giveUp(file(bucket, key), e);
        }
    }

    private Path file(String bucket, String key) {
        String name = Digests.sha256(key.getBytes(StandardCharsets.UTF_8));
        return root.resolve(bucket).resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    private static byte[] format(String key, Entry entry) {
        StringBuilder head = new StringBuilder("key: ").append(key).append('\n');
        entry.head()
                .forEach((name, value) -> head.append(name)
                        .append(": ")
                        .append(value.replace('\n', ' ').replace('\r', ' '))
                        .append('\n'));
        byte[] text = head.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        byte[] first = (MAGIC + Digests.sha256(text, entry.body()) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[first.length + text.length + entry.body().length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(text, 0, all, first.length, text.length);
        System.arraycopy(entry.body(), 0, all, first.length + text.length, entry.body().length);
        return all;
    }

    private static Optional<Entry> parse(byte[] file, String key) {
        int rest = MAGIC.length() + 64 + 1;
        if (file.length < rest) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(file, rest, file.length);
        String first = new String(file, 0, rest, StandardCharsets.UTF_8);
        if (!first.equals(MAGIC + Digests.sha256(content) + "\n")) {
            return Optional.empty();
        }
        SortedMap<String, String> head = new TreeMap<>();
        int at = 0;
        for (int end = lineEnd(content, at); end > at; end = lineEnd(content, at)) {
            String line = new String(content, at, end - at, StandardCharsets.UTF_8);
            int colon = line.indexOf(": ");
            if (colon < 0) {
                return Optional.empty();
            }
            head.put(line.substring(0, colon), line.substring(colon + 2));
            at = end + 1;
        }
        if (at >= content.length || !key.equals(head.remove("key"))) {
            return Optional.empty();
        }
        return Optional.of(new Entry(head, Arrays.copyOfRange(content, at + 1, content.length)));
    }

    private static int lineEnd(byte[] content, int from) {
        int end = from;
        while (end < content.length && content[end] != '\n') {
            end++;
        }
        return end == content.length ? -1 : end;
    }

    private void giveUp(Path file, IOException e) {
        if (writable.getAndSet(false)) {
            warn(
                    "the cache cannot be used at \"" + file + "\": "
                            + e.getClass().getSimpleName() + ", going on without",
                    "free some space or correct the permissions of \"" + root + "\"");
        }
    }

    private void warn(String message, String hint) {
        events.accept(new WheelsEvent.Warned(new Problem("E102", message, hint)));
    }
}
