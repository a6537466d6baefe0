// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds and runs programs of the machine, such as {@code HostCommand.said("nix-build", "--expr", "…")}. */
public final class HostCommand {
    private static final long LONGEST_MINUTES = 5;
    private static final List<String> CHROMIUMS =
            List.of("chromium", "chromium-browser", "chromium-headless-shell", "google-chrome");

    private HostCommand() {}

    /** The directories of the search path that exist. */
    static List<Path> path() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(Path::of)
                .filter(Files::isDirectory)
                .toList();
    }

    /** Every program of that name on the search path, in its order. */
    static Stream<Path> named(String name) {
        return path().stream().map(directory -> directory.resolve(name)).filter(Files::isExecutable);
    }

    /** The directory on the search path where a program is first found. */
    static Optional<Path> directory(String name) {
        return path().stream()
                .filter(directory -> Files.isExecutable(directory.resolve(name)))
                .findFirst();
    }

    /** Whether a program is on the search path. */
    public static boolean isThere(String name) {
        return directory(name).isPresent();
    }

    /**
     * What a command printed.
     *
     * @throws AssertionError if it fails, with what it said on its other stream
     */
    public static String said(String... command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("command", ".err");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed: " + Files.readString(errors));
            }
            return said.strip();
        } finally {
            Files.delete(errors);
        }
    }

    /** Whether Nix is on the search path. */
    static boolean hasNix() {
        return isThere("nix");
    }

    /** The Chromium of the search path, under any of the names that distributions give it. */
    public static Optional<Path> chromium() {
        return CHROMIUMS.stream().flatMap(HostCommand::named).findFirst();
    }

    /** Whether a Chromium is on the search path. */
    static boolean hasChromium() {
        return chromium().isPresent();
    }

    /** Whether a program may be a script of the shell. */
    static boolean hasSh() {
        return Files.isExecutable(Path.of("/bin/sh"));
    }

    /** Whether Nix is there, and this is the machine that the tests which build with it are written for. */
    static boolean buildsWithNix() {
        return hasNix()
                && System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64")
                && HostPython.find().stream().anyMatch(python -> python.minor().equals("3.12"));
    }

    /** What a command printed; empty if it cannot be started, fails, or does not end. */
    static Optional<String> output(String... command) {
        try {
            Path printed = Files.createTempFile("command", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(printed.toFile())
                        .start();
                return ends(process) && process.exitValue() == 0
                        ? Optional.of(Files.readString(printed, StandardCharsets.UTF_8)
                                .strip())
                        : Optional.empty();
            } finally {
                Files.delete(printed);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Runs a command whose output belongs to the user.
     *
     * @throws IllegalStateException if it fails, with what it was
     */
    static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!ends(process) || process.exitValue() != 0) {
                throw new IllegalStateException("this failed: " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ends(Process process) {
        try {
            boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            return ended;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
