// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import dev.zeus.wheels.core.disk.DurableFile;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.text.Counted;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Files that are not there yet, written as one change: all of them are staged before the first takes its place, and
 * where one cannot, those that did are taken back.
 *
 * <p>Example: {@code NewFiles.write(new TreeMap<>(Map.of(Path.of("a.txt"), "text")), "move it away")}.
 */
public final class NewFiles {
    private static final int SHOWN = 8;

    private NewFiles() {}

    /**
     * Writes them.
     *
     * @param way what to do where one of them is there already
     * @throws WheelsException I106 where one of them is there, I107 where one cannot be written; nothing is then left
     */
    public static void write(SortedMap<Path, String> files, String way) {
        requireFree(files, way);
        Map<Path, Path> staged = new LinkedHashMap<>();
        Deque<Path> undo = new ArrayDeque<>();
        try {
            for (Map.Entry<Path, String> file : files.entrySet()) {
                makeDirectories(file.getKey().resolveSibling("").toAbsolutePath(), undo);
                Path stage = file.getKey()
                        .resolveSibling("." + file.getKey().getFileName() + "."
                                + ProcessHandle.current().pid() + ".new");
                DurableFile.create(stage, file.getValue());
                undo.push(stage);
                staged.put(file.getKey(), stage);
            }
            for (Map.Entry<Path, Path> each : staged.entrySet()) {
                place(each.getValue(), each.getKey());
                undo.push(each.getKey());
            }
            for (Path stage : staged.values()) {
                Files.deleteIfExists(stage);
            }
        } catch (IOException e) {
            takeBack(undo);
            throw new WheelsException(
                    OutputProblem.UNWRITABLE_SOURCES,
                    "cannot write " + Counted.of(files.size(), "file") + ": " + PlainFile.reason(e)
                            + "; nothing was written",
                    "check that the directories are writable and the disk has room",
                    e);
        }
    }

    /** A link is made only where nothing is; a move, for systems without links, may lose a race. */
    private static void place(Path stage, Path file) throws IOException {
        try {
            Files.createLink(file, stage);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.move(stage, file);
        }
    }

    private static void requireFree(SortedMap<Path, String> files, String way) {
        List<String> there = files.keySet().stream()
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .map(file -> "\"" + file + "\"")
                .toList();
        if (!there.isEmpty()) {
            throw new WheelsException(
                    OutputProblem.EXISTS,
                    Counted.first(SHOWN, there)
                            + (there.size() == 1 ? " already exists" : " already exist")
                            + ", and nothing is overwritten",
                    way);
        }
    }

    private static void makeDirectories(Path directory, Deque<Path> undo) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path each = directory; each != null && !Files.exists(each); each = each.getParent()) {
            missing.push(each);
        }
        for (Path each : missing) {
            Files.createDirectory(each);
            undo.push(each);
        }
    }

    private static void takeBack(Deque<Path> undo) {
        for (Path each : undo) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException e) {
                // What cannot be removed is a hidden file, or a directory that was filled meanwhile.
            }
        }
    }
}
