package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.disk.PlainFile;
import java.io.IOException;
import java.nio.file.Path;

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

    Place at(int line) {
        return new Place(name(), line);
    }
}
