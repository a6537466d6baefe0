// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import dev.zeus.wheels.core.disk.DirectoryTree;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.output.SourceChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A copy of the sources of a module with a change made, to be compiled before anything of the user's is touched.
 *
 * @param stage the directory of the copy; paths in it are those in the project
 * @param roots the directories of sources, each with its copy
 */
public record StagedSources(Path stage, Map<Path, Path> roots) implements AutoCloseable {

    /**
     * Makes the copy.
     *
     * @param stage a directory that is removed first, and in the end
     * @param project what paths are shown from
     * @throws WheelsException I217 where that cannot be done
     */
    public static StagedSources of(Path stage, Path project, List<Path> roots, SourceChange change) {
        Path base = project.toAbsolutePath().normalize();
        Map<Path, Path> copies = new LinkedHashMap<>();
        try {
            DirectoryTree.delete(stage);
            for (Path root : roots) {
                Path from = root.toAbsolutePath().normalize();
                Path to =
                        stage.resolve(from.startsWith(base) ? base.relativize(from) : Path.of("root" + copies.size()));
                copies.put(from, to);
                copy(from, to);
            }
            for (Map.Entry<Path, SourceChange.Edit> each : change.edits().entrySet()) {
                write(
                        copies,
                        each.getKey().toAbsolutePath().normalize(),
                        each.getValue().after());
            }
        } catch (IOException | UncheckedIOException e) {
            throw new WheelsException(
                    GoalProblem.UNSTAGED,
                    "cannot copy the sources to \"" + stage + "\": " + PlainFile.reason(e) + "; nothing was changed",
                    "check that the directory is writable and the disk has room",
                    e);
        }
        return new StagedSources(stage, copies);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static void write(Map<Path, Path> copies, Path path, Optional<byte[]> text) throws IOException {
        for (Map.Entry<Path, Path> root : copies.entrySet()) {
            if (path.startsWith(root.getKey())) {
                Path copy =
                        root.getValue().resolve(root.getKey().relativize(path).toString());
                if (text.isPresent()) {
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, text.get());
                } else {
                    Files.deleteIfExists(copy);
                }
                return;
            }
        }
    }

    /** Where a directory of sources is to be read from: its copy, if it has one. */
    public Path root(String directory) {
        Path path = Path.of(directory).toAbsolutePath().normalize();
        return roots.getOrDefault(path, path);
    }

    /** The copies, for errors that name a file and a line as the project has them. */
    public SourceRoots sourceRoots() {
        return new SourceRoots(stage, List.copyOf(roots.values()));
    }

    /** What a compiler said of the copies, with the paths of the project. */
    public String said(String text, Path project) {
        return text.replace(
                stage.toAbsolutePath().normalize() + java.io.File.separator,
                project.toAbsolutePath().normalize() + java.io.File.separator);
    }

    @Override
    public void close() {
        DirectoryTree.deleteQuietly(stage);
    }
}
