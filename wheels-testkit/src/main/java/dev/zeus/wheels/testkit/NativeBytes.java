// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes small compiled Linux libraries for tests: all that a loader reads of one, and no code.
 *
 * <p>Example: {@code NativeBytes.elf("x86_64").needs("libc.so.6", "GLIBC_2.17").build()}.
 */
public final class NativeBytes {
    private static final Map<String, Integer> ELF_MACHINES =
            Map.of("i686", 3, "ppc64le", 21, "s390x", 22, "armv7l", 40, "x86_64", 62, "aarch64", 183, "riscv64", 243);

    private static final byte GLOBAL_FUNCTION = 0x12;

    private final String machine;
    private final Map<String, List<String>> needed = new LinkedHashMap<>();
    private final List<String> imports = new ArrayList<>();
    private final List<String> exports = new ArrayList<>();
    private String soname = "";
    private String runPath = "";

    private NativeBytes(String machine) {
        this.machine = machine;
    }

    /** Starts a Linux library for a processor. */
    public static NativeBytes elf(String machine) {
        return new NativeBytes(machine);
    }

    /** Needs a library, and symbols of it in some versions. */
    public NativeBytes needs(String library, String... versions) {
        needed.put(library, List.of(versions));
        return this;
    }

    /** Takes symbols from elsewhere. */
    public NativeBytes imports(String... symbols) {
        imports.addAll(List.of(symbols));
        return this;
    }

    /** Has symbols for others. */
    public NativeBytes exports(String... symbols) {
        exports.addAll(List.of(symbols));
        return this;
    }

    /** Is linked by this name. */
    public NativeBytes soname(String value) {
        soname = value;
        return this;
    }

    /** Looks for libraries there. */
    public NativeBytes runPath(String value) {
        runPath = value;
        return this;
    }

    /** Names one after the other, each with a zero, beginning with an empty one. */
    private static final class Names {
        private final StringBuilder text = new StringBuilder("\0");
        private final Map<String, Integer> at = new HashMap<>();

        int of(String name) {
            return at.computeIfAbsent(name, key -> {
                int offset = text.length();
                text.append(key).append('\0');
                return offset;
            });
        }

        byte[] bytes() {
            return text.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** The file: header, two segments, then names, symbols, their count, versions and the dynamic section. */
    public byte[] build() {
        boolean wide = !machine.equals("i686") && !machine.equals("armv7l");
        ByteOrder order = machine.equals("s390x") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer out = ByteBuffer.allocate(1 << 14).order(order);
        Names names = new Names();
        needed.forEach((library, versions) -> {
            names.of(library);
            versions.forEach(names::of);
        });
        List<String> symbols = Stream.concat(imports.stream(), exports.stream()).toList();
        symbols.forEach(names::of);
        names.of(soname);
        names.of(runPath);
        byte[] text = names.bytes();
        int namesAt = 256;
        int symbolsAt = aligned(namesAt + text.length);
        int symbolSize = wide ? 24 : 16;
        int hashAt = aligned(symbolsAt + (symbols.size() + 1) * symbolSize);
        int versionsAt = aligned(hashAt + 16);
        out.position(namesAt).put(text);
        for (int i = 0; i < symbols.size(); i++) {
            int symbol = symbolsAt + (i + 1) * symbolSize;
            out.putInt(symbol, names.of(symbols.get(i)));
            out.put(symbol + (wide ? 4 : 12), GLOBAL_FUNCTION);
            out.putShort(symbol + (wide ? 6 : 14), (short) (i < imports.size() ? 0 : 1));
        }
        if (machine.equals("s390x")) {
            out.putLong(hashAt + 8, symbols.size() + 1L);
        } else {
            out.putInt(hashAt + 4, symbols.size() + 1);
        }
        int dynamicAt = aligned(versions(out, names, versionsAt));
        List<long[]> dynamic = new ArrayList<>();
        needed.keySet().forEach(library -> dynamic.add(new long[] {1, names.of(library)}));
        dynamic.add(new long[] {5, namesAt});
        dynamic.add(new long[] {10, text.length});
        dynamic.add(new long[] {6, symbolsAt});
        dynamic.add(new long[] {4, hashAt});
        dynamic.add(new long[] {0x6ffffffeL, versionsAt});
        dynamic.add(new long[] {0x6fffffffL, needed.size()});
        if (!soname.isEmpty()) {
            dynamic.add(new long[] {14, names.of(soname)});
        }
        if (!runPath.isEmpty()) {
            dynamic.add(new long[] {29, names.of(runPath)});
        }
        dynamic.add(new long[] {0, 0});
        out.position(dynamicAt);
        for (long[] entry : dynamic) {
            if (wide) {
                out.putLong(entry[0]).putLong(entry[1]);
            } else {
                out.putInt((int) entry[0]).putInt((int) entry[1]);
            }
        }
        int end = out.position();
        header(out, wide, order);
        segment(out, wide, 0, 1, 0, end);
        segment(out, wide, 1, 2, dynamicAt, end - dynamicAt);
        byte[] bytes = new byte[end];
        out.get(0, bytes);
        return bytes;
    }

    private int versions(ByteBuffer out, Names names, int start) {
        int at = start;
        List<String> libraries = List.copyOf(needed.keySet());
        for (int i = 0; i < libraries.size(); i++) {
            List<String> versions = needed.getOrDefault(libraries.get(i), List.of());
            int size = 16 + 16 * versions.size();
            out.putShort(at, (short) 1).putShort(at + 2, (short) versions.size());
            out.putInt(at + 4, names.of(libraries.get(i))).putInt(at + 8, 16);
            out.putInt(at + 12, i + 1 < libraries.size() ? size : 0);
            for (int j = 0; j < versions.size(); j++) {
                int one = at + 16 + 16 * j;
                out.putInt(one + 8, names.of(versions.get(j)));
                out.putInt(one + 12, j + 1 < versions.size() ? 16 : 0);
            }
            at += size;
        }
        return at;
    }

    private void header(ByteBuffer out, boolean wide, ByteOrder order) {
        out.position(0).put(new byte[] {
            0x7f, 'E', 'L', 'F', (byte) (wide ? 2 : 1), (byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 2), 1
        });
        out.putShort(16, (short) 3)
                .putShort(18, ELF_MACHINES.getOrDefault(machine, 0).shortValue());
        if (wide) {
            out.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 2);
        } else {
            out.putInt(28, 64).putShort(42, (short) 32).putShort(44, (short) 2);
        }
    }

    private static void segment(ByteBuffer out, boolean wide, int number, int type, int at, int length) {
        int entry = 64 + number * (wide ? 56 : 32);
        out.putInt(entry, type);
        if (wide) {
            out.putLong(entry + 8, at).putLong(entry + 16, at).putLong(entry + 32, length);
        } else {
            out.putInt(entry + 4, at).putInt(entry + 8, at).putInt(entry + 16, length);
        }
    }

    private static int aligned(int offset) {
        return (offset + 7) / 8 * 8;
    }
}
