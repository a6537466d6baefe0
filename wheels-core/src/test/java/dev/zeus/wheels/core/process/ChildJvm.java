// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A {@link GenerateMain} in a process of its own, which is gone when this is closed. */
final class ChildJvm implements AutoCloseable {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final long LONGEST_SECONDS = 120;

    /**
     * A shell has what it runs in the background ignore Ctrl-C, and that is inherited by all below it: by a build, its
     * tests and these children. The program of GNU takes it back.
     */
    private static final List<String> LISTENING = List.of("env", "--default-signal=INT");

    private static final boolean CAN_LISTEN = canListen();

    private final Process process;
    private final BufferedReader said;

    private ChildJvm(List<String> command) {
        List<String> listening = new ArrayList<>(CAN_LISTEN ? LISTENING : List.of());
        listening.addAll(command);
        try {
            process = new ProcessBuilder(listening).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        said = process.inputReader(StandardCharsets.UTF_8);
    }

    private static boolean canListen() {
        List<String> command = new ArrayList<>(LISTENING);
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static ChildJvm start(String mode, Project project, String... options) {
        return new ChildJvm(command(JAVA, mode, project, options));
    }

    static ChildJvm start(Path java, String mode, Project project, String... options) {
        return new ChildJvm(command(java, mode, project, options));
    }

    /** With the project's home on a disk of its own of this many kibibytes, which goes with the process. */
    static ChildJvm onSmallDisk(int kibibytes, String mode, Project project) {
        String mount =
                "mount -t tmpfs -o size=" + kibibytes + "k none '" + project.home() + "' || exit 77; exec \"$@\"";
        List<String> command =
                new ArrayList<>(List.of("unshare", "--map-root-user", "--mount", "sh", "-c", mount, "sh"));
        command.addAll(command(JAVA, mode, project));
        return new ChildJvm(command);
    }

    private static List<String> command(Path java, String mode, Project project, String... options) {
        List<String> command = new ArrayList<>(
                List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                GenerateMain.class.getName(),
                mode,
                project.index().toString(),
                project.home().toString(),
                project.cache().toString()));
        return command;
    }

    /** Reads what it says up to a line that has this text; what it said instead is the failure. */
    ChildJvm until(String text) {
        List<String> lines = new ArrayList<>();
        try {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                lines.add(line);
                if (line.contains(text)) {
                    return this;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("the child did not say \"" + text + "\" but " + lines);
    }

    /** Tells it to go on. */
    void tell() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it live for a while; it may end by itself before. */
    void live(long millis) throws InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the child ended by itself: " + rest());
        }
    }

    /** Sends it a signal that ends it, such as 2 for that of Ctrl-C, and gives its exit code. */
    int signal(int number) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-" + number, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return exitCode();
    }

    /** What it says until it ends. */
    String rest() {
        // The HTTP client's logging has nowhere to go here, and says so.
        return said.lines().filter(line -> !line.startsWith("SLF4J: ")).collect(Collectors.joining("\n"));
    }

    /** The processes that it has started. */
    List<ProcessHandle> children() {
        return process.children().toList();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(
                    "the child does not end; was this build started in the background of a shell, which"
                            + " has all below it ignore Ctrl-C?");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
