// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A program whose time is taken, with that of the programs it starts.
 *
 * @param log where its output goes
 */
record Timed(List<String> command, Path log) {
    /**
     * What it took.
     *
     * @param seconds by the clock
     * @param processor of the processors, the system's part with the user's
     */
    record Result(double seconds, double processor, String lastLine) {
        Result and(Result other) {
            return new Result(seconds + other.seconds, processor + other.processor, other.lastLine);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%8.1f s, %8.1f s of the processors", seconds, processor);
        }
    }

    /** Runs it to its end; auditwheel's exit code says nothing of use here. */
    Result run() throws IOException, InterruptedException {
        List<String> timed = new ArrayList<>(
                List.of("bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\" > \"$0\" 2>&1", log.toString()));
        timed.addAll(command);
        Process process = new ProcessBuilder(timed)
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        String[] numbers = said.substring(said.lastIndexOf('\n') + 1).split(" ");
        List<String> lines = Files.readAllLines(log);
        return new Result(
                Double.parseDouble(numbers[0]),
                Double.parseDouble(numbers[1]) + Double.parseDouble(numbers[2]),
                lines.isEmpty() ? "" : lines.get(lines.size() - 1));
    }
}
