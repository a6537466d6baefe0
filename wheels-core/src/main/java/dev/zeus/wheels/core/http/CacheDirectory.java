// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.disk.DurableFile;
import dev.zeus.wheels.core.disk.ProcessLock;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Where the cache of a user lives, and how its directories are made.
 *
 * <pre>{@code
 * zeus-wheels/
 * ├── CACHEDIR.TAG      keeps backups away (bford.info/cachedir); says whose cache it is, and nothing is pruned without
 * ├── .lock             shared by those who use the cache, exclusive to who prunes it
 * └── v1/               the content of this format: http, metadata, listing, unchanged, classes, wheels, daemon for sockets, and new for what is being written
 * }</pre>
 *
 * @param path the directory
 */
public record CacheDirectory(Path path) {
    private static final String MAKER = "# This file is a cache directory tag created by Zeus Wheels.\n";
    private static final String TAG = "Signature: 8a477f597d28d172789f06886806bc55\n" + MAKER;
    /** The directory of this release's format. */
    static final String FORMAT = "v1";

    static final String UNFINISHED = "new";

    /** As long as for the generated directory (docs/limits.md): pruning a large cache takes minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** No download takes a day; and a time of use that is exact to a day spares a write for each use. */
    private static final Duration UNTOUCHED = Duration.ofDays(1);

    /**
     * {@code $XDG_CACHE_HOME/zeus-wheels} where that is absolute, {@code .cache/zeus-wheels} under the home else.
     *
     * @param environment the environment variables
     * @param home the user's home
     */
    public static Path standard(Map<String, String> environment, Path home) {
        @Nullable String configured = environment.get("XDG_CACHE_HOME");
        boolean usable = configured != null
                && !configured.isEmpty()
                && Path.of(configured).isAbsolute();
        return (usable ? Path.of(String.valueOf(configured)) : home.resolve(".cache")).resolve("zeus-wheels");
    }

    /** Where the content of this release's format is. */
    public Path content() {
        return path.resolve(FORMAT);
    }

    /**
     * The file of something of which its reader sees by itself whether it is what was asked for: two of them may get
     * the same one, which is as if there were none. A digest would name it for sure, and takes a JVM that is new longer
     * than to read most files.
     *
     * @param bucket the directory of its kind
     * @param key what it is of
     */
    public Path file(String bucket, String key) {
        CRC32C sum = new CRC32C();
        sum.update(key.getBytes(StandardCharsets.UTF_8));
        long number = sum.getValue() << Integer.SIZE | Integer.toUnsignedLong(key.hashCode());
        // As long as the names of other buckets, by which it is known what may be pruned (CacheLayout).
        String name = HexFormat.of().toHexDigits(number).repeat(4);
        return named(bucket, name);
    }

    /** The file of a name, in one of the directories that keep a bucket from having thousands of files side by side. */
    Path named(String bucket, String name) {
        return content().resolve(bucket).resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    /** Writes a file of the content as one change: whoever reads it finds the old one or the new one. */
    public void put(Path file, byte[] bytes) throws IOException {
        create(file.resolveSibling(""));
        Path temporary = unfinished(content());
        try {
            Files.write(temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    Path tag() {
        return path.resolve("CACHEDIR.TAG");
    }

    private Path lockFile() {
        return path.resolve(".lock");
    }

    /** Whether the directory says of itself that it is a cache of this program, and not of another, or no cache. */
    boolean isOurs() throws IOException {
        Optional<String> text = CacheLayout.tag(tag());
        return text.isPresent() && text.get().endsWith(MAKER);
    }

    /** What is odd about the directory: it is something else, or others may write to it; empty where nothing is. */
    public Optional<String> odd() throws IOException {
        if (!Files.isDirectory(path)) {
            return Files.exists(path) ? Optional.of("\"" + path + "\" is no directory") : Optional.empty();
        }
        if (isOurs()) {
            Optional<String> doubt = CacheTrust.doubt(content());
            return doubt.isEmpty() ? doubt : Optional.of("\"" + content() + "\" " + doubt.get());
        }
        return CacheLayout.foreign(path, TAG).map(why -> "\"" + path + "\" cannot become the cache: " + why);
    }

    /**
     * Makes the cache, or does nothing where it is made already.
     *
     * @throws WheelsException E118 where something else is there: nothing is put into directories of others
     */
    public void make() throws IOException {
        // Looked at first: on a read-only cache this writes nothing.
        if (Files.isDirectory(path) && isOurs()) {
            create(content());
            return;
        }
        Optional<String> foreign = CacheLayout.foreign(path, TAG);
        if (foreign.isPresent()) {
            throw new WheelsException(
                    HttpProblem.FOREIGN_CACHE,
                    "\"" + path + "\" cannot become the cache: " + foreign.get(),
                    "give a new or an empty directory with -Dwheels.cacheDirectory=…, or leave it out");
        }
        create(path);
        DurableFile.replace(tag(), TAG);
        create(content());
    }

    /** Removes what killed processes left unfinished, long enough ago that no download can still be on it. */
    void sweep() throws IOException {
        Path unfinished = content().resolve(UNFINISHED);
        if (Files.isDirectory(unfinished)) {
            Instant old = Instant.now().minus(UNTOUCHED);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(unfinished)) {
                for (Path file : files) {
                    if (CacheLayout.isUnfinished(file)
                            && Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                                    .toInstant()
                                    .isBefore(old)) {
                        Files.deleteIfExists(file);
                    }
                }
            } catch (NoSuchFileException | DirectoryIteratorException e) {
                // Its owner was done with it just now, or another process removes the same.
            }
        }
    }

    ProcessLock lock(ProcessLock.Kind kind, EventSink events) {
        return ProcessLock.take(new ProcessLock.Target(lockFile(), false, "the cache", PATIENCE), kind, events);
    }

    /** Makes a directory and its parents, readable by their owner only where the file system can say so. */
    public static void create(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Files.createDirectories(directory, onlyOurs(directory, "rwx------"));
    }

    private static FileAttribute<?>[] onlyOurs(Path place, String permissions) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** A new file for what is being written; what a killed process leaves there is pruned. */
    public static Path unfinished(Path content) throws IOException {
        Path directory = content.resolve(UNFINISHED);
        while (true) {
            // Only this user may write here, so the number need not be unguessable.
            Path file = directory.resolve(
                    Long.toUnsignedString(ThreadLocalRandom.current().nextLong()) + ".part");
            try {
                return Files.createFile(file, onlyOurs(directory, "rw-------"));
            } catch (NoSuchFileException e) {
                create(directory);
            } catch (FileAlreadyExistsException e) {
                // One of 2^64, or left by a process that was killed: the next number is free.
            }
        }
    }

    /** Notes that a file was used, to the day: pruning goes by it. */
    public static void touch(Path file) {
        try {
            touch(file, Files.getLastModifiedTime(file));
        } catch (IOException e) {
            // It is gone, and nothing goes by its use.
        }
    }

    /** The same, of a file whose time is known. */
    static void touch(Path file, FileTime last) {
        try {
            Instant now = Instant.now();
            if (last.toInstant().isBefore(now.minus(UNTOUCHED))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (IOException e) {
            // A read-only cache: it cannot be pruned from here.
        }
    }
}
