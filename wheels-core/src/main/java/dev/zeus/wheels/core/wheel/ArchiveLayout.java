// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * That the bytes before a wheel's directory are its entries, one after the other, and nothing else.
 *
 * <p>A reader that goes through an archive from its start then sees the same files as one that begins at the directory:
 * no entry is hidden, none lies upon another, and each local header says what the directory says.
 */
final class ArchiveLayout {
    private static final int LOCAL = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int HAS_DESCRIPTOR = 8;

    /** With its signature and sizes of 64 bits (APPNOTE 4.3.9). */
    private static final int LONGEST_DESCRIPTOR = 24;

    /** Its length has 16 bits (APPNOTE 4.4.11). */
    private static final int LONGEST_EXTRA = 0xffff;

    private final ByteSource source;

    private ArchiveLayout(ByteSource source) {
        this.source = source;
    }

    /**
     * Refuses any other layout.
     *
     * @param entries what the directory lists
     * @param directory where the directory begins
     * @throws BrokenWheelException {@code X503}
     */
    static void require(ByteSource source, List<WheelEntry> entries, long directory) {
        ArchiveLayout layout = new ArchiveLayout(source);
        List<WheelEntry> byOffset = byOffset(entries);
        long at = 0;
        for (int i = 0; i < byOffset.size(); i++) {
            WheelEntry entry = byOffset.get(i);
            if (entry.offset() != at) {
                throw layout.broken(
                        entry, entry.offset() < at ? "lies upon another entry" : "has hidden bytes before it");
            }
            long next = i + 1 < byOffset.size() ? byOffset.get(i + 1).offset() : directory;
            at = layout.end(entry, next);
        }
        if (at != directory) {
            throw layout.hidden();
        }
    }

    /** Refuses what cannot be such a layout, by the directory alone: no other byte of the archive is read. */
    static void requireNoRoom(ByteSource source, List<WheelEntry> entries, long directory) {
        ArchiveLayout layout = new ArchiveLayout(source);
        List<WheelEntry> byOffset = byOffset(entries);
        for (int i = 0; i < byOffset.size(); i++) {
            WheelEntry entry = byOffset.get(i);
            if (i == 0 && entry.offset() != 0) {
                throw layout.broken(entry, "has hidden bytes before it");
            }
            long next = i + 1 < byOffset.size() ? byOffset.get(i + 1).offset() : directory;
            int name = entry.path().getBytes(StandardCharsets.UTF_8).length;
            long extra = next - entry.offset() - LOCAL_LENGTH - name - entry.compressedSize();
            if (extra < 0) {
                throw layout.broken(entry, "ends in the next entry");
            }
            if (extra > LONGEST_EXTRA + LONGEST_DESCRIPTOR) {
                throw layout.broken(entry, "has hidden bytes behind it");
            }
        }
        if (byOffset.isEmpty() && directory != 0) {
            throw layout.hidden();
        }
    }

    private static List<WheelEntry> byOffset(List<WheelEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparingLong(WheelEntry::offset))
                .toList();
    }

    /** Where an entry ends; {@code next} is where the next one begins, which tells the length of a descriptor. */
    private long end(WheelEntry entry, long next) {
        if (entry.offset() + LOCAL_LENGTH > next) {
            throw broken(entry, "has no room for its header");
        }
        ByteBuffer local = read(entry.offset(), LOCAL_LENGTH);
        int flags = Short.toUnsignedInt(local.getShort(6));
        int nameLength = Short.toUnsignedInt(local.getShort(26));
        int extraLength = Short.toUnsignedInt(local.getShort(28));
        long content = entry.offset() + LOCAL_LENGTH + nameLength + extraLength;
        if (local.getInt(0) != LOCAL || content + entry.compressedSize() > next) {
            throw broken(entry, "has a header that is none, or ends in the next entry");
        }
        String name = new String(read(entry.offset() + LOCAL_LENGTH, nameLength).array(), StandardCharsets.UTF_8);
        if (!name.equals(entry.path()) || Short.toUnsignedInt(local.getShort(8)) != entry.method()) {
            throw broken(entry, "has a header that names something else");
        }
        ByteBuffer extra = read(entry.offset() + LOCAL_LENGTH + nameLength, extraLength);
        ExtraFields.problem(extra, 0, extraLength).ifPresent(what -> {
            throw broken(entry, what);
        });
        long end = content + entry.compressedSize();
        if ((flags & HAS_DESCRIPTOR) == 0) {
            requireSame(entry, local);
            return end;
        }
        return descriptorEnd(entry, end, next);
    }

    private void requireSame(WheelEntry entry, ByteBuffer local) {
        boolean sameCrc = Integer.toUnsignedLong(local.getInt(14)) == entry.crc();
        boolean same = isSize(local.getInt(18), entry.compressedSize()) && isSize(local.getInt(22), entry.size());
        if (!sameCrc || !same) {
            throw broken(entry, "has a header with another size or checksum than the directory");
        }
    }

    /** A size, or the mark of one that is too large for its field. */
    private static boolean isSize(int field, long size) {
        return field == -1 || Integer.toUnsignedLong(field) == size;
    }

    private long descriptorEnd(WheelEntry entry, long from, long next) {
        int length = (int) Math.min(LONGEST_DESCRIPTOR, next - from);
        ByteBuffer bytes = read(from, length);
        int at = length >= 16 && bytes.getInt(0) == DESCRIPTOR ? 4 : 0;
        for (boolean wide : new boolean[] {false, true}) {
            int size = at + (wide ? 20 : 12);
            if (size <= length
                    && from + size == next
                    && Integer.toUnsignedLong(bytes.getInt(at)) == entry.crc()
                    && size(bytes, at + 4, wide) == entry.compressedSize()
                    && size(bytes, at + (wide ? 12 : 8), wide) == entry.size()) {
                return next;
            }
        }
        throw broken(entry, "is followed by sizes or a checksum that the directory does not have");
    }

    private static long size(ByteBuffer bytes, int at, boolean wide) {
        return wide ? bytes.getLong(at) : Integer.toUnsignedLong(bytes.getInt(at));
    }

    private ByteBuffer read(long offset, int length) {
        return ByteBuffer.wrap(source.read(offset, length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private BrokenWheelException broken(WheelEntry entry, String why) {
        return broken("\"" + entry.path() + "\" " + why);
    }

    private BrokenWheelException hidden() {
        return broken("there are hidden bytes before its directory");
    }

    private BrokenWheelException broken(String why) {
        return new BrokenWheelException(
                WheelProblem.UNSOUND_ARCHIVE,
                "\"" + source.name() + "\" is not a valid wheel archive: " + why,
                "use another version, and tell its authors");
    }
}
