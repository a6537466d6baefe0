// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A problem of a compilation as a file shows it: what is run, what is printed, and what is run to correct it.
 *
 * @param problem what is said
 * @param given the commands that provoke it
 * @param says the text
 * @param fixed the commands that do not
 */
record CompilationExample(CompilationProblem problem, String given, String says, String fixed) {
    static Stream<CompilationExample> all() {
        return Arrays.stream(CompilationProblem.values()).map(CompilationExample::of);
    }

    static CompilationExample of(CompilationProblem problem) {
        try {
            String[] parts = Files.readString(Path.of("src/test/resources/compilations", problem.code() + ".txt"))
                    .split("(?m)^--- (?:given|says|fixed)\n", -1);
            return new CompilationExample(problem, parts[1], parts[2].stripTrailing(), parts[3]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
