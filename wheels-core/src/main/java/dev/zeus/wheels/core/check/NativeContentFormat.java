// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.check.NativeContent.Named;
import dev.zeus.wheels.core.wheel.ElfFile;
import dev.zeus.wheels.core.wheel.MachOFile;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes what was read of compiled files, and reads it back. */
final class NativeContentFormat {
    private NativeContentFormat() {}

    /** Writes one item. */
    private interface Writer<T> {
        void write(T item, DataOutput out) throws IOException;
    }

    /** Reads one item. */
    private interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    static void write(NativeContent content, DataOutput out) throws IOException {
        list(content.linux(), NativeContentFormat::linux, out);
        list(content.macos(), NativeContentFormat::macos, out);
        list(content.unread().stream().toList(), NativeContentFormat::text, out);
    }

    /**
     * Reads what was written.
     *
     * @throws IOException if it was not
     */
    static NativeContent read(DataInput in) throws IOException {
        return new NativeContent(
                list(NativeContentFormat::linux, in), list(NativeContentFormat::macos, in), optional(in));
    }

    private static void linux(Named<ElfFile> each, DataOutput out) throws IOException {
        ElfFile file = each.file();
        text(each.path(), out);
        text(file.machine(), out);
        out.writeInt(file.bits());
        texts(file.soname().stream().toList(), out);
        texts(file.needed(), out);
        texts(file.runPaths(), out);
        texts(file.versionNeeds().keySet(), out);
        for (SortedSet<String> versions : file.versionNeeds().values()) {
            texts(versions, out);
        }
        texts(file.imported(), out);
        texts(file.weak(), out);
        texts(file.defined(), out);
    }

    private static Named<ElfFile> linux(DataInput in) throws IOException {
        String path = text(in);
        String machine = text(in);
        int bits = in.readInt();
        Optional<String> soname = optional(in);
        List<String> needed = texts(in);
        List<String> runPaths = texts(in);
        SortedMap<String, SortedSet<String>> versionNeeds = new TreeMap<>();
        for (String library : texts(in)) {
            versionNeeds.put(library, set(in));
        }
        return new Named<>(
                path, new ElfFile(machine, bits, soname, needed, runPaths, versionNeeds, set(in), set(in), set(in)));
    }

    private static void macos(Named<MachOFile> each, DataOutput out) throws IOException {
        text(each.path(), out);
        list(each.file().slices(), NativeContentFormat::slice, out);
    }

    private static Named<MachOFile> macos(DataInput in) throws IOException {
        return new Named<>(text(in), new MachOFile(list(NativeContentFormat::slice, in)));
    }

    private static void slice(MachOFile.Slice slice, DataOutput out) throws IOException {
        text(slice.machine(), out);
        texts(slice.oldest().orElse(List.of()).stream().map(String::valueOf).toList(), out);
        texts(slice.id().stream().toList(), out);
        texts(slice.needed(), out);
        texts(slice.optional(), out);
        texts(slice.runPaths(), out);
        texts(slice.imported(), out);
        texts(slice.defined(), out);
    }

    private static MachOFile.Slice slice(DataInput in) throws IOException {
        String machine = text(in);
        List<Integer> oldest = texts(in).stream().map(Integer::valueOf).toList();
        return new MachOFile.Slice(
                machine,
                oldest.isEmpty() ? Optional.empty() : Optional.of(oldest),
                optional(in),
                texts(in),
                texts(in),
                texts(in),
                set(in),
                set(in));
    }

    private static <T> void list(Collection<T> items, Writer<T> writer, DataOutput out) throws IOException {
        out.writeInt(items.size());
        for (T item : items) {
            writer.write(item, out);
        }
    }

    private static <T> List<T> list(Reader<T> reader, DataInput in) throws IOException {
        int size = in.readInt();
        List<T> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(reader.read(in));
        }
        return items;
    }

    private static void texts(Collection<String> texts, DataOutput out) throws IOException {
        list(texts, NativeContentFormat::text, out);
    }

    private static List<String> texts(DataInput in) throws IOException {
        return list(NativeContentFormat::text, in);
    }

    private static SortedSet<String> set(DataInput in) throws IOException {
        return new TreeSet<>(texts(in));
    }

    private static Optional<String> optional(DataInput in) throws IOException {
        return texts(in).stream().findFirst();
    }

    /** Names of symbols can be longer than {@code writeUTF} takes. */
    private static void text(String text, DataOutput out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
