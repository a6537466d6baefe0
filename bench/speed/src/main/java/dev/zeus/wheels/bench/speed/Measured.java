// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What one run of a program took.
 *
 * @param wall by the clock, in milliseconds
 * @param processor user and system time, in milliseconds, as the kernel of Linux counts it for children that ended
 * @param peak the most memory resident, in kilobytes
 */
record Measured(long wall, long processor, long peak, long requests, long bytes) {
    private static final int TICK_MILLIS = 10;

    /** Runs a program, its output in a file. */
    static Measured of(List<String> command, Path directory, Path log, ReplayServer server)
            throws IOException, InterruptedException {
        server.traffic();
        long before = children();
        long start = System.nanoTime();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(directory.toFile());
        builder.environment().put("UV_PYTHON_DOWNLOADS", "never");
        Process process = builder.redirectOutput(log.toFile()).start();
        long peak = 0;
        Path status = Path.of("/proc/" + process.pid() + "/status");
        while (!process.waitFor(2, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(status));
        }
        if (process.exitValue() != 0) {
            throw new IOException(command + " failed: " + Files.readString(log));
        }
        long wall = (System.nanoTime() - start) / 1_000_000;
        ReplayServer.Traffic traffic = server.traffic();
        return new Measured(wall, children() - before, peak, traffic.requests(), traffic.bytes());
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

    /** The run whose processor time is in the middle. */
    static Measured median(List<Measured> runs) {
        return runs.stream()
                .sorted(Comparator.comparingLong(Measured::processor))
                .toList()
                .get(runs.size() / 2);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.2f s | %.2f s | %d MiB | %d | %.1f MB",
                processor / 1e3,
                wall / 1e3,
                peak >> 10,
                requests,
                bytes / 1e6);
    }
}
