// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A library or program of Linux, as its loader would see it.
 *
 * <p>Example: {@code ElfFile.parse("a.so", bytes).versionNeeds()} is {@code {libc.so.6=[GLIBC_2.17, GLIBC_2.2.5]}}.
 * Everything comes from the program headers and the dynamic section, which the loader uses, too; section headers only
 * help to count symbols.
 *
 * <p>Standard: System V ABI, chapters 4 and 5; symbol versions as in the Linux Standard Base.
 *
 * @param machine the processor as platform tags name it, such as {@code x86_64}, {@code i686} or {@code ppc64le};
 *     {@code machine 8} where they have no name for it
 * @param bits 32 or 64
 * @param soname the name it is linked by
 * @param needed the libraries it needs ({@code DT_NEEDED}), in its order
 * @param runPaths where it looks for them ({@code DT_RPATH}, then {@code DT_RUNPATH}), with {@code $ORIGIN} as written
 * @param versionNeeds the versions of symbols it needs, such as {@code GLIBC_2.17}, by library; without those that may
 *     be missing
 * @param imported the symbols it must have from elsewhere
 * @param weak the symbols it takes from elsewhere where they are present
 * @param defined the symbols it has for others
 */
public record ElfFile(
        String machine,
        int bits,
        Optional<String> soname,
        List<String> needed,
        List<String> runPaths,
        SortedMap<String, SortedSet<String>> versionNeeds,
        SortedSet<String> imported,
        SortedSet<String> weak,
        SortedSet<String> defined) {
    public ElfFile {
        needed = List.copyOf(needed);
        runPaths = List.copyOf(runPaths);
        SortedMap<String, SortedSet<String>> needs = new TreeMap<>();
        versionNeeds.forEach(
                (library, versions) -> needs.put(library, Collections.unmodifiableSortedSet(new TreeSet<>(versions))));
        versionNeeds = Collections.unmodifiableSortedMap(needs);
        imported = Collections.unmodifiableSortedSet(imported);
        weak = Collections.unmodifiableSortedSet(weak);
        defined = Collections.unmodifiableSortedSet(defined);
    }

    /** Whether some bytes begin as such a file does. */
    public static boolean isElf(byte[] bytes) {
        return bytes.length >= 4 && bytes[0] == 0x7f && bytes[1] == 'E' && bytes[2] == 'L' && bytes[3] == 'F';
    }

    /**
     * Reads a library or an extension module.
     *
     * @throws BrokenWheelException {@code X507} with the position, if it is not an ELF file, or is damaged
     */
    public static ElfFile parse(ByteSource source) {
        return parse(source, symbol -> true);
    }

    /**
     * Reads a library or an extension module with the requested symbols only: large libraries have a million.
     *
     * @throws BrokenWheelException {@code X507} with the position, if it is not an ELF file, or is damaged
     */
    public static ElfFile parse(ByteSource source, Predicate<String> symbols) {
        return ElfReader.read(source, symbols);
    }

    /**
     * Reads a library or an extension module that is in memory.
     *
     * @param name how a message names it
     * @throws BrokenWheelException {@code X507} with the position, if it is not an ELF file, or is damaged
     */
    public static ElfFile parse(String name, byte[] bytes) {
        return parse(new MemoryBytes(name, bytes));
    }

    /** The versions of symbols it needs of any library. */
    public SortedSet<String> versions() {
        SortedSet<String> all = new TreeSet<>();
        versionNeeds.values().forEach(all::addAll);
        return all;
    }
}
