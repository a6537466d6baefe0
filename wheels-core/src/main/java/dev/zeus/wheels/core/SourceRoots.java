package dev.zeus.wheels.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the declarations are written, so that an error can name file and line.
 *
 * @param project the directory that paths are shown from
 * @param roots the directories below which a package is a directory, such as {@code src/main/java}
 */
public record SourceRoots(Path project, List<Path> roots) {
    private static final Set<String> KINDS = Set.of("class", "interface", "enum", "record");
    private static final long LONGEST_FILE = 4 << 20;

    public SourceRoots {
        roots = List.copyOf(roots);
    }

    /** No sources: types are named only. */
    public static SourceRoots none() {
        return new SourceRoots(Path.of(""), List.of());
    }

    /**
     * A declaring type with its place, such as {@code com.acme.NumPy (src/main/java/com/acme/NumPy.java:12)}.
     *
     * @param type its canonical name; it may be nested
     */
    String origin(String type) {
        for (String outer = type; !outer.isEmpty(); outer = outer.substring(0, Math.max(0, outer.lastIndexOf('.')))) {
            for (Path root : roots) {
                Path file = root.resolve(outer.replace('.', '/') + ".java");
                if (Files.isRegularFile(file)) {
                    return type + " (" + shown(file)
                            + line(file, type).map(line -> ":" + line).orElse("") + ")";
                }
            }
        }
        return type + " (@Wheel)";
    }

    private String shown(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = project.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    /** The line that declares the type; none where the file is no source that can be read as such. */
    private static Optional<Integer> line(Path file, String type) {
        String name = type.substring(type.lastIndexOf('.') + 1);
        try {
            if (Files.size(file) > LONGEST_FILE) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            return IntStream.range(0, lines.size())
                    .filter(i -> declares(lines.get(i), name))
                    .mapToObj(i -> i + 1)
                    .findFirst();
        } catch (MalformedInputException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean declares(String line, String name) {
        String code = line.strip();
        if (code.startsWith("//") || code.startsWith("*") || code.startsWith("/*")) {
            return false;
        }
        List<String> words = List.of(code.split("[^\\p{javaJavaIdentifierPart}@]+", -1));
        return IntStream.range(1, words.size())
                .anyMatch(i -> words.get(i).equals(name) && KINDS.contains(words.get(i - 1)));
    }
}
