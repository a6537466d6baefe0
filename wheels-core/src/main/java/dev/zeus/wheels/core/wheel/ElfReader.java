// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Reads an {@link ElfFile}: the header, the segments, the dynamic section and what it points to. */
final class ElfReader {
    private static final String KIND = "ELF file";
    private static final int DYNAMIC = 2;

    /** A library has some tens of entries, and needs some hundred versions of symbols at most. */
    private static final int ENTRY_LIMIT = 65_536;

    private static final int DT_NEEDED = 1;
    private static final int DT_STRTAB = 5;
    private static final int DT_STRSZ = 10;
    private static final int DT_SONAME = 14;
    private static final int DT_RPATH = 15;
    private static final int DT_RUNPATH = 29;
    private static final int DT_VERNEED = 0x6fff_fffe;
    private static final int DT_VERNEEDNUM = 0x6fff_ffff;

    private final BinaryWindow file;
    private final ElfLayout layout;
    private final SortedMap<Long, Long> first = new TreeMap<>();
    private Optional<BinaryNames> names = Optional.empty();

    private ElfReader(BinaryWindow file, ElfLayout layout) {
        this.file = file;
        this.layout = layout;
    }

    static ElfFile read(ByteSource source, Predicate<String> wanted) {
        BinaryWindow unordered = BinaryWindow.of(source, KIND, ByteOrder.LITTLE_ENDIAN);
        byte[] ident = unordered.block(0, 16, "its beginning").array();
        if (!ElfFile.isElf(ident)) {
            throw unordered.broken(0, "it does not begin as one");
        }
        if (ident[4] < 1 || ident[4] > 2 || ident[5] < 1 || ident[5] > 2) {
            throw unordered.broken(4, "its class is " + ident[4] + " and its byte order " + ident[5]);
        }
        ByteOrder order = ident[5] == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        BinaryWindow file = BinaryWindow.of(source, KIND, order);
        return new ElfReader(file, ElfLayout.read(file, ident[4] == 2)).read(wanted);
    }

    private ElfFile read(Predicate<String> wanted) {
        List<ByteBuffer> dynamic = dynamic();
        List<Long> needed = new ArrayList<>();
        for (ByteBuffer entry : dynamic) {
            long tag = layout.word(entry, 0);
            if (tag == DT_NEEDED) {
                needed.add(layout.word(entry, layout.wordSize()));
            }
            first.putIfAbsent(tag, layout.word(entry, layout.wordSize()));
        }
        if (first.containsKey((long) DT_STRTAB)) {
            String what = "its table of names";
            names = Optional.of(BinaryNames.read(file, layout.offset(value(DT_STRTAB), what), value(DT_STRSZ), what));
        }
        ElfSymbols symbols = names.map(table -> ElfSymbols.read(file, layout, first, table, wanted))
                .orElse(ElfSymbols.NONE);
        return new ElfFile(
                layout.machineName(),
                layout.wordSize() * 8,
                named(DT_SONAME),
                needed.stream().map(this::name).toList(),
                runPaths(),
                versionNeeds(),
                symbols.imported(),
                symbols.weak(),
                symbols.defined());
    }

    /** The entries of the dynamic section up to the one that ends it. */
    private List<ByteBuffer> dynamic() {
        List<ByteBuffer> entries = new ArrayList<>();
        for (ElfLayout.Segment segment : layout.segments()) {
            if (segment.type() == DYNAMIC) {
                int size = 2 * layout.wordSize();
                long count = Math.min(segment.size() / size, ENTRY_LIMIT);
                ByteBuffer all = file.block(segment.offset(), count * size, "its dynamic section");
                for (int i = 0; i < count && layout.word(all, i * size) != 0; i++) {
                    entries.add(all.slice(i * size, size).order(all.order()));
                }
                return entries;
            }
        }
        return entries;
    }

    private long value(int tag) {
        return first.getOrDefault((long) tag, 0L);
    }

    private String name(long index) {
        return names.orElseThrow(() -> file.broken(0, "it has no table of names"))
                .name(index, "a name");
    }

    private Optional<String> named(int tag) {
        return Optional.ofNullable(first.get((long) tag)).map(this::name);
    }

    private List<String> runPaths() {
        List<String> paths = new ArrayList<>();
        for (int tag : new int[] {DT_RPATH, DT_RUNPATH}) {
            named(tag).filter(text -> !text.isEmpty()).ifPresent(text -> paths.addAll(List.of(text.split(":", -1))));
        }
        return paths;
    }

    /** The versions that are needed of each library; weak ones may be missing and are left out. */
    private SortedMap<String, SortedSet<String>> versionNeeds() {
        SortedMap<String, SortedSet<String>> needs = new TreeMap<>();
        if (value(DT_VERNEED) == 0) {
            return needs;
        }
        long at = layout.offset(value(DT_VERNEED), "its version needs");
        long libraries = value(DT_VERNEEDNUM);
        int left = ENTRY_LIMIT;
        for (long i = 0; Long.compareUnsigned(i, libraries) < 0; i++) {
            ByteBuffer need = file.block(at, 16, "a version need");
            SortedSet<String> versions =
                    needs.computeIfAbsent(name(Integer.toUnsignedLong(need.getInt(4))), library -> new TreeSet<>());
            long versionAt = at + Integer.toUnsignedLong(need.getInt(8));
            for (int n = Short.toUnsignedInt(need.getShort(2)); n > 0; n--) {
                if (--left < 0) {
                    throw file.broken(versionAt, "it needs more than " + ENTRY_LIMIT + " symbol versions");
                }
                ByteBuffer version = file.block(versionAt, 16, "a needed version");
                if ((version.getShort(4) & 2) == 0) {
                    versions.add(name(Integer.toUnsignedLong(version.getInt(8))));
                }
                versionAt += Integer.toUnsignedLong(version.getInt(12));
            }
            long next = Integer.toUnsignedLong(need.getInt(12));
            if (next == 0 || --left < 0) {
                break;
            }
            at += next;
        }
        return needs;
    }
}
