// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program run to its end or to a time limit, in an empty environment, with as much of its output as is useful. */
final class Subprocess {
    /** The end of the output, where programs say what went wrong (docs/limits.md). */
    private static final int LONGEST_OUTPUT = 64 << 10;

    private Subprocess() {}

    /**
     * What came of a program.
     *
     * @param exit its exit code; -1 where it was stopped at the limit
     * @param output the end of what it said on both streams
     */
    record Result(int exit, boolean timedOut, String output) {
        boolean succeeded() {
            return exit == 0 && !timedOut;
        }

        /** The last line that says something, which is where Python names the error. */
        String lastLine() {
            List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
            return lines.isEmpty()
                    ? "it said nothing"
                    : lines.get(lines.size() - 1).strip();
        }
    }

    /** Runs a program; its output goes through a file, since a child that lives on would keep a pipe open. */
    static Result run(List<String> command, Path directory, Duration limit) throws IOException {
        Path output = Files.createTempFile(directory, "said-", ".txt");
        try {
            Process process =
                    builder(command, directory).redirectOutput(output.toFile()).start();
            process.getOutputStream().close();
            boolean ended = wait(process, limit);
            return new Result(ended ? process.exitValue() : -1, !ended, end(output));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Starts a program whose both streams are read, and that is told what to do, by who calls. */
    static Process start(List<String> command, Path directory) throws IOException {
        return builder(command, directory).start();
    }

    private static ProcessBuilder builder(List<String> command, Path directory) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        String path = builder.environment().getOrDefault("PATH", "");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("TMPDIR", directory.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    private static boolean wait(Process process, Duration limit) throws IOException {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            stop(process);
            return false;
        } catch (InterruptedException e) {
            stop(process);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a program ran", e);
        }
    }

    /** Ends a program with all that it has started. */
    static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String end(Path output) throws IOException {
        try (InputStream stream = Files.newInputStream(output)) {
            stream.skipNBytes(Math.max(0, Files.size(output) - LONGEST_OUTPUT));
            return new String(stream.readNBytes(LONGEST_OUTPUT), StandardCharsets.UTF_8);
        }
    }
}
