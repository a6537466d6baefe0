package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.wheel.ElfFile;
import dev.zeus.wheels.core.wheel.MachOFile;
import dev.zeus.wheels.core.wheel.NativeModule;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.core.wheel.WheelEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The compiled files of a wheel.
 *
 * @param linux the ELF files by path
 * @param macos the Mach-O files by path
 * @param unread a file that was too large to be read
 */
record NativeContent(List<Named<ElfFile>> linux, List<Named<MachOFile>> macos, Optional<String> unread) {
    private static final long LARGEST = 192L << 20;

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
            byte[] bytes = archive.read(entry, LARGEST);
            if (ElfFile.isElf(bytes)) {
                linux.add(new Named<>(entry.path(), ElfFile.parse(entry.path(), bytes)));
            } else if (MachOFile.isMachO(bytes)) {
                macos.add(new Named<>(entry.path(), MachOFile.parse(entry.path(), bytes)));
            }
        }
        return new NativeContent(linux, macos, unread);
    }

    private static boolean mayBeNative(WheelEntry entry) {
        String file = entry.path().substring(entry.path().lastIndexOf('/') + 1);
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
            names.add(each.path().substring(each.path().lastIndexOf('/') + 1));
            each.file().soname().ifPresent(names::add);
        }
        return names;
    }
}
