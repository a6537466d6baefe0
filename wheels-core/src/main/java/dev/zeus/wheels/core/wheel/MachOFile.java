package dev.zeus.wheels.core.wheel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a compiled macOS library says of itself, for each processor it is made for.
 *
 * <p>Example: {@code MachOFile.parse(name, bytes).slices()} has one slice for {@code arm64}, which needs macOS 11.0.
 * Every offset is checked, and a file that does not add up is refused. It follows {@code mach-o/loader.h} and
 * {@code mach-o/fat.h}.
 *
 * @param slices the parts, one for each processor
 */
public record MachOFile(List<Slice> slices) {
    private static final int FAT = 0xcafebabe;
    private static final int FAT_64 = 0xcafebabf;
    private static final int THIN = 0xfeedface;
    private static final int THIN_64 = 0xfeedfacf;
    private static final int MOST_SLICES = 32;
    private static final int MOST_COMMANDS = 65_536;

    /**
     * The part for one processor.
     *
     * @param machine {@code arm64}, {@code x86_64} or another one's number
     * @param oldest the oldest macOS it runs on, major and minor version; absent where it does not say
     * @param needed the libraries it needs, such as {@code @rpath/libomp.dylib}
     */
    public record Slice(String machine, Optional<List<Integer>> oldest, List<String> needed) {}

    public MachOFile {
        slices = List.copyOf(slices);
    }

    /** Whether some bytes begin as such a file does. */
    public static boolean isMachO(byte[] bytes) {
        if (bytes.length < 28) {
            return false;
        }
        int magic = ByteBuffer.wrap(bytes).getInt(0);
        // A Java class begins as a fat file does, and has a version where that has the number of its slices.
        boolean fat = magic == FAT || magic == FAT_64;
        return fat
                ? ByteBuffer.wrap(bytes).getInt(4) < MOST_SLICES
                : isThin(magic) || isThin(Integer.reverseBytes(magic));
    }

    private static boolean isThin(int magic) {
        return magic == THIN || magic == THIN_64;
    }

    /**
     * Reads a library or an extension module.
     *
     * @param name how a message names it
     * @throws BrokenWheelException {@code X505} if it is none, or garbled
     */
    public static MachOFile parse(String name, byte[] bytes) {
        if (!isMachO(bytes)) {
            throw broken(name, "it does not begin as one");
        }
        try {
            ByteBuffer file = ByteBuffer.wrap(bytes);
            int magic = file.getInt(0);
            return new MachOFile(
                    magic == FAT || magic == FAT_64 ? fat(file, magic == FAT_64) : List.of(slice(file, 0)));
        } catch (IndexOutOfBoundsException e) {
            throw broken(name, "a part of it lies outside the file");
        } catch (IllegalArgumentException e) {
            throw broken(name, String.valueOf(e.getMessage()));
        }
    }

    private static List<Slice> fat(ByteBuffer file, boolean wide) {
        List<Slice> slices = new ArrayList<>();
        int count = file.getInt(4);
        for (int i = 0; i < count; i++) {
            int at = 8 + i * (wide ? 32 : 20);
            long offset = wide ? file.getLong(at + 8) : Integer.toUnsignedLong(file.getInt(at + 8));
            if (offset < 0 || offset > file.capacity()) {
                throw new IndexOutOfBoundsException();
            }
            slices.add(slice(file, (int) offset));
        }
        return slices;
    }

    private static Slice slice(ByteBuffer bytes, int start) {
        ByteBuffer file = bytes.duplicate().order(ByteOrder.BIG_ENDIAN);
        if (!isThin(file.getInt(start))) {
            file.order(ByteOrder.LITTLE_ENDIAN);
        }
        int magic = file.getInt(start);
        if (!isThin(magic)) {
            throw new IllegalArgumentException("a slice does not begin as one");
        }
        int commands = file.getInt(start + 16);
        if (commands < 0 || commands > MOST_COMMANDS) {
            throw new IllegalArgumentException("its load commands are garbled");
        }
        Optional<List<Integer>> oldest = Optional.empty();
        List<String> needed = new ArrayList<>();
        int at = start + (magic == THIN_64 ? 32 : 28);
        for (int i = 0; i < commands; i++) {
            int command = file.getInt(at) & 0x7fffffff;
            int size = file.getInt(at + 4);
            if (size < 8 || size > file.capacity() - at) {
                throw new IllegalArgumentException("a load command is garbled");
            }
            if (command == 0x24) {
                oldest = Optional.of(version(file.getInt(at + 8)));
            } else if (command == 0x32 && file.getInt(at + 8) == 1) {
                oldest = Optional.of(version(file.getInt(at + 12)));
            } else if (command == 0x0c || command == 0x18 || command == 0x1f) {
                needed.add(text(file, at, size));
            }
            at += size;
        }
        return new Slice(machine(file.getInt(start + 4)), oldest, List.copyOf(needed));
    }

    private static List<Integer> version(int packed) {
        return List.of(packed >>> 16, packed >>> 8 & 0xff);
    }

    private static String text(ByteBuffer file, int at, int size) {
        int from = file.getInt(at + 8);
        if (from < 8 || from > size) {
            throw new IllegalArgumentException("a library's name lies outside its command");
        }
        byte[] bytes = Arrays.copyOfRange(file.array(), at + from, at + size);
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static String machine(int number) {
        return switch (number) {
            case 0x0100000c -> "arm64";
            case 0x01000007 -> "x86_64";
            case 7 -> "i386";
            default -> "machine " + number;
        };
    }

    private static BrokenWheelException broken(String name, String why) {
        return new BrokenWheelException(
                "X505",
                "\"" + name + "\" is no sound Mach-O file: " + why,
                "use another version of the package, and tell its authors");
    }
}
