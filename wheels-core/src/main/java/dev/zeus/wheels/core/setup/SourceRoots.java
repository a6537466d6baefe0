// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import dev.zeus.wheels.core.event.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the declarations are written, so that an error can name file and line.
 *
 * @param project the directory that paths are shown from
 * @param roots the directories below which a package is a directory, such as {@code src/main/java}
 */
public record SourceRoots(Path project, List<Path> roots) {
    private static final Set<String> KINDS = Set.of("class", "interface", "enum", "record");

    /** What JavaFile reads of a file of declarations. */
    private static final long LONGEST_FILE = 4 << 20;

    public SourceRoots {
        roots = List.copyOf(roots);
    }

    /** No sources: types are named only. */
    public static SourceRoots none() {
        return new SourceRoots(Path.of(""), List.of());
    }

    /** A file and the simple names of the types that lead to one in it, the outermost first. */
    private record Place(Path file, List<String> names) {}

    /**
     * A declaring type with its place, such as {@code com.acme.NumPy (src/main/java/com/acme/NumPy.java:12)}.
     *
     * @param type its binary or canonical name; it may be nested, or stand in the file of another type
     */
    public String origin(String type) {
        String canonical = type.replace('$', '.');
        return place(type, canonical)
                .map(place -> canonical + " (" + shown(place.file())
                        + line(place).map(line -> ":" + line).orElse("") + ")")
                .orElse(canonical + " (@Wheel)");
    }

    /** The same subject with the file and the line that declare a type, as far as they are known. */
    public Subject at(Subject subject, String type) {
        return place(type, type.replace('$', '.'))
                .map(place -> line(place)
                        .map(line -> subject.at(shown(place.file()), line))
                        .orElseGet(() -> subject.at(shown(place.file()))))
                .orElse(subject);
    }

    /**
     * A declaring type with the place where it names something, such as {@code com.acme.NumPy
     * (src/main/java/com/acme/NumPy.java:10)}; where no line has it as a text, that of the type.
     *
     * @param type its binary or canonical name; a package is its {@code package-info}
     */
    public String mention(String type, String text) {
        String canonical = type.replace('$', '.');
        return place(type, canonical)
                .flatMap(place -> lines(place.file())
                        .map(lines -> IntStream.range(0, lines.size())
                                .filter(i -> lines.get(i).contains('"' + text + '"'))
                                .mapToObj(i -> canonical + " (" + shown(place.file()) + ":" + (i + 1) + ")")
                                .findFirst())
                        .orElse(Optional.empty()))
                .orElseGet(() -> origin(type));
    }

    /** The file that is named after the type or what it is nested in; else one of the package that declares it. */
    private Optional<Place> place(String type, String canonical) {
        for (int end = type.length(); end > 0; end = canonical.lastIndexOf('.', end - 1)) {
            for (Path root : roots) {
                Path file = root.resolve(type.substring(0, end).replace('.', '/') + ".java");
                if (Files.isRegularFile(file)) {
                    int simple = canonical.lastIndexOf('.', end - 1) + 1;
                    return Optional.of(new Place(file, names(canonical.substring(simple))));
                }
            }
        }
        int dot = type.lastIndexOf('.');
        return roots.stream()
                .map(root -> root.resolve(type.substring(0, Math.max(0, dot)).replace('.', '/')))
                .filter(Files::isDirectory)
                .flatMap(folder -> sources(folder).stream())
                .map(file -> new Place(file, names(canonical.substring(dot + 1))))
                .filter(place -> line(place).isPresent())
                .findFirst();
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static List<String> names(String dotted) {
        return List.of(dotted.split("\\.", -1));
    }

    private String shown(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = project.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    /** The line that declares the last of some types, each nested in the one before; none where it is not there. */
    private static Optional<Integer> line(Place place) {
        List<String> lines = lines(place.file()).orElse(List.of());
        int from = 0;
        for (String name : place.names()) {
            int next = from;
            while (next < lines.size() && !declares(lines.get(next), name)) {
                next++;
            }
            if (next == lines.size()) {
                return Optional.empty();
            }
            from = next;
        }
        return Optional.of(from + 1);
    }

    private static Optional<List<String>> lines(Path file) {
        try {
            return Files.size(file) > LONGEST_FILE ? Optional.empty() : Optional.of(Files.readAllLines(file));
        } catch (IOException e) {
            // A place is shown without its line rather than not at all.
            return Optional.empty();
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
