// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The dynamic symbols of an ELF file: needed, taken if present, and given. */
record ElfSymbols(SortedSet<String> imported, SortedSet<String> weak, SortedSet<String> defined) {
    static final ElfSymbols NONE =
            new ElfSymbols(Collections.emptySortedSet(), Collections.emptySortedSet(), Collections.emptySortedSet());

    private static final long DT_HASH = 4;
    private static final long DT_SYMTAB = 6;
    private static final long DT_GNU_HASH = 0x6fff_fef5L;
    private static final int SHT_DYNSYM = 11;
    private static final int LOCAL = 0;
    private static final int WEAK = 2;

    /** The largest libraries, those of PyTorch, have about a million. */
    private static final long SYMBOL_LIMIT = 4_000_000;

    /** A chain has a few symbols: the linker chooses the number of buckets for that. */
    private static final long LONGEST_CHAIN = 65_536;

    /**
     * Reads the symbols.
     *
     * @param dynamic the first value of each tag of the dynamic section
     * @param wanted which symbols are kept
     */
    static ElfSymbols read(
            BinaryWindow file, ElfLayout layout, Map<Long, Long> dynamic, BinaryNames names, Predicate<String> wanted) {
        Long address = dynamic.get(DT_SYMTAB);
        if (address == null) {
            return NONE;
        }
        long at = layout.offset(address, "its table of symbols");
        long count = Math.max(
                inSections(file, layout, at),
                Math.max(inHash(file, layout, dynamic), inGnuHash(file, layout, dynamic)));
        if (count > SYMBOL_LIMIT) {
            throw file.broken(at, "it has " + count + " symbols, more than any library has");
        }
        int size = layout.wordSize() == 8 ? 24 : 16;
        ByteBuffer table = file.block(at, count * size, "its table of symbols");
        ElfSymbols symbols = new ElfSymbols(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (int i = 1; i < count; i++) {
            int entry = i * size;
            String name = names.name(Integer.toUnsignedLong(table.getInt(entry)), "a symbol's name");
            int info = table.get(entry + (size == 24 ? 4 : 12));
            int section = table.getShort(entry + (size == 24 ? 6 : 14));
            if (wanted.test(name)) {
                symbols.add(name, info >>> 4 & 0xf, section);
            }
        }
        return symbols;
    }

    private void add(String name, int binding, int section) {
        if (!name.isEmpty() && (section == 0 || binding != LOCAL)) {
            SortedSet<String> set = section != 0 ? defined : binding == WEAK ? weak : imported;
            set.add(name);
        }
    }

    /** How many symbols the section headers know of at a place; 0 where they are stripped. */
    private static long inSections(BinaryWindow file, ElfLayout layout, long at) {
        boolean wide = layout.wordSize() == 8;
        long length = (long) layout.sectionCount() * layout.sectionSize();
        boolean present = layout.sectionsAt() > 0
                && layout.sectionSize() >= (wide ? 64 : 40)
                && layout.sectionsAt() <= file.size() - length;
        if (!present) {
            return 0;
        }
        ByteBuffer headers = file.block(layout.sectionsAt(), length, "its section headers");
        for (int i = 0; i < layout.sectionCount(); i++) {
            int header = i * layout.sectionSize();
            if (headers.getInt(header + 4) == SHT_DYNSYM && layout.word(headers, header + (wide ? 24 : 16)) == at) {
                return layout.word(headers, header + (wide ? 32 : 20)) / (wide ? 24 : 16);
            }
        }
        return 0;
    }

    private static long inHash(BinaryWindow file, ElfLayout layout, Map<Long, Long> dynamic) {
        Long address = dynamic.get(DT_HASH);
        if (address == null) {
            return 0;
        }
        // On 64-bit s390 its words are of 8 bytes, elsewhere of 4.
        int word = layout.machineName().equals("s390x") ? 8 : 4;
        ByteBuffer head = file.block(layout.offset(address, "its hash table"), 2L * word, "its hash table");
        long count = word == 8 ? head.getLong(8) : Integer.toUnsignedLong(head.getInt(4));
        return count < 0 ? Long.MAX_VALUE : count;
    }

    /** The table names the first symbol of each chain, and each chain marks its last. */
    private static long inGnuHash(BinaryWindow file, ElfLayout layout, Map<Long, Long> dynamic) {
        Long address = dynamic.get(DT_GNU_HASH);
        if (address == null) {
            return 0;
        }
        long at = layout.offset(address, "its GNU hash table");
        ByteBuffer head = file.block(at, 16, "its GNU hash table");
        long bucketCount = Integer.toUnsignedLong(head.getInt(0));
        long firstHashed = Integer.toUnsignedLong(head.getInt(4));
        long bucketsAt = at + 16 + Integer.toUnsignedLong(head.getInt(8)) * layout.wordSize();
        ByteBuffer buckets = file.block(bucketsAt, bucketCount * 4, "its GNU hash table");
        long last = 0;
        while (buckets.hasRemaining()) {
            last = Math.max(last, Integer.toUnsignedLong(buckets.getInt()));
        }
        if (last < firstHashed) {
            return firstHashed;
        }
        long chainsAt = bucketsAt + bucketCount * 4;
        for (long end = last + LONGEST_CHAIN; last < end; last++) {
            if ((file.block(chainsAt + (last - firstHashed) * 4, 4, "a hash chain")
                                    .getInt()
                            & 1)
                    != 0) {
                return last + 1;
            }
        }
        throw file.broken(at, "a hash chain in it has no end");
    }
}
