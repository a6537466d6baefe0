// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A program on the PATH that a test compares with; where it is missing the test says so loudly and is skipped. */
record Tool(String name) {
    void assumeThere() {
        boolean there = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
        if (!there) {
            System.err.println("*** SKIPPED: no " + name + " on the PATH, so nothing was compared with it ***");
        }
        Assumptions.assumeTrue(there, "no " + name + " on the PATH");
    }

    String run(Path directory, List<String> arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        int exit = builder.start().waitFor();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        if (exit != 0) {
            throw new AssertionError(name + " ended with " + exit + ":\n" + text);
        }
        return text;
    }
}
