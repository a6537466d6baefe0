package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.disk.PlainFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The text of a file of another tool.
 *
 * @param path the file
 * @param text what it holds
 */
record ForeignText(Path path, String text) {
    private static final int LARGEST = 16 << 20;

    /**
     * Reads a file.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException I101
     */
    static ForeignText read(Path path) {
        try {
            String text = PlainFile.readString(path, LARGEST);
            return new ForeignText(path, text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (IOException e) {
            throw ImportProblems.unreadable(path, e);
        }
    }

    /** Its name. */
    String name() {
        return String.valueOf(path.getFileName());
    }

    /** The file of a name in the same folder, if there is one. */
    Optional<ForeignText> beside(String name) {
        Path other = path.toAbsolutePath().resolveSibling(name);
        return Files.isRegularFile(other) ? Optional.of(read(other)) : Optional.empty();
    }

    Place at(int line) {
        return new Place(name(), line);
    }
}
