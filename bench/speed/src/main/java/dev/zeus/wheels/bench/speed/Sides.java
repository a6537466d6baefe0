// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * The programs of one case, which run in turns.
 *
 * @param before what is run once, and not measured
 * @param missing the programs that this machine has not
 */
record Sides(List<List<List<String>>> before, List<Side> all, List<String> missing) {
    /**
     * A program.
     *
     * @param removed what is set aside before each run
     * @param commands what is run, by how often it was run before
     */
    record Side(String program, List<Path> removed, IntFunction<List<List<String>>> commands) {
        Measured run(int time, Measured.Place place) throws IOException, InterruptedException {
            for (Path path : removed) {
                setAside(path, place.log().resolveSibling("aside"));
            }
            Files.createDirectories(place.directory());
            return Measured.of(commands.apply(time), place);
        }
    }

    /**
     * Moves a file or a directory away, if it is there: after a cache is deleted, file systems look for inodes that
     * were not freed just now, which would be measured with each file that a cold run writes.
     */
    static void setAside(Path path, Path aside) throws IOException {
        if (Files.exists(path)) {
            Files.createDirectories(aside);
            Files.move(path, Files.createTempDirectory(aside, "").resolve("former"));
        }
    }

    /** Removes a directory, if it is there. */
    static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
