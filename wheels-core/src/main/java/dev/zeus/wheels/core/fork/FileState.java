// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A file as it was: whether it was changed since shows in its size or in its time. Of a directory all that is in it.
 *
 * @param text size and time, of each file
 */
record FileState(Path path, String text) {
    static FileState of(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return new FileState(path, state(path));
        }
        StringBuilder text = new StringBuilder();
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                text.append(path.relativize(each))
                        .append(' ')
                        .append(state(each))
                        .append('\n');
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new FileState(path, text.toString());
    }

    private static String state(Path file) throws IOException {
        return Files.size(file) + " " + Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
    }

    /** Whether all files are as they were. */
    static boolean areSame(List<FileState> files) {
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
