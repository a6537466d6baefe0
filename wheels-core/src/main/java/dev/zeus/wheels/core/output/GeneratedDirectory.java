// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import dev.zeus.wheels.core.disk.ProcessLock;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The directory of generated files, such as {@code generated/}.
 *
 * <p>It is replaced as a whole: the new files are written to a directory beside it, which then takes its place by
 * renaming. Readers find the old set or the new one. Files that the generator did not write are carried over.
 *
 * <p>Example: {@code try (Reservation mine = directory.reserve(events)) { mine.replace(files); }}.
 *
 * @param path where it is
 * @param isOurs whether a text was written by the generator
 */
public record GeneratedDirectory(Path path, Predicate<String> isOurs) {
    /** Longer than any resolving takes. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** A directory that was replaced during so many reads in a row is being written in a loop. */
    private static final int MOST_READS = 50;

    public GeneratedDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /**
     * The generated files that are there now, by path relative to the directory, with {@code /} as separator: those of
     * one moment, also while another process replaces them. Writes nothing.
     *
     * @throws WheelsException E301 if a file cannot be read, E304 if it is not a directory
     */
    public SortedMap<String, String> read() {
        return read(files -> files.texts(isOurs));
    }

    /**
     * The bytes of these files, for one who only compares them.
     *
     * @throws WheelsException as {@link #read} does
     */
    public SortedMap<String, byte[]> readBytes() {
        return read(files -> files.bytes(isOurs));
    }

    private <T> SortedMap<String, T> read(Function<TextFiles, SortedMap<String, T>> reading) {
        Siblings siblings = Siblings.of(path);
        for (int reads = 0; reads < MOST_READS; reads++) {
            try (Pinned root = Pinned.open(siblings.standing())) {
                boolean last = reads == MOST_READS - 1;
                if (root.handle().isEmpty() && !last) {
                    // Perhaps only missed, each of the two at its worst moment; that is not so all the time.
                    continue;
                }
                SortedMap<String, T> files = reading.apply(TextFiles.in(root.path()));
                if (root.isStill(siblings.standing())) {
                    return files;
                }
            } catch (WheelsException e) {
                if (reads == MOST_READS - 1) {
                    throw e;
                }
            }
        }
        throw new WheelsException(
                OutputProblem.UNREADABLE,
                "\"" + path + "\" was replaced " + MOST_READS + " times while it was read",
                "see which builds write to it without end");
    }

    /**
     * Whether another process is about to replace it, or was killed while it did. The files that count are whole all
     * the same, but there is something to wait for, or to end.
     *
     * @throws WheelsException E304 if it is not a directory
     */
    public boolean isBeingReplaced() {
        Siblings siblings = Siblings.of(path);
        return Files.exists(siblings.staged())
                || Files.exists(siblings.previous())
                || Files.exists(path.resolve(SourceJournal.NAME));
    }

    /**
     * Keeps all others from writing the directory until the reservation is closed, and ends what a killed run began.
     * Where another holds it, this waits and says so; where nothing can be written at all, nothing fails yet.
     *
     * @throws WheelsException E112 if the other does not end, E302 if leftovers cannot be removed
     */
    public Reservation reserve(EventSink events) {
        Siblings siblings = Siblings.of(path);
        makeParent();
        ProcessLock lock = ProcessLock.take(
                new ProcessLock.Target(siblings.lock(), true, "the generated directory", PATIENCE),
                ProcessLock.Kind.EXCLUSIVE,
                events);
        return Reservation.holding(this, siblings, lock);
    }

    private void makeParent() {
        try {
            Files.createDirectories(path.resolveSibling(""));
        } catch (IOException e) {
            // Writing will fail in the same place, and say so; where nothing has to be written, nothing is wrong.
        }
    }
}
