// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Makes small compiled macOS libraries for tests: all that a loader reads of one, and no code.
 *
 * <p>Example: {@code MachOBytes.fat(MachOBytes.thin("arm64", 11, 0), MachOBytes.thin("x86_64", 10, 13))}.
 */
public final class MachOBytes {
    private static final int HEADER = 32;
    private static final int LOAD_DYLIB = 0x0c;
    private static final int BUILD_VERSION = 0x32;
    private static final int SYMTAB = 0x02;
    private static final byte UNDEFINED_EXTERNAL = 0x01;

    private MachOBytes() {}

    /** A library for one processor, from a macOS version on, that needs other libraries. */
    public static byte[] thin(String machine, int major, int minor, String... libraries) {
        return library(machine, major, minor, List.of(libraries), List.of());
    }

    /** A library for one processor, from a macOS version on, that takes symbols from elsewhere. */
    public static byte[] importing(String machine, int major, int minor, String... symbols) {
        return library(machine, major, minor, List.of(), List.of(symbols));
    }

    private static byte[] library(String machine, int major, int minor, List<String> libraries, List<String> symbols) {
        ByteBuffer out = ByteBuffer.allocate(1 << 14).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0xfeedfacf).putInt(machine.equals("arm64") ? 0x0100000c : 0x01000007);
        out.position(HEADER);
        out.putInt(BUILD_VERSION).putInt(24).putInt(1).putInt(major << 16 | minor << 8);
        out.putInt(0).putInt(0);
        for (String library : libraries) {
            byte[] name = library.getBytes(StandardCharsets.UTF_8);
            int size = aligned(24 + name.length + 1);
            int at = out.position();
            out.putInt(LOAD_DYLIB).putInt(size).putInt(24).position(at + 24);
            out.put(name).position(at + size);
        }
        int symtab = out.position();
        out.putInt(SYMTAB).putInt(24).position(symtab + 24);
        int end = out.position();
        out.putInt(16, libraries.size() + 2).putInt(20, end - HEADER);
        symbols(out, symtab, symbols);
        byte[] bytes = new byte[out.position()];
        out.get(0, bytes);
        return bytes;
    }

    private static void symbols(ByteBuffer out, int command, List<String> symbols) {
        int table = out.position();
        StringBuilder names = new StringBuilder(" \0");
        for (String symbol : symbols) {
            out.putInt(names.length()).put(UNDEFINED_EXTERNAL).put(new byte[11]);
            names.append('_').append(symbol).append('\0');
        }
        out.putInt(command + 8, table).putInt(command + 12, symbols.size());
        out.putInt(command + 16, out.position()).putInt(command + 20, names.length());
        out.put(names.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Several libraries in one file. */
    public static byte[] fat(byte[]... slices) {
        int at = aligned(8 + 20 * slices.length);
        int size = at;
        for (byte[] slice : slices) {
            size = aligned(size + slice.length);
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(0xcafebabe).putInt(slices.length);
        for (int i = 0; i < slices.length; i++) {
            ByteBuffer head = ByteBuffer.wrap(slices[i]).order(ByteOrder.LITTLE_ENDIAN);
            int entry = 8 + 20 * i;
            out.putInt(entry, head.getInt(4)).putInt(entry + 4, head.getInt(8));
            out.putInt(entry + 8, at).putInt(entry + 12, slices[i].length);
            out.position(at).put(slices[i]);
            at = aligned(at + slices[i].length);
        }
        return out.array();
    }

    private static int aligned(int offset) {
        return (offset + 7) / 8 * 8;
    }
}
