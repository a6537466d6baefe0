// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.program;

import dev.zeus.wheels.core.disk.PlainFile;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run in the user's environment, to its end or to a limit.
 *
 * <p>Example: {@code HostProgram.run(List.of("git", "status"), directory, Duration.ofSeconds(20))}.
 */
public final class HostProgram {
    /** The longest outputs are all versions of a nixpkgs and a lock of another revision. */
    private static final int LONGEST = 64 << 20;

    /** The end, where programs say what went wrong. */
    private static final int LONGEST_ERRORS = 64 << 10;

    private HostProgram() {}

    /**
     * How a program ended.
     *
     * @param exit its exit code
     * @param output what it printed
     * @param errors the end of what it said on its other stream, of 64 KiB at most
     */
    public record Ended(int exit, String output, String errors) {}

    /** Where a program is first found in directories that are separated as the {@code PATH} is. */
    public static Optional<Path> find(String name, String path) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .flatMap(directory -> directory(directory).stream())
                .map(directory -> directory.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A directory of the {@code PATH}; none where its name has characters that the locale has not. */
    public static Optional<Path> directory(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * Runs a program; its streams go through files, since a child that lives on would keep a pipe open.
     *
     * @return how it ended; empty where it was stopped at the limit
     * @throws InterruptedIOException where the thread was interrupted
     * @throws IOException where it cannot be started, or printed more than 64 MiB
     */
    public static Optional<Ended> run(List<String> command, Path directory, Duration limit) throws IOException {
        Path output = Files.createTempFile("wheels-program-", ".txt");
        try {
            Path errors = Files.createTempFile("wheels-program-", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start();
                process.getOutputStream().close();
                return ends(process, limit)
                        ? Optional.of(
                                new Ended(process.exitValue(), PlainFile.readString(output, LONGEST), end(errors)))
                        : Optional.empty();
            } finally {
                Files.deleteIfExists(errors);
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String end(Path file) throws IOException {
        try (FileChannel said = FileChannel.open(file)) {
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(said.size(), LONGEST_ERRORS));
            for (long from = said.size() - end.capacity(); end.hasRemaining(); ) {
                if (said.read(end, from + end.position()) < 0) {
                    break;
                }
            }
            return new String(end.array(), 0, end.position(), StandardCharsets.UTF_8);
        }
    }

    private static boolean ends(Process process, Duration limit) throws InterruptedIOException {
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return ended;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a program ran");
        }
    }
}
