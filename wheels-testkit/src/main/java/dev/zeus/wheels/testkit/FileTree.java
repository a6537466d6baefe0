// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A directory of a test with all that is below it, such as {@code FileTree.files(home.resolve("cache"))}. */
public final class FileTree {
    private FileTree() {}

    /** The files below a directory, in the order of their names; none where there is no directory. */
    public static List<Path> files(Path directory) {
        return paths(directory).stream().filter(Files::isRegularFile).toList();
    }

    /** The files whose names end in some way, such as {@code .java}. */
    public static List<Path> files(Path directory, String ending) {
        return files(directory).stream()
                .filter(file -> file.toString().endsWith(ending))
                .toList();
    }

    /** The files with their texts, by their paths in the directory, with {@code /} between the names. */
    public static SortedMap<String, String> texts(Path directory) {
        SortedMap<String, String> texts = new TreeMap<>();
        try {
            for (Path file : files(directory)) {
                texts.put(name(directory, file), Files.readString(file, StandardCharsets.UTF_8));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path of a file in a directory, with {@code /} between the names. */
    public static String name(Path directory, Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }

    /**
     * Copies the files, over those that are there and differ: equal ones are not touched, others may be reading them.
     */
    public static void copy(Path from, Path to) {
        try {
            for (Path file : files(from)) {
                Path copy = to.resolve(name(from, file));
                if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws the files away, and leaves the directories. */
    public static void clear(Path directory) {
        deleteAll(files(directory));
    }

    /** Throws the directory away, with all that is in it. */
    public static void delete(Path directory) {
        List<Path> paths = new ArrayList<>(paths(directory));
        Collections.reverse(paths);
        deleteAll(paths);
    }

    /** Throws files away. */
    public static void deleteAll(List<Path> files) {
        try {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> paths(Path directory) {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(directory)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
