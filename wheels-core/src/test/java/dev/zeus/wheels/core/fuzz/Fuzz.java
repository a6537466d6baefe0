// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What Jazzer calls: the target that {@code -Dwheels.fuzz.target=page-json} names. */
public final class Fuzz {
    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("wheels.fuzz.target", "")
            .toUpperCase(Locale.ROOT)
            .replace('-', '_'));

    /** Processor time, not the clock's: on a busy machine a reader that waits for its turn is not at fault. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(10);

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
        long start = THREADS.getCurrentThreadCpuTime();
        TARGET.run(data);
        long took = THREADS.getCurrentThreadCpuTime() - start;
        if (took > MOST_NANOS) {
            throw new AssertionError(
                    "reading this input took " + TimeUnit.NANOSECONDS.toMillis(took) + " ms of processor time");
        }
    }
}
