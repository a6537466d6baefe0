// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An interpreter of the machine: {@code 3.12}, {@code 3.12.1} and the program itself, not a shim in front of it.
 *
 * @param minor the version that packages are for
 * @param version the whole version
 * @param program the interpreter, outside of any virtual environment
 */
public record HostPython(String minor, String version, Path program) {
    private static final int OLDEST = 10;
    private static final int NEWEST = 20;
    private static final String QUESTION =
            "import sys; print(*sys.version_info[:3], sep='.'); print(getattr(sys, '_base_executable', sys.executable))";

    /** The interpreters of this machine, one for each minor version, oldest first. */
    public static List<HostPython> find() {
        return IntStream.rangeClosed(OLDEST, NEWEST)
                .mapToObj(minor -> "3." + minor)
                .flatMap(minor -> candidates(minor)
                        .map(program -> ask(minor, program))
                        .flatMap(Optional::stream)
                        .limit(1))
                .toList();
    }

    // A version manager puts shims on the path that may refuse a version that it has; so its own directory is read,
    // too.
    private static Stream<Path> candidates(String minor) {
        String name = "python" + minor;
        return Stream.concat(
                HostCommand.named(name),
                HostCommand.output("pyenv", "root").stream()
                        .map(root -> Path.of(root, "versions"))
                        .filter(Files::isDirectory)
                        .flatMap(versions -> children(versions).stream())
                        .map(version -> version.resolve("bin").resolve(name))
                        .filter(Files::isExecutable));
    }

    private static List<Path> children(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<HostPython> ask(String minor, Path candidate) {
        return HostCommand.output(candidate.toString(), "-I", "-c", QUESTION)
                .map(answer -> answer.lines().toList())
                .filter(lines -> lines.size() == 2 && lines.get(0).startsWith(minor + "."))
                .map(lines -> new HostPython(minor, lines.get(0), Path.of(lines.get(1))));
    }
}
