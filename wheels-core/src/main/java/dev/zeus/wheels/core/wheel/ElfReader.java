package dev.zeus.wheels.core.wheel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Follows the program headers of an ELF file to its dynamic section, and from there to what it needs. */
final class ElfReader {
    private static final int LOAD = 1;
    private static final int DYNAMIC = 2;
    private static final int NEEDED = 1;
    private static final int HASH = 4;
    private static final int STRTAB = 5;
    private static final int SYMTAB = 6;
    private static final int STRSZ = 10;
    private static final int SONAME = 14;
    private static final int RPATH = 15;
    private static final int RUNPATH = 29;
    private static final long GNU_HASH = 0x6ffffef5L;
    private static final long VERNEED = 0x6ffffffeL;
    private static final long VERNEEDNUM = 0x6fffffffL;

    private static final int MOST_HEADERS = 4096;
    private static final int MOST_SYMBOLS = 4_000_000;
    private static final int LONGEST_NAME = 4096;

    private final ByteBuffer file;
    private final boolean wide;
    private final String machine;
    private final List<long[]> loaded = new ArrayList<>();
    private final List<long[]> dynamic = new ArrayList<>();

    ElfReader(ByteBuffer file, boolean wide, String machine) {
        this.file = file;
        this.wide = wide;
        this.machine = machine;
    }

    ElfFile read() {
        segments();
        if (dynamic.isEmpty()) {
            return new ElfFile(machine, Optional.empty(), List.of(), List.of(), new TreeSet<>(), new TreeSet<>());
        }
        List<String> runPaths = new ArrayList<>();
        names(RPATH).forEach(path -> runPaths.addAll(List.of(path.split(":", -1))));
        names(RUNPATH).forEach(path -> runPaths.addAll(List.of(path.split(":", -1))));
        return new ElfFile(
                machine, names(SONAME).stream().findFirst(), names(NEEDED), runPaths, versions(), imported());
    }

    private void segments() {
        long table = wide ? file.getLong(32) : word(28);
        int size = Short.toUnsignedInt(file.getShort(wide ? 54 : 42));
        int count = Short.toUnsignedInt(file.getShort(wide ? 56 : 44));
        if (count > MOST_HEADERS || size < (wide ? 56 : 32)) {
            throw new IllegalArgumentException("its program headers are garbled");
        }
        for (int i = 0; i < count; i++) {
            int at = index(table + (long) i * size);
            int type = file.getInt(at);
            long offset = wide ? file.getLong(at + 8) : word(at + 4);
            long address = wide ? file.getLong(at + 16) : word(at + 8);
            long length = wide ? file.getLong(at + 32) : word(at + 16);
            if (type == LOAD) {
                loaded.add(new long[] {address, length, offset});
            } else if (type == DYNAMIC && dynamic.isEmpty()) {
                dynamic(offset, length);
            }
        }
    }

    private void dynamic(long offset, long length) {
        int step = wide ? 16 : 8;
        for (long at = offset; at + step <= offset + length && dynamic.size() < MOST_HEADERS; at += step) {
            long tag = wide ? file.getLong(index(at)) : word(index(at));
            long value = wide ? file.getLong(index(at) + 8) : word(index(at) + 4);
            if (tag == 0) {
                return;
            }
            dynamic.add(new long[] {tag, value});
        }
    }

    private Optional<Long> value(long tag) {
        return dynamic.stream()
                .filter(entry -> entry[0] == tag)
                .map(entry -> entry[1])
                .findFirst();
    }

    /** The values of a tag that are names. */
    private List<String> names(long tag) {
        return dynamic.stream()
                .filter(entry -> entry[0] == tag)
                .map(entry -> name(entry[1]))
                .toList();
    }

    private String name(long at) {
        long size = value(STRSZ).orElse(0L);
        long table = value(STRTAB).orElseThrow(() -> new IllegalArgumentException("it has no names"));
        if (at < 0 || at >= size) {
            throw new IllegalArgumentException("a name lies outside its names");
        }
        int from = offset(table + at);
        int end = from;
        while (file.get(end) != 0) {
            if (++end - from > LONGEST_NAME) {
                throw new IllegalArgumentException("a name does not end");
            }
        }
        return new String(Arrays.copyOfRange(file.array(), from, end), StandardCharsets.ISO_8859_1);
    }

    private SortedSet<String> versions() {
        SortedSet<String> versions = new TreeSet<>();
        Optional<Long> table = value(VERNEED);
        if (table.isEmpty()) {
            return versions;
        }
        long count = value(VERNEEDNUM).orElse(0L);
        int at = offset(table.get());
        for (long i = 0; i < Math.min(count, MOST_HEADERS); i++) {
            int names = Short.toUnsignedInt(file.getShort(at + 2));
            int one = index(at + word(at + 8));
            for (int j = 0; j < names; j++) {
                versions.add(name(word(one + 8)));
                one = index(one + word(one + 12));
            }
            at = index(at + word(at + 12));
        }
        return versions;
    }

    /** Symbols that are in the table and defined in no section. */
    private SortedSet<String> imported() {
        SortedSet<String> imported = new TreeSet<>();
        Optional<Long> table = value(SYMTAB);
        if (table.isEmpty()) {
            return imported;
        }
        int size = wide ? 24 : 16;
        long count = symbols();
        int at = offset(table.get());
        for (long i = 1; i < count; i++) {
            int symbol = index(at + i * size);
            int section = Short.toUnsignedInt(file.getShort(symbol + (wide ? 6 : 14)));
            long name = word(symbol);
            if (section == 0 && name != 0) {
                imported.add(name(name));
            }
        }
        return imported;
    }

    /** How many symbols there are, which only their hash tables tell; without one those before the first defined. */
    private long symbols() {
        Optional<Long> hash = value(HASH);
        if (hash.isPresent()) {
            return Math.min(word(offset(hash.get()) + 4), MOST_SYMBOLS);
        }
        Optional<Long> gnu = value(GNU_HASH);
        return gnu.isPresent() ? word(offset(gnu.get()) + 4) : 0;
    }

    /** Where in the file an address is. */
    private int offset(long address) {
        for (long[] segment : loaded) {
            if (address >= segment[0] && address - segment[0] < segment[1]) {
                return index(address - segment[0] + segment[2]);
            }
        }
        throw new IllegalArgumentException("an address lies in no segment");
    }

    private int index(long offset) {
        if (offset < 0 || offset >= file.capacity()) {
            throw new IndexOutOfBoundsException();
        }
        return (int) offset;
    }

    private long word(int at) {
        return Integer.toUnsignedLong(file.getInt(at));
    }
}
