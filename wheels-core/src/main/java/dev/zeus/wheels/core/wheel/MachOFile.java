// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;

/**
 * A library or program of macOS: one slice for each processor it runs on.
 *
 * <p>Example: a {@code universal2} module has the slices {@code x86_64} with macOS 10.13 and {@code arm64} with 11.0.
 *
 * <p>Standard: {@code mach-o/loader.h} and {@code mach-o/fat.h} of Apple's open sources.
 *
 * @param slices in the order of the file
 */
public record MachOFile(List<Slice> slices) {
    public MachOFile {
        slices = List.copyOf(slices);
    }

    /**
     * What one processor runs.
     *
     * @param machine as platform tags name it, {@code x86_64} or {@code arm64}; {@code machine 99} where they have no
     *     name for it
     * @param oldest the oldest macOS it runs on, major and minor version; absent where it does not say
     * @param id the name that others link it by
     * @param needed the libraries it needs, such as {@code @rpath/libomp.dylib}, in its order
     * @param optional the libraries it takes where they are present
     * @param runPaths where {@code @rpath} leads
     * @param imported the symbols it must have from elsewhere, without the underscore that C names begin with here
     * @param defined the symbols it has for others, likewise
     */
    public record Slice(
            String machine,
            Optional<List<Integer>> oldest,
            Optional<String> id,
            List<String> needed,
            List<String> optional,
            List<String> runPaths,
            SortedSet<String> imported,
            SortedSet<String> defined) {
        public Slice {
            needed = List.copyOf(needed);
            optional = List.copyOf(optional);
            runPaths = List.copyOf(runPaths);
            imported = Collections.unmodifiableSortedSet(imported);
            defined = Collections.unmodifiableSortedSet(defined);
        }
    }

    /** Whether some bytes begin as such a file does, thin or fat; a Java class is recognised by its version. */
    public static boolean isMachO(byte[] bytes) {
        return MachOReader.matches(bytes);
    }

    /**
     * Reads a library or an extension module.
     *
     * @throws BrokenWheelException {@code X507} with the position, if it is not a Mach-O file, or is damaged
     */
    public static MachOFile parse(ByteSource source) {
        return parse(source, symbol -> true);
    }

    /**
     * Reads a library or an extension module with the requested symbols only.
     *
     * @throws BrokenWheelException {@code X507} with the position, if it is not a Mach-O file, or is damaged
     */
    public static MachOFile parse(ByteSource source, Predicate<String> symbols) {
        return MachOReader.read(source, symbols);
    }

    /**
     * Reads a library or an extension module that is in memory.
     *
     * @param name how a message names it
     * @throws BrokenWheelException {@code X507} with the position, if it is not a Mach-O file, or is damaged
     */
    public static MachOFile parse(String name, byte[] bytes) {
        return parse(new MemoryBytes(name, bytes));
    }
}
