// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that is started for one run, and may stay for others.
 *
 * <p>Nothing of what is asked is on its command line or in its environment. It ends when this is closed, and by itself
 * when this process does, however it does: the pipe that it reads from ends then.
 */
public final class ChildProcess implements RunProcess {
    /** The end of a stack trace. */
    private static final int SAID = 4000;

    /** Time to write the archive of its classes; a JVM that hangs is then left to close(). */
    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final ForkChannel channel;
    private final Optional<ClassArchive> archive;
    private final boolean stays;
    private final StringBuffer said = new StringBuffer();
    private boolean isLeft;

    private ChildProcess(Process process, Optional<ClassArchive> archive, boolean stays) {
        this.process = process;
        this.archive = archive;
        this.stays = stays;
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
        return start(ChildCommand.of(main, cache, java), Optional.empty());
    }

    /**
     * Starts one.
     *
     * @param staying where it runs if it is to stay after its work; empty for the directory of this process
     * @throws IOException where it cannot be started
     */
    static ChildProcess start(ChildCommand command, Optional<Path> staying) throws IOException {
        return new ChildProcess(command.start(staying), command.archive(), staying.isPresent());
    }

    /** The program that runs this JVM. */
    public static Path ownJava() {
        Path bin = Path.of(System.getProperty("java.home", ""), "bin");
        Path windows = bin.resolve("java.exe");
        return Files.exists(windows) ? windows : bin.resolve("java");
    }

    /** Its number. */
    public long pid() {
        return process.pid();
    }

    @Override
    public ForkChannel channel() {
        return channel;
    }

    /** A JVM that has just been started may take any time for its first answer. */
    @Override
    public boolean begins() {
        return true;
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

    @Override
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

    @Override
    public void leave() {
        if (stays) {
            isLeft = true;
            try {
                channel.close();
            } catch (IOException e) {
                // It has ended by itself.
            }
        }
    }

    /** Lets it end by itself: it may have its archive to write. */
    @Override
    public void finish() {
        leave();
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
        if (!isLeft) {
            process.destroyForcibly();
        }
        archive.ifPresent(ClassArchive::finish);
    }
}
