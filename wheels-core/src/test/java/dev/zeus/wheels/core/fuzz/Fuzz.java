// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What Jazzer calls: the target that {@code -Dwheels.fuzz.target=page-json} names. */
public final class Fuzz {
    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("wheels.fuzz.target", "")
            .toUpperCase(Locale.ROOT)
            .replace('-', '_'));

    private Fuzz() {}

    /** Loads, and has the agent look at, what the first inputs would wait for: libraries take seconds for it. */
    public static void fuzzerInitialize() throws IOException {
        TARGET.run(new byte[0]);
        Path corpus = Path.of("bench/fuzz/corpus").resolve(TARGET.directory());
        if (Files.isDirectory(corpus)) {
            for (Path input : inputs(corpus)) {
                TARGET.run(Files.readAllBytes(input));
            }
        }
    }

    private static List<Path> inputs(Path corpus) throws IOException {
        try (Stream<Path> files = Files.list(corpus)) {
            return files.sorted().toList();
        }
    }

    public static void fuzzerTestOneInput(byte[] data) {
        TARGET.run(data);
    }
}
