// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A JVM of its own for one run, tuned for a short life: the first tier of the JIT, the serial collector, and an archive
 * of its classes.
 *
 * <p>Nothing of what is asked is on its command line or in its environment. It ends when this is closed, and by itself
 * when this process does, however it does: the pipe that it reads from ends then.
 */
public final class ChildProcess implements AutoCloseable {
    /** The end of a stack trace. */
    private static final int SAID = 4000;

    /** Time to write the archive of its classes; a JVM that hangs is then left to close(). */
    private static final long PATIENCE_SECONDS = 20;

    /** What a JVM and the system below it go by, and nothing that could hold a secret. */
    private static final Set<String> VARIABLES = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            "TEMP",
            "TMP",
            "SYSTEMROOT",
            "WINDIR",
            "SYSTEMDRIVE",
            "USERPROFILE",
            "LD_LIBRARY_PATH",
            "LOCALE_ARCHIVE");

    private final Process process;
    private final ForkChannel channel;
    private final Optional<ClassArchive> archive;
    private final StringBuffer said = new StringBuffer();

    private ChildProcess(Process process, Optional<ClassArchive> archive) {
        this.process = process;
        this.archive = archive;
        this.channel = new ForkChannel(process.getInputStream(), process.getOutputStream());
        Thread listener = new Thread(() -> listen(process.getErrorStream()), "wheels-fork-errors");
        listener.setDaemon(true);
        listener.start();
    }

    /**
     * Starts one.
     *
     * @param main its class
     * @param cache where the archive of its classes is kept
     * @param java the program that runs it, such as {@link #ownJava}
     * @throws IOException where it cannot be started
     */
    public static ChildProcess start(Class<?> main, Path cache, Path java) throws IOException {
        if (!Files.isExecutable(java)) {
            throw new IOException("\"" + java + "\" cannot be run");
        }
        List<Path> classPath;
        try {
            classPath = ForkClassPath.of(main.getClassLoader());
        } catch (ReflectiveOperationException e) {
            throw new IOException("it is not known where the classes are", e);
        }
        Optional<ClassArchive> archive = ClassArchive.of(cache, classPath);
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:TieredStopAtLevel=1",
                // Copies of larger methods in those that call them take a run of a second longer to compile than they
                // save.
                "-XX:C1MaxInlineSize=25",
                "-XX:+UseSerialGC",
                // A third of a heap that follows the machine's memory otherwise: no faster, and a third more at the
                // peak.
                "-Xmn64m",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xlog:disable",
                "-Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m"));
        archive.ifPresent(each -> command.add(each.flag()));
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(main.getName());
        ProcessBuilder builder = new ProcessBuilder(command);
        reduce(builder.environment());
        return new ChildProcess(builder.start(), archive);
    }

    /** The program that runs this JVM. */
    public static Path ownJava() {
        Path bin = Path.of(System.getProperty("java.home", ""), "bin");
        Path windows = bin.resolve("java.exe");
        return Files.exists(windows) ? windows : bin.resolve("java");
    }

    private static void reduce(Map<String, String> environment) {
        environment.keySet().removeIf(name -> {
            String upper = name.toUpperCase(Locale.ROOT);
            return !VARIABLES.contains(upper) && !upper.startsWith("LC_");
        });
    }

    /** By which it is talked to. */
    public ForkChannel channel() {
        return channel;
    }

    private void listen(InputStream errors) {
        byte[] bytes = new byte[SAID];
        try {
            for (int count = errors.read(bytes); count >= 0; count = errors.read(bytes)) {
                said.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
                said.delete(0, Math.max(0, said.length() - SAID));
            }
        } catch (IOException e) {
            // It has ended.
        }
    }

    /** How it ended, and the last that it said, for a message; waits for its end. */
    public String end() {
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return (ended ? "it ended with " + process.exitValue() : "it does not end")
                    + (said.length() == 0 ? "" : ": " + said.toString().strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "it was not waited for";
        }
    }

    /** Lets it end by itself after its work: it may have its archive to write. */
    public void finish() {
        try {
            if (archive.filter(ClassArchive::isMissing).isPresent()) {
                process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        archive.ifPresent(ClassArchive::finish);
    }
}
