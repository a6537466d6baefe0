// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.wheel.ByteSource;
import dev.zeus.wheels.core.wheel.ElfFile;
import dev.zeus.wheels.core.wheel.MachOFile;
import dev.zeus.wheels.core.wheel.NativeModule;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.core.wheel.WheelEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The compiled files of a wheel, and of their symbols those of Python.
 *
 * @param linux the ELF files by path
 * @param macos the Mach-O files by path
 * @param unread a file that was too large to be read
 */
record NativeContent(List<Named<ElfFile>> linux, List<Named<MachOFile>> macos, Optional<String> unread) {
    /** The usual code model of x86-64 ends at 2 GiB; the rest is for debugging information. */
    private static final long LARGEST = 8L << 30;

    /** A file and where it is. */
    record Named<T>(String path, T file) {
        Optional<NativeModule> module() {
            return NativeModule.parse(path);
        }

        /** Whether Python imports it: its name says for which interpreter it is made. */
        boolean isExtensionModule() {
            return module().flatMap(NativeModule::interpreter).isPresent();
        }
    }

    NativeContent {
        linux = List.copyOf(linux);
        macos = List.copyOf(macos);
    }

    /**
     * Reads them.
     *
     * @throws dev.zeus.wheels.core.wheel.BrokenWheelException {@code X503}, {@code X507} if one is garbled
     */
    static NativeContent read(WheelArchive archive) {
        List<Named<ElfFile>> linux = new ArrayList<>();
        List<Named<MachOFile>> macos = new ArrayList<>();
        Optional<String> unread = Optional.empty();
        for (WheelEntry entry : archive.entries()) {
            if (!mayBeNative(entry)) {
                continue;
            }
            if (entry.size() > LARGEST) {
                unread = Optional.of(entry.path());
                continue;
            }
            Object file = archive.look(entry, NativeContent::parse);
            if (file instanceof ElfFile elf) {
                linux.add(new Named<>(entry.path(), elf));
            } else if (file instanceof MachOFile machO) {
                macos.add(new Named<>(entry.path(), machO));
            }
        }
        return new NativeContent(linux, macos, unread);
    }

    /** What it is by its first bytes; {@code ""} for anything else. */
    private static Object parse(ByteSource bytes) {
        byte[] head = bytes.read(0, (int) Math.min(8, bytes.size()));
        return ElfFile.isElf(head)
                ? ElfFile.parse(bytes, StableAbi::isOfPython)
                : MachOFile.isMachO(head) ? MachOFile.parse(bytes, StableAbi::isOfPython) : "";
    }

    private static boolean mayBeNative(WheelEntry entry) {
        String file = fileName(entry.path());
        boolean program = file.indexOf('.') < 0
                && InstalledPath.of(entry.path())
                        .filter(path -> path.scheme().equals("scripts"))
                        .isPresent();
        return !entry.isDirectory()
                && (program
                        || file.endsWith(".so")
                        || file.contains(".so.")
                        || file.endsWith(".dylib")
                        || file.endsWith(".pyd"));
    }

    /** The names by which libraries in it are found. */
    SortedSet<String> provided() {
        SortedSet<String> names = new TreeSet<>();
        for (Named<ElfFile> each : linux) {
            names.add(fileName(each.path()));
            each.file().soname().ifPresent(names::add);
        }
        unread.map(NativeContent::fileName).ifPresent(names::add);
        return names;
    }

    /** Python's symbols that libraries in it define themselves, by the names under which the libraries are found. */
    Map<String, SortedSet<String>> definitions() {
        Map<String, SortedSet<String>> definitions = new TreeMap<>();
        for (Named<ElfFile> each : linux) {
            definitions.put(fileName(each.path()), each.file().defined());
            each.file()
                    .soname()
                    .ifPresent(name -> definitions.put(name, each.file().defined()));
        }
        for (Named<MachOFile> each : macos) {
            SortedSet<String> defined = new TreeSet<>();
            each.file().slices().forEach(slice -> defined.addAll(slice.defined()));
            definitions.put(fileName(each.path()), defined);
        }
        definitions.values().removeIf(SortedSet::isEmpty);
        return definitions;
    }

    static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
