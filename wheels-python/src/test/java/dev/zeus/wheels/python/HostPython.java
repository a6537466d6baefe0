// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Python of this machine with the reference implementation, in an environment of its own below {@code target}. */
record HostPython(Path executable) {
    /** The release that the answers are compared with. */
    static final String PACKAGING = "packaging==26.4";

    private static final Path FOLDER = Path.of("target", "packaging-venv").toAbsolutePath();

    /** Finds or makes the environment. */
    static HostPython withPackaging() {
        Path python = FOLDER.resolve("bin").resolve("python");
        Path complete = FOLDER.resolve(PACKAGING.replace("==", "-"));
        if (!Files.exists(complete)) {
            Optional<Path> host = onPath("python3");
            assertThat(host).as("a python3 on the PATH").isPresent();
            must("make a virtual environment", host.get().toString(), "-m", "venv", "--clear", FOLDER.toString());
            must(
                    "install " + PACKAGING,
                    python.toString(),
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "--disable-pip-version-check",
                    PACKAGING);
            write(complete, List.of());
        }
        return new HostPython(python);
    }

    /** Asks the script one question a line. */
    List<String> answers(Path script, String name, List<String> questions) {
        Path asked = FOLDER.resolve(name + "-questions.jsonl");
        Path answered = FOLDER.resolve(name + "-answers.jsonl");
        write(asked, questions);
        List<String> command = new ArrayList<>(
                List.of(executable.toString(), script.toString(), asked.toString(), answered.toString()));
        assertThat(run(command)).as("%s answers %s", script, asked).isTrue();
        try {
            return Files.readAllLines(answered);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> onPath(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void must(String what, String... command) {
        assertThat(run(List.of(command))).as("python3 can " + what).isTrue();
    }

    private static boolean run(List<String> command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
