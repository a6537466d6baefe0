package dev.zeus.wheels.core.output;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The directory of generated files, such as {@code generated/}.
 *
 * <p>It is replaced as a whole: the new files are written to a directory beside it, which then takes its place by
 * renaming. Whoever looks finds the old set or the new one. Files that the generator did not write are carried over.
 *
 * @param path where it is
 * @param isOurs whether a text was written by the generator
 */
public record GeneratedDirectory(Path path, Predicate<String> isOurs) {

    public GeneratedDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /**
     * The generated files that are there now, by path relative to the directory, with {@code /} as separator.
     *
     * @throws WheelsException E301 if a file cannot be read
     */
    public SortedMap<String, String> read() {
        recover();
        SortedMap<String, String> files = new TreeMap<>();
        for (Path file : regularFiles()) {
            text(file).filter(isOurs).ifPresent(text -> files.put(relative(file), text));
        }
        return files;
    }

    /**
     * Makes {@code files} the generated files of this directory, all at once; writes nothing where nothing differs.
     *
     * @return what differed
     * @throws WheelsException E301, E302 if a file cannot be read or written; the old files then stand
     */
    public FileChanges replace(SortedMap<String, String> files) {
        FileChanges changes = FileChanges.between(read(), files);
        if (changes.isEmpty()) {
            return changes;
        }
        refuseForeign(files);
        Path staged = sibling("staged");
        try {
            DirectoryTree.delete(staged);
            stage(files, staged);
            swap(staged);
        } catch (IOException e) {
            DirectoryTree.deleteQuietly(staged);
            recover();
            throw unwritable(e);
        }
        return changes;
    }

    private void refuseForeign(SortedMap<String, String> files) {
        for (String name : files.keySet()) {
            Path file = path.resolve(name);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && text(file).filter(isOurs).isEmpty()) {
                throw new WheelsException(
                        "E303",
                        "\"" + file + "\" is in the way: a generated file goes there, and this one was not generated",
                        "move it elsewhere, or choose another directory with -Dwheels.outputDirectory=…");
            }
        }
    }

    private void stage(SortedMap<String, String> files, Path staged) throws IOException {
        Files.createDirectories(staged);
        for (Path file : regularFiles()) {
            if (text(file).filter(isOurs).isEmpty()) {
                Path copy = staged.resolve(path.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        }
        for (var entry : files.entrySet()) {
            Path file = staged.resolve(entry.getKey()).normalize();
            if (!file.startsWith(staged)) {
                throw new FileSystemException(entry.getKey(), null, "leaves the generated directory");
            }
            Files.createDirectories(file.getParent());
            DurableFile.write(file, entry.getValue());
        }
    }

    private void swap(Path staged) throws IOException {
        Path previous = sibling("previous");
        DirectoryTree.delete(previous);
        if (Files.exists(path)) {
            Files.move(path, previous);
        }
        Files.move(staged, path);
        DirectoryTree.deleteQuietly(previous);
    }

    /** Ends what a killed run left behind: between the two renames only the previous directory exists. */
    private void recover() {
        Path previous = sibling("previous");
        try {
            if (Files.isDirectory(previous)) {
                if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                    DirectoryTree.delete(previous);
                } else {
                    Files.move(previous, path);
                }
            }
            DirectoryTree.delete(sibling("staged"));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Path sibling(String purpose) {
        Path directory = path;
        if (Files.isSymbolicLink(path)) {
            throw new WheelsException(
                    "E304",
                    "\"" + path + "\" is a symbolic link; the generated directory is replaced as a whole and must be a"
                            + " directory of its own",
                    "name the directory that the link leads to with -Dwheels.outputDirectory=…");
        }
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new WheelsException(
                    "E304",
                    "\"" + path + "\" is a file, and the generated directory must go there",
                    "remove the file, or choose another directory with -Dwheels.outputDirectory=…");
        }
        return directory.resolveSibling("." + directory.getFileName() + "." + purpose);
    }

    private List<Path> regularFiles() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(path)) {
            return tree.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(path, e);
        }
    }

    /** The file's text; empty where it is no regular file or not UTF-8, and so none of ours. */
    private static Optional<String> text(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private String relative(Path file) {
        return path.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static WheelsException unreadable(Path file, Exception cause) {
        return new WheelsException(
                new Problem("E301", "cannot read \"" + file + "\": " + reason(cause), "make it readable for this user"),
                cause);
    }

    private WheelsException unwritable(IOException cause) {
        return new WheelsException(
                new Problem(
                        "E302",
                        "cannot write \"" + path + "\": " + reason(cause) + "; the files that were there still stand",
                        "see that the directory is writable and the disk has room"),
                cause);
    }

    private static String reason(Exception cause) {
        if (cause instanceof FileSystemException e && e.getReason() != null) {
            return String.valueOf(e.getMessage());
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
