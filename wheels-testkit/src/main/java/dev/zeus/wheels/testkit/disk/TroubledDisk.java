// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A directory as a disk of its own that runs full, takes no writes or has no locks, on any machine and for any user.
 *
 * <p>Example: {@code TroubledDisk disk = new TroubledDisk(temp).holding(4096); Files.writeString(disk.path("a"), text)}
 * throws {@code No space left on device} as soon as the files of {@code temp} would be larger than 4096 bytes in all,
 * after it has written what there was room for, as a real disk does.
 */
public final class TroubledDisk {
    private final Path root;
    private final TroubledFileSystem fileSystem = new TroubledFileSystem(this);
    private volatile long capacity = Long.MAX_VALUE;
    private volatile boolean readOnly;
    private volatile boolean locking = true;

    /** A disk without trouble yet, whose files are those below a real directory. */
    public TroubledDisk(Path root) {
        this.root = root;
    }

    /** Holds this many bytes at most from now on. */
    public TroubledDisk holding(long bytes) {
        capacity = bytes;
        return this;
    }

    /** Takes no writes from now on. */
    public TroubledDisk readOnly() {
        readOnly = true;
        return this;
    }

    /** Refuses locks from now on, as network file systems without a lock service do. */
    public TroubledDisk withoutLocks() {
        locking = false;
        return this;
    }

    /** A path on this disk, relative to the directory it stands on. */
    public Path path(String relative) {
        return new TroubledPath(fileSystem, root.resolve(relative));
    }

    long capacity() {
        return capacity;
    }

    boolean locking() {
        return locking;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    /** How many bytes may still be written. */
    long room() {
        if (capacity == Long.MAX_VALUE) {
            return capacity;
        }
        AtomicLong used = new AtomicLong();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    used.addAndGet(attributes.size());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Math.max(0, capacity - used.get());
    }

    void requireWritable(Path path) throws FileSystemException {
        if (readOnly) {
            throw new FileSystemException(path.toString(), null, "Read-only file system");
        }
    }
}
