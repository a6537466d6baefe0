// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import dev.zeus.wheels.core.disk.DirectoryTree;
import dev.zeus.wheels.core.disk.DurableFile;
import dev.zeus.wheels.core.disk.ProcessLock;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;

/** The right to replace one generated directory, until it is closed. */
public final class Reservation implements AutoCloseable {
    private final GeneratedDirectory directory;
    private final Siblings siblings;
    private final ProcessLock lock;

    private Reservation(GeneratedDirectory directory, Siblings siblings, ProcessLock lock) {
        this.directory = directory;
        this.siblings = siblings;
        this.lock = lock;
    }

    static Reservation holding(GeneratedDirectory directory, Siblings siblings, ProcessLock lock) {
        Reservation reservation = new Reservation(directory, siblings, lock);
        boolean finished;
        try {
            finished = reservation.recover();
        } catch (IOException e) {
            lock.close();
            throw Unwritable.of(directory.path(), 0, e);
        } catch (WheelsException e) {
            lock.close();
            throw e;
        }
        if (finished) {
            lock.close();
            throw new WheelsException(
                    OutputProblem.SOURCES_ENDED,
                    "an interrupted change of declarations was just completed, and the sources are no longer those"
                            + " that were compiled",
                    "run it again");
        }
        return reservation;
    }

    /**
     * Makes {@code files} the generated files of the directory, all at once; writes nothing where nothing differs.
     *
     * @return what differed
     * @throws WheelsException E301, E302 if a file cannot be read or written, E303 if one that was not generated is in
     *     the way; the old files then stand
     */
    public FileChanges replace(SortedMap<String, String> files) {
        return replace(files, SourceChange.none());
    }

    /**
     * The same, with sources that change with it. After a kill, the sources and the files are those of before, or those
     * of after, or {@link #holding} completes the change.
     *
     * @throws WheelsException I213 where a source is no longer what it was, I214 where one cannot be written
     */
    public FileChanges replace(SortedMap<String, String> files, SourceChange sources) {
        FileChanges changes = FileChanges.between(directory.read(), files);
        if (changes.isEmpty() && sources.isEmpty()) {
            return changes;
        }
        refuseForeign(files);
        try {
            stage(files);
            SourceJournal.begin(siblings.staged(), sources);
            swap();
        } catch (IOException e) {
            WheelsException problem = Unwritable.of(directory.path(), size(files), e);
            recoverAfter(problem);
            throw problem;
        } catch (WheelsException problem) {
            recoverAfter(problem);
            throw problem;
        }
        SourceJournal.end(siblings.directory());
        return changes;
    }

    private void refuseForeign(SortedMap<String, String> files) {
        for (String name : files.keySet()) {
            Path file = directory.path().resolve(name);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && TextFiles.text(file, directory.isOurs()).isEmpty()) {
                throw new WheelsException(
                        OutputProblem.IN_THE_WAY,
                        "\"" + file + "\" is in the way: a generated file goes there, and this one was not generated",
                        "move it elsewhere, or choose another directory with -Dwheels.outputDirectory=…");
            }
        }
    }

    private void stage(SortedMap<String, String> files) throws IOException {
        Path staged = siblings.staged();
        Files.createDirectories(staged);
        for (Path file : TextFiles.in(directory.path()).all()) {
            if (TextFiles.text(file, directory.isOurs()).isEmpty()) {
                Path copy = staged.resolve(directory.path().relativize(file));
                Files.createDirectories(copy.getParent());
                carryOver(file, copy);
            }
        }
        for (var entry : files.entrySet()) {
            Path file = staged.resolve(entry.getKey()).normalize();
            if (!file.startsWith(staged)) {
                throw new FileSystemException(
                        entry.getKey(), null, "\"" + entry.getKey() + "\" leaves the generated directory");
            }
            Files.createDirectories(file.getParent());
            DurableFile.create(file, entry.getValue());
        }
    }

    private void swap() throws IOException {
        if (Files.exists(siblings.directory())) {
            Files.move(siblings.directory(), siblings.previous(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(siblings.staged(), siblings.directory(), StandardCopyOption.ATOMIC_MOVE);
        DurableFile.force(siblings.directory().resolveSibling(""));
        DirectoryTree.deleteQuietly(siblings.previous());
    }

    /**
     * Ends what a killed run left behind: between the two renames only the previous directory exists, and behind them
     * the sources may still be the old ones.
     *
     * @return whether sources were changed
     */
    private boolean recover() throws IOException {
        if (siblings.standing().equals(siblings.previous())) {
            Files.move(siblings.previous(), siblings.directory(), StandardCopyOption.ATOMIC_MOVE);
        }
        DirectoryTree.delete(siblings.previous());
        SourceJournal.drop(siblings.staged());
        DirectoryTree.delete(siblings.staged());
        return SourceJournal.end(siblings.directory());
    }

    /** Gives a user's file another name, in an instant however large it is, or copies it where that cannot be done. */
    private static void carryOver(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (IOException | UnsupportedOperationException e) {
            BasicFileAttributes there =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (there.isOther()) {
                // Opened for copying, a FIFO would wait for its writer for ever.
                throw new FileSystemException(file.toString(), null, "it is neither a file nor a link");
            }
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private void recoverAfter(WheelsException problem) {
        try {
            recover();
        } catch (IOException | WheelsException e) {
            problem.addSuppressed(e);
        }
    }

    private static long size(SortedMap<String, String> files) {
        return files.values().stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    @Override
    public void close() {
        lock.close();
    }
}
