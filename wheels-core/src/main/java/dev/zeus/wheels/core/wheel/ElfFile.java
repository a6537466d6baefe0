package dev.zeus.wheels.core.wheel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a compiled Linux library says of itself: its machine, the libraries and symbols it needs.
 *
 * <p>Example: {@code ElfFile.parse(bytes).needed()} is {@code [libm.so.6, libc.so.6]}. Nothing of it is run; every
 * offset is checked, and a file that does not add up is refused. It follows the System V ABI, chapters 4 and 5, and the
 * GNU extension for versions of symbols.
 *
 * @param machine the processor, such as {@code x86_64}; {@code machine 8} where it is none of those of wheels
 * @param soname the name it is linked by
 * @param needed the libraries it needs ({@code DT_NEEDED})
 * @param runPaths where it looks for them ({@code DT_RPATH}, {@code DT_RUNPATH}), with {@code $ORIGIN} as written
 * @param versions the versions of symbols it needs of them, such as {@code GLIBC_2.17}
 * @param imported the symbols it takes from elsewhere
 */
public record ElfFile(
        String machine,
        Optional<String> soname,
        List<String> needed,
        List<String> runPaths,
        SortedSet<String> versions,
        SortedSet<String> imported) {
    private static final byte[] MAGIC = {0x7f, 'E', 'L', 'F'};

    public ElfFile {
        needed = List.copyOf(needed);
        runPaths = List.copyOf(runPaths);
        versions = new TreeSet<>(versions);
        imported = new TreeSet<>(imported);
    }

    /** Whether some bytes begin as such a file does. */
    public static boolean isElf(byte[] bytes) {
        return bytes.length >= 20
                && bytes[0] == MAGIC[0]
                && bytes[1] == MAGIC[1]
                && bytes[2] == MAGIC[2]
                && bytes[3] == MAGIC[3];
    }

    /**
     * Reads a library or an extension module.
     *
     * @param name how a message names it
     * @throws BrokenWheelException {@code X505} if it is none, or garbled
     */
    public static ElfFile parse(String name, byte[] bytes) {
        if (!isElf(bytes)) {
            throw broken(name, "it does not begin as one");
        }
        boolean wide = bytes[4] == 2;
        boolean little = bytes[5] == 1;
        if ((bytes[4] != 1 && !wide) || (bytes[5] != 2 && !little)) {
            throw broken(name, "its class or byte order is unknown");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        try {
            return new ElfReader(buffer, wide, machine(buffer, wide, little)).read();
        } catch (IndexOutOfBoundsException e) {
            throw broken(name, "a part of it lies outside the file");
        } catch (IllegalArgumentException e) {
            throw broken(name, String.valueOf(e.getMessage()));
        }
    }

    private static String machine(ByteBuffer buffer, boolean wide, boolean little) {
        int number = Short.toUnsignedInt(buffer.getShort(18));
        return switch (number) {
            case 3 -> "i686";
            case 20 -> "ppc";
            case 21 -> little ? "ppc64le" : "ppc64";
            case 22 -> "s390x";
            case 40 -> "armv7l";
            case 62 -> wide ? "x86_64" : "x32";
            case 183 -> "aarch64";
            case 243 -> wide ? "riscv64" : "riscv32";
            case 258 -> "loongarch64";
            default -> "machine " + number;
        };
    }

    private static BrokenWheelException broken(String name, String why) {
        return new BrokenWheelException(
                "X505",
                "\"" + name + "\" is no sound ELF file: " + why,
                "use another version of the package, and tell its authors");
    }
}
