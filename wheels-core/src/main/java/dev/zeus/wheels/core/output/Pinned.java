// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A directory that is held open while it is read: meanwhile the system gives its number to no other directory, so a
 * directory that takes its name is recognised.
 *
 * @param path its name when it was opened
 * @param handle what holds it; none where there is no such directory
 * @param number its identity in the file system; empty if it does not exist, or the system has no such numbers
 */
record Pinned(Path path, Optional<DirectoryStream<Path>> handle, Optional<Object> number) implements AutoCloseable {

    @SuppressWarnings("StreamResourceLeak") // closed with this
    static Pinned open(Path path) {
        try {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                // To open a FIFO would wait for ever.
                throw new NotDirectoryException(path.toString());
            }
            DirectoryStream<Path> handle = Files.newDirectoryStream(path);
            Optional<Object> number = handle instanceof SecureDirectoryStream<Path> open
                    ? Optional.ofNullable(open.getFileAttributeView(BasicFileAttributeView.class)
                            .readAttributes()
                            .fileKey())
                    : number(path);
            return new Pinned(path, Optional.of(handle), number);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return new Pinned(path, Optional.empty(), Optional.empty());
        } catch (IOException e) {
            throw new WheelsException(
                    OutputProblem.UNREADABLE,
                    "cannot read \"" + path + "\": " + PlainFile.reason(e),
                    "make it readable for this user, or choose another directory with" + " -Dwheels.outputDirectory=…",
                    e);
        }
    }

    /** Whether this is the name that was opened and leads to the same directory, or still to none. */
    boolean isStill(Path name) {
        return name.equals(path) && number(name).equals(number);
    }

    private static Optional<Object> number(Path directory) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(directory, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (handle.isPresent()) {
            try {
                handle.get().close();
            } catch (IOException e) {
                // It was only held, and nothing read from it.
            }
        }
    }
}
