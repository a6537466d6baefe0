// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What one run of a program, or of some after each other, took.
 *
 * @param wall by the clock, in milliseconds
 * @param processor user and system time, in milliseconds, as the kernel of Linux counts it for children that ended
 * @param peak the most memory resident, of the largest program, in kilobytes
 */
record Measured(long wall, long processor, long peak, long requests, long bytes) {
    private static final int TICK_MILLIS = 10;

    /** Where programs run. */
    record Place(Path directory, Map<String, String> environment, Path log, ReplayServer server) {}

    /** Runs programs, their output in a file. */
    static Measured of(List<List<String>> commands, Place place) throws IOException, InterruptedException {
        place.server().traffic();
        long before = children();
        long start = System.nanoTime();
        long peak = 0;
        for (List<String> command : commands) {
            peak = Math.max(peak, run(command, place));
        }
        long wall = (System.nanoTime() - start) / 1_000_000;
        ReplayServer.Traffic traffic = place.server().traffic();
        return new Measured(wall, children() - before, peak, traffic.requests(), traffic.bytes());
    }

    private static long run(List<String> command, Place place) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(place.directory().toFile());
        builder.environment().putAll(place.environment());
        Process process = builder.redirectOutput(place.log().toFile()).start();
        long peak = 0;
        Path status = Path.of("/proc/" + process.pid() + "/status");
        while (!process.waitFor(2, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(status));
        }
        if (process.exitValue() != 0) {
            throw new IOException(command + " failed: " + Files.readString(place.log()));
        }
        return peak;
    }

    private static long peak(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** User and system time of all children that this process has waited for. */
    private static long children() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 20);
        return TICK_MILLIS * (Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
    }
}
