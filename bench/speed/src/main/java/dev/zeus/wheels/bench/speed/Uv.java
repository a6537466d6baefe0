// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * uv's commands for the same declarations; it must be on the {@code PATH}, or named by the property {@code uv}.
 *
 * @param work its cache and what it writes
 * @param index the root of the simple API
 */
record Uv(Path work, String index) {
    Path output() {
        return work.resolve("requirements.txt");
    }

    Path project() {
        return write(work.resolve("project/README"), "A project of the bench.\n")
                .resolveSibling("");
    }

    /** {@code uv pip compile --universal} for Python 3.11 and newer. */
    List<String> compile(List<String> names) {
        Path in = write(work.resolve("requirements.in"), String.join("\n", names) + "\n");
        return command(List.of(
                "pip",
                "compile",
                "--universal",
                "--python-version",
                "3.11",
                "--generate-hashes",
                "--only-binary",
                ":all:",
                "-o",
                output().toString(),
                in.toString()));
    }

    /** {@code uv pip compile} for each of three Pythons, as a set for three needs it without {@code --universal}. */
    List<List<String>> three(List<String> names) {
        Path in = write(work.resolve("requirements.in"), String.join("\n", names) + "\n");
        return Stream.of("3.11", "3.12", "3.13")
                .map(python -> command(List.of(
                        "pip",
                        "compile",
                        "--python-version",
                        python,
                        "--generate-hashes",
                        "--only-binary",
                        ":all:",
                        "-o",
                        work.resolve("requirements-" + python + ".txt").toString(),
                        in.toString())))
                .toList();
    }

    /** {@code uv lock} in the project. */
    List<String> lock(List<String> names) {
        declare(names);
        return command(List.of("lock", "--project", project().toString()));
    }

    /** {@code uv lock --upgrade-package}. */
    List<String> upgrade(List<String> names, String name) {
        declare(names);
        return command(List.of("lock", "--project", project().toString(), "--upgrade-package", name));
    }

    private void declare(List<String> names) {
        write(
                project().resolve("pyproject.toml"),
                "[project]\nname = \"bench\"\nversion = \"1\"\nrequires-python = \">=3.11,<3.14\"\ndependencies = ["
                        + names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "))
                        + "]\n[tool.uv]\npackage = false\n");
    }

    private List<String> command(List<String> words) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("uv", "uv"), "--quiet"));
        command.addAll(List.of("--cache-dir", work.resolve("cache").toString()));
        command.addAll(words);
        command.addAll(List.of("--default-index", index));
        return command;
    }

    /** The text of a file; empty where there is none. */
    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
