// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.check.NativeContent.Named;
import dev.zeus.wheels.core.lock.LibraryFacts;
import dev.zeus.wheels.core.nixpkgs.SystemLibraries;
import dev.zeus.wheels.core.wheel.BrokenWheelException;
import dev.zeus.wheels.core.wheel.ElfFile;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.core.wheel.WheelProblem;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads out of a Linux wheel which libraries it needs of others, and which it has for others. */
public final class WheelLibraries {
    /** The longest file name on Linux (NAME_MAX). */
    private static final int LONGEST_NAME = 255;

    /** Wheels need tens of libraries; more would only fill the lock. */
    private static final int MOST = 2000;

    private WheelLibraries() {}

    /**
     * Reads a stored wheel, or what an earlier check has remembered of it.
     *
     * @throws BrokenWheelException {@code X503} if it is not an archive, {@code X507} if a compiled file of it is
     *     garbled
     */
    public static LibraryFacts of(Path wheel) {
        NativeContent content = SoundWheels.recall(wheel).orElseGet(() -> {
            try (WheelArchive archive = WheelArchive.open(wheel)) {
                return NativeContent.read(archive);
            }
        });
        return new LibraryFacts(bounded(needed(content), wheel), bounded(provided(content), wheel));
    }

    /** What its files name in {@code DT_NEEDED}, without what it has itself, the C library and Python. */
    private static SortedSet<String> needed(NativeContent content) {
        SortedSet<String> own = content.provided();
        SortedSet<String> needed = new TreeSet<>();
        for (Named<ElfFile> each : content.linux()) {
            for (String library : each.file().needed()) {
                String name = NativeContent.fileName(library);
                if (!own.contains(name) && !SystemLibraries.isOfTheCLibrary(name) && !name.startsWith("libpython")) {
                    needed.add(name);
                }
            }
        }
        return needed;
    }

    /**
     * Its libraries without those that repairing has put into a directory of their own: no other package can load them.
     */
    private static SortedSet<String> provided(NativeContent content) {
        SortedSet<String> provided = new TreeSet<>();
        for (Named<ElfFile> each : content.linux()) {
            if (!each.isExtensionModule() && !each.path().contains(".libs/")) {
                provided.add(NativeContent.fileName(each.path()));
                each.file().soname().ifPresent(provided::add);
            }
        }
        provided.removeIf(name -> !name.startsWith("lib"));
        return provided;
    }

    /** They go into the lock, so that a wheel must not put anything at all there. */
    private static SortedSet<String> bounded(SortedSet<String> names, Path wheel) {
        boolean bad = names.stream()
                .anyMatch(name -> name.isEmpty()
                        || name.length() > LONGEST_NAME
                        || name.codePoints().anyMatch(Character::isISOControl));
        if (bad || names.size() > MOST) {
            throw new BrokenWheelException(
                    WheelProblem.BROKEN_BINARY,
                    "\"" + wheel.getFileName() + "\" "
                            + (bad
                                    ? "names a library that no file can be named"
                                    : "names " + names.size() + " libraries, expected at most " + MOST),
                    "use another version of the package, or @WheelSet(libraries = LibraryPolicy.COMMON)");
        }
        return names;
    }
}
