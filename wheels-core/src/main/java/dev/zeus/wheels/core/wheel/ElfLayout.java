// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The header of an ELF file and where its segments lie.
 *
 * @param sectionsAt where the section headers begin; 0 for none
 */
record ElfLayout(
        BinaryWindow file,
        int wordSize,
        int machine,
        List<Segment> segments,
        long sectionsAt,
        int sectionSize,
        int sectionCount) {
    private static final int LOAD = 1;

    /** Linkers write about ten. */
    private static final int SEGMENT_LIMIT = 4096;

    /** A part of the file that is mapped to an address, or holds one certain thing. */
    record Segment(int type, long offset, long address, long size) {}

    static ElfLayout read(BinaryWindow file, boolean wide) {
        ByteBuffer head = file.block(0, wide ? 64 : 52, "its header");
        int at = wide ? 32 : 28;
        long segmentsAt = wide ? head.getLong(at) : Integer.toUnsignedLong(head.getInt(at));
        long sectionsAt = wide ? head.getLong(at + 8) : Integer.toUnsignedLong(head.getInt(at + 4));
        int sizes = wide ? 54 : 42;
        int segmentSize = Short.toUnsignedInt(head.getShort(sizes));
        int segmentCount = Short.toUnsignedInt(head.getShort(sizes + 2));
        if (segmentCount > SEGMENT_LIMIT || (segmentCount > 0 && segmentSize < (wide ? 56 : 32))) {
            throw file.broken(sizes, "it has " + segmentCount + " segments of " + segmentSize + " bytes each");
        }
        ElfLayout layout = new ElfLayout(
                file,
                wide ? 8 : 4,
                Short.toUnsignedInt(head.getShort(18)),
                new ArrayList<>(),
                sectionsAt,
                Short.toUnsignedInt(head.getShort(sizes + 4)),
                Short.toUnsignedInt(head.getShort(sizes + 6)));
        if (segmentCount > 0) {
            ByteBuffer table = file.block(segmentsAt, (long) segmentCount * segmentSize, "its table of segments");
            for (int i = 0; i < segmentCount; i++) {
                layout.segments.add(layout.segment(table, i * segmentSize));
            }
        }
        return layout;
    }

    private Segment segment(ByteBuffer table, int at) {
        int first = wordSize == 8 ? at + 8 : at + 4;
        return new Segment(
                table.getInt(at), word(table, first), word(table, first + wordSize), word(table, first + 3 * wordSize));
    }

    /** A word of 4 or 8 bytes. */
    long word(ByteBuffer bytes, int at) {
        return wordSize == 8 ? bytes.getLong(at) : Integer.toUnsignedLong(bytes.getInt(at));
    }

    /** Where the byte at an address lies in the file. */
    long offset(long address, String what) {
        for (Segment segment : segments) {
            long inside = address - segment.address;
            if (segment.type == LOAD && inside >= 0 && inside < segment.size) {
                return segment.offset + inside;
            }
        }
        throw file.broken(0, what + " has the address " + Long.toHexString(address) + ", which is in no segment");
    }

    String machineName() {
        boolean little = file.order() == ByteOrder.LITTLE_ENDIAN;
        return switch (machine) {
            case 3 -> "i686";
            case 20 -> "ppc";
            case 21 -> little ? "ppc64le" : "ppc64";
            case 22 -> wordSize == 8 ? "s390x" : "s390";
            case 40 -> "armv7l";
            case 62 -> wordSize == 8 ? "x86_64" : "x32";
            case 183 -> "aarch64";
            case 243 -> wordSize == 8 ? "riscv64" : "riscv32";
            case 258 -> "loongarch64";
            default -> "machine " + machine;
        };
    }
}
