// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.CacheDirectory;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The directory of a cache in which processes that stay have their sockets.
 *
 * <p>Who can put a socket there is told the logins of a build, and who can connect to one of them can run as this user:
 * it belongs to this user, and nobody else can look into it. Where a file system knows no such rights, there is none.
 *
 * @param directory with one socket for each process, named by its key
 * @param maker as whom this process makes files
 * @param isNew whether it was made just now
 */
record DaemonPlace(Path directory, FileMaker maker, boolean isNew) {
    private static final String NAME = "daemon";

    /**
     * The shortest that an address of a socket may be on a system of these, macOS: 104 bytes with a zero at its end.
     */
    private static final int LONGEST_ADDRESS = 100;

    /** That of a cache; empty if it has none that can be trusted. */
    static Optional<DaemonPlace> of(Path cache) {
        try {
            CacheDirectory parent = new CacheDirectory(cache);
            if (!cache.getFileSystem().supportedFileAttributeViews().contains("unix") || !cache.isAbsolute()) {
                return Optional.empty();
            }
            parent.make();
            if (parent.odd().isPresent()) {
                return Optional.empty();
            }
            Path directory = parent.content().resolve(NAME);
            boolean isNew = !Files.exists(directory, LinkOption.NOFOLLOW_LINKS);
            CacheDirectory.create(directory);
            FileMaker maker = FileMaker.in(parent);
            int length =
                    directory.resolve("0".repeat(DaemonKey.LENGTH)).toString().getBytes(UTF_8).length;
            return length <= LONGEST_ADDRESS
                            && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                            && maker.alone(directory)
                    ? Optional.of(new DaemonPlace(directory, maker, isNew))
                    : Optional.empty();
        } catch (IOException | WheelsException | UnsupportedOperationException e) {
            // The one who needs the cache reports what is wrong with it.
            return Optional.empty();
        }
    }

    /** Where the process of a key listens. */
    Path socket(DaemonKey key) {
        return directory.resolve(key.hex());
    }

    /**
     * Removes all sockets of a cache: the processes end then.
     *
     * @throws IOException where one cannot be removed
     */
    static void clear(Path cache) throws IOException {
        Path directory = new CacheDirectory(cache).content().resolve(NAME);
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, DaemonPlace::isSocket)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // Another process removes the same.
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Sockets are neither files, directories nor links. */
    static boolean isSocket(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isOther();
    }
}
