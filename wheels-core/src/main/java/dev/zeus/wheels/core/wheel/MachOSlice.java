// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import dev.zeus.wheels.core.wheel.MachOFile.Slice;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Reads one slice of a {@link MachOFile}: its header, its load commands and its symbols. */
final class MachOSlice {
    private static final int REQUIRED = 0x8000_0000;
    private static final int SYMTAB = 0x2;
    private static final int LOAD_DYLIB = 0xc;
    private static final int ID_DYLIB = 0xd;
    private static final int LOAD_WEAK_DYLIB = 0x18 | REQUIRED;
    private static final int RPATH = 0x1c | REQUIRED;
    private static final int REEXPORT_DYLIB = 0x1f | REQUIRED;
    private static final int LAZY_LOAD_DYLIB = 0x20;
    private static final int LOAD_UPWARD_DYLIB = 0x23 | REQUIRED;
    private static final int VERSION_MIN_MACOSX = 0x24;
    private static final int BUILD_VERSION = 0x32;
    private static final int MACOS = 1;

    /** Linkers write some tens. */
    private static final int COMMAND_LIMIT = 65_536;

    /** As ElfSymbols. */
    private static final int SYMBOL_LIMIT = 4_000_000;

    private static final int WIDE = 0x0100_0000;

    private final BinaryWindow file;
    private final boolean wide;
    private final Predicate<String> wanted;
    private final List<String> needed = new ArrayList<>();
    private final List<String> optional = new ArrayList<>();
    private final List<String> runPaths = new ArrayList<>();
    private final SortedSet<String> imported = new TreeSet<>();
    private final SortedSet<String> defined = new TreeSet<>();
    private Optional<List<Integer>> oldest = Optional.empty();
    private Optional<String> id = Optional.empty();

    private MachOSlice(BinaryWindow file, boolean wide, Predicate<String> wanted) {
        this.file = file;
        this.wide = wide;
        this.wanted = wanted;
    }

    static Slice read(BinaryWindow file, boolean wide, Predicate<String> wanted) {
        return new MachOSlice(file, wide, wanted).read();
    }

    private Slice read() {
        int length = wide ? 32 : 28;
        ByteBuffer head = file.block(0, length, "a slice's header");
        int count = head.getInt(16);
        if (count < 0 || count > COMMAND_LIMIT) {
            throw file.broken(16, "it has " + Integer.toUnsignedString(count) + " load commands");
        }
        long end = length + Integer.toUnsignedLong(head.getInt(20));
        long at = length;
        for (int i = 0; i < count; i++) {
            ByteBuffer start = file.block(at, 8, "a load command");
            long size = Integer.toUnsignedLong(start.getInt(4));
            if (size < 8 || size > end - at) {
                throw file.broken(at, "a load command has " + size + " bytes, where " + (end - at) + " are left");
            }
            command(start.getInt(0), file.block(at, size, "a load command"), at);
            at += size;
        }
        return new Slice(
                machine(head.getInt(4), head.getInt(8)), oldest, id, needed, optional, runPaths, imported, defined);
    }

    private void command(int command, ByteBuffer bytes, long at) {
        switch (command) {
            case LOAD_DYLIB, REEXPORT_DYLIB, LAZY_LOAD_DYLIB, LOAD_UPWARD_DYLIB -> needed.add(text(bytes, at));
            case LOAD_WEAK_DYLIB -> optional.add(text(bytes, at));
            case ID_DYLIB -> id = Optional.of(text(bytes, at));
            case RPATH -> runPaths.add(text(bytes, at));
            case VERSION_MIN_MACOSX -> oldest = Optional.of(version(field(bytes, 8, at)));
            case BUILD_VERSION -> {
                if (field(bytes, 8, at) == MACOS) {
                    oldest = Optional.of(version(field(bytes, 12, at)));
                }
            }
            case SYMTAB -> symbols(bytes, at);
            default -> {
                // Nothing else says what the slice needs.
            }
        }
    }

    private int field(ByteBuffer command, int index, long at) {
        if (command.limit() < index + 4) {
            throw file.broken(at, "a load command of " + command.limit() + " bytes is too short for what it says");
        }
        return command.getInt(index);
    }

    /** The text that a command names by its offset in the command. */
    private String text(ByteBuffer command, long at) {
        long from = Integer.toUnsignedLong(field(command, 8, at));
        return BinaryNames.read(file, at, command.limit(), "a load command").name(from, "a name in a load command");
    }

    private void symbols(ByteBuffer command, long at) {
        long symbolsAt = Integer.toUnsignedLong(field(command, 8, at));
        long count = Integer.toUnsignedLong(field(command, 12, at));
        long namesAt = Integer.toUnsignedLong(field(command, 16, at));
        long namesLength = Integer.toUnsignedLong(field(command, 20, at));
        if (count > SYMBOL_LIMIT) {
            throw file.broken(at, "it has " + count + " symbols, more than any library has");
        }
        int size = wide ? 16 : 12;
        ByteBuffer table = file.block(symbolsAt, count * size, "its table of symbols");
        BinaryNames names = BinaryNames.read(file, namesAt, namesLength, "its table of names");
        for (int entry = 0; entry < count * size; entry += size) {
            int type = Byte.toUnsignedInt(table.get(entry + 4));
            boolean debugging = (type & 0xe0) != 0;
            boolean external = (type & 1) != 0;
            long index = Integer.toUnsignedLong(table.getInt(entry));
            if (external && !debugging && index != 0) {
                String inC = names.name(index, "a symbol's name");
                String name = inC.startsWith("_") ? inC.substring(1) : inC;
                // An undefined symbol with a value is a common one, which the slice itself brings.
                long value = wide ? table.getLong(entry + 8) : table.getInt(entry + 8);
                boolean common = value != 0;
                SortedSet<String> set = (type & 0xe) == 0 && !common ? imported : defined;
                if (wanted.test(name)) {
                    set.add(name);
                }
            }
        }
    }

    /** The name of a processor as tags have it. */
    static String machine(int processor, int subtype) {
        return switch (processor) {
            case 7 -> "i386";
            case 7 | WIDE -> "x86_64";
            case 12 -> "arm";
            case 12 | WIDE -> (subtype & 0xff) == 2 ? "arm64e" : "arm64";
            case 18 -> "ppc";
            case 18 | WIDE -> "ppc64";
            default -> "machine " + Integer.toUnsignedString(processor);
        };
    }

    /** Sixteen bits, then twice eight; the last number is not part of a floor. */
    private static List<Integer> version(int packed) {
        return List.of(packed >>> 16, packed >>> 8 & 0xff);
    }
}
