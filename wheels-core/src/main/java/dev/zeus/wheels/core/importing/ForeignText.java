// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.disk.PlainFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The text of a file of another tool.
 *
 * @param path the file
 * @param text what it holds
 */
record ForeignText(Path path, String text) {
    /** A lock of uv has about 2 KB for each package and target: thousands of packages fit. */
    private static final int LARGEST = 16 << 20;

    /**
     * Reads a file.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException I101
     */
    static ForeignText read(Path path) {
        try {
            return new ForeignText(path, decoded(PlainFile.read(path, LARGEST)));
        } catch (IOException e) {
            throw ImportProblems.unreadable(path, e);
        }
    }

    /**
     * Reads a file that another one includes.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException I101, I111 where it is outside of the project
     */
    static ForeignText included(Path path, ImportedProject project, Place place) {
        if (!project.has(path)) {
            throw ImportProblems.outside(place, path, project.root());
        }
        try {
            return new ForeignText(path, decoded(PlainFile.read(path, LARGEST)));
        } catch (IOException e) {
            throw ImportProblems.unreadable(place, path, e);
        }
    }

    /** UTF-8, or what a byte order mark says: a Windows shell writes UTF-16 where it is told nothing. */
    private static String decoded(byte[] bytes) throws CharacterCodingException {
        boolean little = bytes.length > 1 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe;
        boolean big = bytes.length > 1 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff;
        Charset charset = little ? StandardCharsets.UTF_16LE : big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** Its name. */
    String name() {
        return String.valueOf(path.getFileName());
    }

    /** The file of a name in the same folder, if there is one; none that is outside of the project. */
    Optional<ForeignText> beside(String name) {
        Path other;
        try {
            other = path.toAbsolutePath().resolveSibling(name);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        return Files.isRegularFile(other) && project().has(other) ? Optional.of(read(other)) : Optional.empty();
    }

    /**
     * The project that it belongs to.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException I101
     */
    ImportedProject project() {
        try {
            return ImportedProject.of(path);
        } catch (IOException e) {
            throw ImportProblems.unreadable(path, e);
        }
    }

    /**
     * The path of a file that this one names.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException I103 if it is not a name
     */
    Path path(String name, Place place) {
        try {
            return path.toAbsolutePath().resolveSibling(name);
        } catch (InvalidPathException e) {
            throw ImportProblems.malformed(place, "\"" + name + "\" is no path");
        }
    }

    Place at(int line) {
        return new Place(name(), line);
    }
}
