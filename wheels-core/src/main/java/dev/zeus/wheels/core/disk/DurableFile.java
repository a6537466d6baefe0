// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/** A text file that has reached the disk before anything depends on it. */
public final class DurableFile {
    private DurableFile() {}

    /** Writes a file that must not be there yet. */
    public static void create(Path file, String text) throws IOException {
        create(file, text, true);
    }

    private static void create(Path file, String text, boolean durable) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            // A charset's own encoder goes character by character.
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (durable) {
                channel.force(true);
            }
        }
    }

    /** Writes a file that may exist: readers find the old text or the new one, even if this is cut short. */
    public static void replace(Path file, String text) throws IOException {
        replace(file, text, true);
    }

    /**
     * The same for a text on which nothing depends once the machine has lost its power: whoever reads it finds the old
     * one or the new one, and nobody waits for the disk, neither now nor when the file is removed.
     */
    public static void replaceSoon(Path file, String text) throws IOException {
        replace(file, text, false);
    }

    private static void replace(Path file, String text, boolean durable) throws IOException {
        // No temporary file of the library: those can be read by their owner only, and so could this one after it.
        // A number at random is as good as that of the process, which takes a JVM that is new longer to find out.
        String number = Long.toUnsignedString(ThreadLocalRandom.current().nextLong());
        String name = "." + file.getFileName() + "." + number;
        Path staged = file.resolveSibling(name + ".new");
        try {
            create(staged, text, durable);
            Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    /** Makes the names in a directory reach the disk, where the system lets a program ask for it. */
    public static void force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException | UnsupportedOperationException e) {
            // Windows opens no directories; there the file system's own journal has to do.
        }
    }
}
