// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.disk;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The system's lock on one file, which keeps other processes out as far as the file system has such a thing. */
final class LockFile implements AutoCloseable {
    /** Short enough not to be noticed, long enough not to load the disk of the holder. */
    private static final long PAUSE_MILLIS = 50;

    /** A long has nineteen digits. */
    private static final int LONGEST_NUMBER = 20;

    private final Path path;
    private final boolean passing;
    private final @Nullable FileChannel channel;

    private LockFile(Path path, boolean passing, @Nullable FileChannel channel) {
        this.path = path;
        this.passing = passing;
        this.channel = channel;
    }

    /** A file that was opened, and which of those that had its name it is; null where the system cannot tell. */
    private record Opened(FileChannel channel, @Nullable Object key) {}

    static LockFile lock(ProcessLock.Target target, boolean shared, EventSink events) throws InterruptedException {
        Path path = target.file();
        Wait wait = new Wait(target, events);
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            // A link could lead to any file of this user, and the number below would be written into it.
            warnOfMissingLocks(path, "it is no regular file", events);
            return new LockFile(path, false, null);
        }
        while (true) {
            Optional<Opened> opened = open(path);
            if (opened.isEmpty()) {
                // Nothing can be written here; the one who writes will report it.
                return new LockFile(path, false, null);
            }
            FileChannel channel = opened.get().channel();
            boolean held = false;
            try {
                wait.untilLocked(channel, shared);
                held = isStill(path, opened.get().key());
            } catch (ClosedByInterruptException e) {
                throw new InterruptedException();
            } catch (IOException | UnsupportedOperationException e) {
                warnOfMissingLocks(path, PlainFile.reason(e), events);
                return new LockFile(path, false, null);
            } finally {
                if (!held) {
                    closeQuietly(channel);
                }
            }
            if (held) {
                boolean ours = isNumber(channel);
                if (ours && !shared) {
                    note(channel);
                }
                return new LockFile(path, ours && target.passing() && !shared, channel);
            }
        }
    }

    /** Opens the file that has this name now, and creates it if there is none; empty if that fails. */
    private static Optional<Opened> open(Path path) {
        while (true) {
            try {
                Files.createFile(path);
            } catch (FileAlreadyExistsException e) {
                // The usual case of a lock that is held, or that is never removed.
            } catch (IOException | UnsupportedOperationException e) {
                return Optional.empty();
            }
            try {
                Object before = key(path);
                FileChannel channel = FileChannel.open(
                        path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                if (isStill(path, before)) {
                    return Optional.of(new Opened(channel, before));
                }
                closeQuietly(channel);
            } catch (NoSuchFileException e) {
                // Its holder was done with it just now.
            } catch (IOException | UnsupportedOperationException e) {
                return Optional.empty();
            }
        }
    }

    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    private static boolean isStill(Path path, @Nullable Object key) throws IOException {
        try {
            Object now = key(path);
            return now == null || now.equals(key);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Leaves the number of this process for those who wait. */
    private static void note(FileChannel channel) {
        try {
            String number = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(number.getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException e) {
            // A full disk: the lock holds without it.
        }
    }

    /** Whether nothing is in the file but what {@link #note} leaves: any other file is locked, and stays as it is. */
    private static boolean isNumber(FileChannel channel) {
        try {
            return channel.size() < LONGEST_NUMBER && text(channel).chars().allMatch(Character::isDigit);
        } catch (IOException e) {
            return false;
        }
    }

    /** Who noted itself in the file, read through the one channel that this process may have on it. */
    private static String holder(FileChannel channel) throws IOException {
        String number = text(channel);
        boolean isNumber =
                !number.isEmpty() && number.length() < 19 && number.chars().allMatch(Character::isDigit);
        boolean alive = isNumber && ProcessHandle.of(Long.parseLong(number)).isPresent();
        return alive ? "process " + number : "another process";
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_NUMBER);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    }

    private static void warnOfMissingLocks(Path path, String why, EventSink events) {
        events.accept(new WheelsEvent.Warned(new Problem(
                ProcessLockProblem.NO_LOCKS,
                "\"" + path + "\" cannot be locked (" + why + "); continuing without keeping other processes out",
                "run one build at a time on this file system")));
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock is gone with the channel, whatever closing says.
        }
    }

    @Override
    public void close() {
        if (channel == null) {
            return;
        }
        try {
            if (passing) {
                // While it is still held: the next holder sees that the name belongs to another file, or to none.
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // An empty file remains, and does no harm.
        }
        closeQuietly(channel);
    }

    /** One taker's wait for one lock. */
    private static final class Wait {
        private final ProcessLock.Target target;
        private final EventSink events;
        private final long end;
        private boolean told;

        Wait(ProcessLock.Target target, EventSink events) {
            this.target = target;
            this.events = events;
            this.end = System.nanoTime() + target.patience().toNanos();
        }

        void untilLocked(FileChannel channel, boolean shared) throws IOException, InterruptedException {
            while (true) {
                String holder;
                try {
                    if (channel.tryLock(0, Long.MAX_VALUE, shared) != null) {
                        return;
                    }
                    holder = holder(channel);
                } catch (OverlappingFileLockException e) {
                    // Another copy of this class: Maven loads a plugin once for each set of its dependencies.
                    holder = "another module of this build";
                }
                if (System.nanoTime() > end) {
                    throw ProcessLock.tooLong(target, holder);
                }
                if (!told) {
                    told = true;
                    events.accept(new WheelsEvent.Warned(ProcessLock.waiting(target, holder)));
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }
}
