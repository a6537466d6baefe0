// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Texts that a test compares with files kept beside it, under {@code src/test/resources/goldens}.
 *
 * <p>{@code new Goldens("render").check(Map.of("overlay.nix", text))} fails where the directory {@code goldens/render}
 * has other files or other text. With {@code -Dgoldens.update} it writes them instead, for a reader to compare with
 * git.
 *
 * @param name the directory
 */
public record Goldens(String name) {
    /**
     * Compares files by their path below the directory.
     *
     * @throws AssertionError naming the first file that differs
     */
    public void check(Map<String, String> files) {
        Path directory = Path.of(System.getProperty("basedir", ""), "src/test/resources/goldens", name);
        SortedMap<String, String> kept = FileTree.texts(directory);
        if (System.getProperty("goldens.update") != null) {
            write(directory, files, kept);
            return;
        }
        if (!kept.keySet().equals(new TreeMap<>(files).keySet())) {
            throw differs("the files " + new TreeMap<>(files).keySet() + " where " + kept.keySet() + " are kept");
        }
        kept.forEach((path, text) -> {
            if (!text.equals(files.get(path))) {
                throw differs("another " + path + ":\n" + files.get(path));
            }
        });
    }

    private AssertionError differs(String what) {
        return new AssertionError("goldens/" + name + ": there are now " + what
                + "\nRun the test with -Dgoldens.update and read the change in git.");
    }

    private static void write(Path directory, Map<String, String> files, SortedMap<String, String> kept) {
        try {
            for (String path : kept.keySet()) {
                if (!files.containsKey(path)) {
                    Files.delete(directory.resolve(path));
                }
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = directory.resolve(file.getKey());
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
