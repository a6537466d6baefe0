// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A wheel opened for reading: a file on disk, or one on a server of which parts are read.
 *
 * <p>Example: {@code try (WheelArchive wheel = WheelArchive.open(path)) { wheel.text("demo-1.0.dist-info/WHEEL"); }}.
 */
public final class WheelArchive implements AutoCloseable {
    /** RECORD is the longest: so many bytes are 80 for each of the 200,000 entries that a wheel may have. */
    private static final long TEXT_LIMIT = 16L << 20;

    /** Smaller entries are read faster in memory than through a temporary file. */
    private static final long IN_MEMORY = 16L << 20;

    private final Closeable opened;
    private final ByteSource source;
    private final List<WheelEntry> entries;

    private final Map<String, WheelEntry> byPath = new HashMap<>();
    private Optional<String> distInfo = Optional.empty();

    private WheelArchive(Closeable opened, ByteSource source) {
        this.opened = opened;
        this.source = source;
        this.entries = WheelDirectory.read(source);
    }

    /**
     * Opens a wheel.
     *
     * @throws BrokenWheelException {@code X503} if it is not a sound archive
     */
    public static WheelArchive open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file);
            try {
                return new WheelArchive(channel, new FileBytes(channel, String.valueOf(file.getFileName())));
            } catch (BrokenWheelException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Opens a wheel whose bytes are somewhere else; they stay open when this is closed.
     *
     * @throws BrokenWheelException {@code X503} if it is not a sound archive
     */
    public static WheelArchive of(ByteSource source) {
        return new WheelArchive(() -> {}, source);
    }

    /**
     * Refuses an archive in which a reader could find something else than its directory lists.
     *
     * @throws BrokenWheelException {@code X503} where entries are hidden, overlap, or contradict the directory
     */
    public void requireNothingHidden() {
        ArchiveLayout.require(source, entries, WheelDirectory.start(source));
    }

    /**
     * As much of {@link #requireNothingHidden} as the directory alone tells: that the entries lie one after the other,
     * and that none has more room than its headers can fill.
     *
     * @throws BrokenWheelException {@code X503}
     */
    public void requireNoRoomToHide() {
        ArchiveLayout.requireNoRoom(source, entries, WheelDirectory.start(source));
    }

    /** All entries in the order of the archive. */
    public List<WheelEntry> entries() {
        return entries;
    }

    /** The paths of all files, without directories. */
    public List<String> paths() {
        return entries.stream()
                .filter(entry -> !entry.isDirectory())
                .map(WheelEntry::path)
                .toList();
    }

    /** The entry at a path. */
    public Optional<WheelEntry> entry(String path) {
        if (byPath.isEmpty()) {
            entries.forEach(entry -> byPath.putIfAbsent(entry.path(), entry));
        }
        return Optional.ofNullable(byPath.get(path));
    }

    /** The content of a text file of at most 16 MiB, as UTF-8. */
    public Optional<String> text(String path) {
        return entry(path).map(entry -> new String(read(entry, TEXT_LIMIT), StandardCharsets.UTF_8));
    }

    /** The content of an entry; its CRC and size are checked on the way. */
    public byte[] read(WheelEntry entry, long limit) {
        return EntryContent.read(source, entry, limit);
    }

    /**
     * Looks at the content of an entry from any offset; what is large lies in a temporary file meanwhile.
     *
     * @throws WheelsException {@code E120} if it is large and there is no room for it
     */
    public <T> T look(WheelEntry entry, Function<ByteSource, T> look) {
        if (entry.size() <= IN_MEMORY) {
            return look.apply(new MemoryBytes(entry.path(), read(entry, IN_MEMORY)));
        }
        return Spool.look(Path.of(System.getProperty("java.io.tmpdir")), source, entry, look);
    }

    /** The digest of an entry's content; its CRC and size are checked on the way. */
    public Sha256 sha256(WheelEntry entry) {
        return EntryContent.sha256(source, entry);
    }

    /** The directory of the metadata with a slash at its end, such as {@code demo-1.0.dist-info/}. */
    public String distInfo() {
        // Asked of each entry, of which there can be a hundred thousand.
        if (distInfo.isEmpty()) {
            distInfo = Optional.of(DistInfo.find(source.name(), paths()));
        }
        return distInfo.get();
    }

    @Override
    public void close() {
        try {
            opened.close();
        } catch (IOException e) {
            // It was opened for reading only; nothing can be lost.
        }
    }

    private static WheelsException unreadable(Path file, IOException e) {
        return new WheelsException(
                WheelProblem.UNREADABLE_WHEEL,
                "cannot read \"" + file + "\": " + PlainFile.reason(e),
                "check its permissions, or delete it");
    }
}
