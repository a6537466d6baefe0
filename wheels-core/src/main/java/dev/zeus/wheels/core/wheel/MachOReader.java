// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import dev.zeus.wheels.core.wheel.MachOFile.Slice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads a {@link MachOFile}: the table of slices, where there are several, and each slice by {@link MachOSlice}. */
final class MachOReader {
    private static final String KIND = "Mach-O file";
    private static final int FAT = 0xcafe_babe;
    private static final int FAT_64 = 0xcafe_babf;
    private static final int THIN = 0xfeed_face;
    private static final int THIN_64 = 0xfeed_facf;
    /** A Java class has the same magic, and its version, 45 or more, where the number of slices would be. */
    private static final int SLICE_LIMIT = 30;

    private MachOReader() {}

    static boolean matches(byte[] head) {
        if (head.length < 8) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap(head);
        int magic = bytes.getInt(0);
        boolean fat = (magic == FAT || magic == FAT_64) && bytes.getInt(4) >= 0 && bytes.getInt(4) <= SLICE_LIMIT;
        return fat || isThin(magic) || isThin(Integer.reverseBytes(magic));
    }

    private static boolean isThin(int magic) {
        return magic == THIN || magic == THIN_64;
    }

    @SuppressWarnings("ByteBufferBackingArray") // a block of a file is an array of its own
    static MachOFile read(ByteSource source, Predicate<String> wanted) {
        BinaryWindow file = BinaryWindow.of(source, KIND, ByteOrder.BIG_ENDIAN);
        ByteBuffer head = file.block(0, 8, "its beginning");
        if (!matches(head.array())) {
            throw file.broken(0, "it does not begin as one");
        }
        int magic = head.getInt(0);
        if (magic != FAT && magic != FAT_64) {
            return new MachOFile(List.of(slice(file, 0, file.size(), wanted)));
        }
        boolean wide = magic == FAT_64;
        int count = head.getInt(4);
        int entrySize = wide ? 32 : 20;
        ByteBuffer table = file.block(8, (long) count * entrySize, "its table of slices");
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = i * entrySize;
            long offset = wide ? table.getLong(at + 8) : Integer.toUnsignedLong(table.getInt(at + 8));
            long length = wide ? table.getLong(at + 16) : Integer.toUnsignedLong(table.getInt(at + 12));
            Slice slice = slice(file, offset, length, wanted);
            String declared = MachOSlice.machine(table.getInt(at), table.getInt(at + 4));
            if (!slice.machine().equals(declared)) {
                throw file.broken(
                        8L + at, "its table says \"" + declared + "\" of a slice for \"" + slice.machine() + '"');
            }
            if (slices.stream().anyMatch(earlier -> earlier.machine().equals(declared))) {
                throw file.broken(8L + at, "it has two slices for \"" + declared + '"');
            }
            slices.add(slice);
        }
        if (slices.isEmpty()) {
            throw file.broken(4, "it has no slices");
        }
        return new MachOFile(slices);
    }

    private static Slice slice(BinaryWindow file, long at, long length, Predicate<String> wanted) {
        BinaryWindow unordered = file.part(at, length, ByteOrder.BIG_ENDIAN, "a slice");
        int magic = unordered.block(0, 4, "the beginning of a slice").getInt(0);
        boolean little = isThin(Integer.reverseBytes(magic));
        if (!little && !isThin(magic)) {
            throw unordered.broken(0, "a slice does not begin as one");
        }
        ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int plain = little ? Integer.reverseBytes(magic) : magic;
        return MachOSlice.read(file.part(at, length, order, "a slice"), plain == THIN_64, wanted);
    }
}
