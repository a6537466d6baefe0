// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A regular file that is read whole, up to a bound.
 *
 * <p>In the place of a file there may be a FIFO, which makes a reader wait for ever, a device, which never ends, or
 * gigabytes. None of them is read.
 *
 * <p>Example: {@code PlainFile.readString(home.resolve(".netrc"), 1 << 20)}.
 */
public final class PlainFile {
    private static final String NOT_A_DIRECTORY = "Not a directory";

    private PlainFile() {}

    /**
     * The bytes of a file.
     *
     * @param most how many are read at most
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws FileSystemException with a reason, if it is not a regular file or has more bytes
     */
    public static byte[] read(Path file, int most) throws IOException {
        require(file);
        // Before it takes memory. A file may grow, and some of the system's have no size.
        if (Files.size(file) > most) {
            throw tooLarge(file, most);
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(most);
            if (bytes.length == most && stream.read() >= 0) {
                throw tooLarge(file, most);
            }
            return bytes;
        }
    }

    private static FileSystemException tooLarge(Path file, int most) {
        return new FileSystemException(file.toString(), null, "it has more than " + new ByteCount(most));
    }

    /**
     * The text of a file, as {@link #read}.
     *
     * @throws CharacterCodingException if it is not UTF-8
     */
    public static String readString(Path file, int most) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(read(file, most)))
                .toString();
    }

    /** The first bytes of a file, however large it is. */
    public static byte[] head(Path file, int length) throws IOException {
        require(file);
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(length);
        }
    }

    /** Why a file could not be read or written, in words and without its name. */
    public static String reason(Exception e) {
        if (e instanceof UncheckedIOException && e.getCause() instanceof IOException cause) {
            return reason(cause);
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return "a file is where a directory is needed";
        }
        if (e instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        String said = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        if (said == null || said.isBlank()) {
            return "the system does not say why";
        }
        // Before JDK 25 the system's own words come through for it.
        return said.equals(NOT_A_DIRECTORY) ? "a file is where a directory is needed" : said;
    }

    /**
     * Refuses what is there and is not a regular file; a link counts as what it leads to.
     *
     * @throws FileSystemException with a reason
     */
    public static void require(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new FileSystemException(
                    file.toString(), null, attributes.isDirectory() ? "it is a directory" : "it is no regular file");
        }
    }
}
