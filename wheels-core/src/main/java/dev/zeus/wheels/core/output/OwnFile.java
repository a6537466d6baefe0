// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A file of which the user says where it goes, and that replaces what a former run wrote there and nothing else. */
public final class OwnFile {
    /** What marks a file as ours is in its first lines. */
    private static final int HEAD = 4096;

    private OwnFile() {}

    /**
     * Refuses a file that a former run did not write; an empty file may be replaced.
     *
     * @param parameter the property that says where the file goes
     * @param ours how the text of such a file begins
     * @throws WheelsException E307 where that is so
     */
    public static void require(Path file, String parameter, Pattern ours) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(file, parameter, "is a directory");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(file, parameter, Files.isSymbolicLink(file) ? "is a symbolic link" : "is no regular file");
        }
        try {
            String head = new String(PlainFile.head(file, HEAD), StandardCharsets.UTF_8);
            if (!head.isEmpty() && !ours.matcher(head).lookingAt()) {
                throw refused(file, parameter, "was not written by this goal, and would be lost");
            }
        } catch (NoSuchFileException e) {
            // The usual case of a first run.
        }
    }

    private static WheelsException refused(Path file, String parameter, String why) {
        return new WheelsException(
                OutputProblem.NOT_OURS,
                parameter + " is \"" + file + "\", which " + why,
                "name a new file with -D" + parameter + "=…, or leave it out");
    }
}
