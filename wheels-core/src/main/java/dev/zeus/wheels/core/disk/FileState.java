// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A file as it was: whether it was changed since shows in its size or in its time. Of a directory all that is in it.
 *
 * @param text size and time, of each file
 */
public record FileState(Path path, String text) {
    /**
     * A file, or a directory, as it is.
     *
     * @throws IOException where it cannot be looked at
     */
    public static FileState of(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return new FileState(path, state(path));
        }
        StringBuilder text = new StringBuilder();
        List<Path> all = DirectoryTree.files(path);
        Collections.sort(all);
        for (Path each : all) {
            if (Files.isRegularFile(each)) {
                text.append(path.relativize(each))
                        .append(' ')
                        .append(state(each))
                        .append('\n');
            }
        }
        return new FileState(path, text.toString());
    }

    private static String state(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.size() + " " + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    /** Whether all files are as they were. */
    public static boolean areSame(List<FileState> files) {
        try {
            for (FileState each : files) {
                if (!of(each.path()).equals(each)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
