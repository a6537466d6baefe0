// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A simulated terminal: {@code new PseudoTerminal(80).written(directory, Map.of(), "mvn -version")} is every byte that
 * the command wrote to it, as text. The command believes that a user sits there.
 *
 * @param columns how wide it is; 0 for a pipe, which is no terminal
 * @see <a href="https://man7.org/linux/man-pages/man1/script.1.html">script of util-linux</a>
 */
public record PseudoTerminal(int columns) {
    /** Longer than any of the sessions, on the slowest machine. */
    private static final long LONGEST_MINUTES = 5;

    /** Where the text goes that no terminal shows: to a program. */
    public static final PseudoTerminal PIPE = new PseudoTerminal(0);

    /** Whether this machine has what makes one. */
    public static boolean isThere() {
        try {
            Process script = new ProcessBuilder("script", "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return script.waitFor() == 0 && said.contains("util-linux");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * What a command of the shell writes.
     *
     * @param environment what differs from the environment of this process; an empty value takes a variable out
     */
    public String written(Path directory, Map<String, String> environment, String command) {
        try {
            Path errors = Files.createTempFile("session", ".err");
            try {
                return written(directory, environment, command, errors);
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted at: " + command, e);
        }
    }

    private String written(Path directory, Map<String, String> environment, String command, Path errors)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        if (columns == 0) {
            words.addAll(List.of("sh", "-c", command + " 2>&1"));
        } else {
            words.addAll(List.of("script", "-qec", "stty cols " + columns + " rows 50; " + command, "/dev/null"));
        }
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(directory.toFile()).redirectError(errors.toFile());
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        Process process = builder.start();
        // Its input stays open: at its end `script` would tell the command that the user is gone.
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + command);
        }
        return said;
    }
}
