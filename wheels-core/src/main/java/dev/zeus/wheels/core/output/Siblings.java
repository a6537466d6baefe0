// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What lives beside the generated directory while it is replaced, under names that begin with a dot.
 *
 * @param directory the generated directory itself
 * @param staged the new files, until they take its place
 * @param previous the old files, from the first of two renames until they are removed
 * @param lock the file that a writer holds
 */
record Siblings(Path directory, Path staged, Path previous, Path lock) {

    static Siblings of(Path directory) {
        if (Files.isSymbolicLink(directory)) {
            throw new WheelsException(
                    OutputProblem.NOT_A_DIRECTORY,
                    "\"" + directory + "\" is a symbolic link; the generated directory is replaced as a whole and must"
                            + " be a directory of its own",
                    "name the directory that the link leads to with -Dwheels.outputDirectory=…");
        }
        if (isFile(directory)) {
            throw new WheelsException(
                    OutputProblem.NOT_A_DIRECTORY,
                    "\"" + directory + "\" is a file, and the generated directory must go there",
                    "remove the file, or choose another directory with -Dwheels.outputDirectory=…");
        }
        String name = "." + directory.getFileName();
        return new Siblings(
                directory,
                directory.resolveSibling(name + ".staged"),
                directory.resolveSibling(name + ".previous"),
                directory.resolveSibling(name + ".lock"));
    }

    /** In one look, since a directory may go and come between two. */
    private static boolean isFile(Path path) {
        try {
            return !Files.readAttributes(path, BasicFileAttributes.class).isDirectory();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Where the files that count are: between the two renames, and after a kill there, only the previous ones exist.
     */
    Path standing() {
        return !Files.exists(directory) && Files.isDirectory(previous) ? previous : directory;
    }
}
