// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.nixpkgs.SystemLibraries;
import dev.zeus.wheels.python.PlatformTag.Floor;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/** What a Linux wheel may expect of the system (PEP 513, 600, 656): libraries, and versions of their symbols. */
final class LinuxPolicy {
    /** Those beside the C library that every Linux Python has beside it. */
    private static final Set<String> BASE =
            Set.of("libgcc_s.so.1", "libstdc++.so.6", "libatomic.so.1", "libgomp.so.1", "libz.so.1");

    /**
     * For versions of symbols of libstdc++ and libgcc, by what their names begin with, the oldest glibc whose manylinux
     * has them.
     */
    private static final Map<String, NavigableMap<Floor, Floor>> COMPILERS = Map.of(
            "GLIBCXX_3.",
            rows(new int[][] {
                {5, 4, 8},
                {12, 4, 13},
                {17, 4, 19},
                {24, 4, 22},
                {26, 4, 24},
                {28, 4, 25},
                {31, 4, 28},
                {34, 4, 29},
                {35, 4, 30},
                {38, 4, 32},
                {39, 4, 33}
            }),
            "CXXABI_1.",
            rows(new int[][] {
                {5, 3, 1},
                {12, 3, 3},
                {17, 3, 7},
                {24, 3, 10},
                {26, 3, 11},
                {31, 3, 12},
                {34, 3, 13},
                {38, 3, 14},
                {39, 3, 15}
            }),
            "GCC_",
            rows(new int[][] {{5, 4, 2}, {12, 4, 3}, {17, 4, 8}, {26, 7, 0}, {35, 12, 0}, {38, 13, 0}, {39, 14, 0}}));

    private static NavigableMap<Floor, Floor> rows(int[][] table) {
        NavigableMap<Floor, Floor> rows = new TreeMap<>();
        for (int[] row : table) {
            rows.put(new Floor(2, row[0]), new Floor(row[1], row[2]));
        }
        return rows;
    }

    private LinuxPolicy() {}

    /** Whether a library needs no package of its own. */
    static boolean isEverywhere(String library) {
        return BASE.contains(library) || SystemLibraries.isOfTheCLibrary(library);
    }

    /** The oldest glibc with some versions of symbols, such as {@code GLIBC_2.17}. */
    static Optional<Floor> glibc(SortedSet<String> versions) {
        return highest(versions, "GLIBC_");
    }

    /** The oldest glibc whose manylinux has some versions of symbols of libstdc++ and libgcc. */
    static Optional<Floor> glibcOfCompiler(SortedSet<String> versions) {
        return COMPILERS.entrySet().stream()
                .flatMap(symbols ->
                        highest(versions, symbols.getKey())
                                .flatMap(version -> oldest(symbols.getValue(), version))
                                .stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Floor> oldest(NavigableMap<Floor, Floor> rows, Floor version) {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().compareTo(version) >= 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The highest number after a prefix; what is not a number, as in {@code GLIBC_PRIVATE}, is passed over. */
    private static Optional<Floor> highest(SortedSet<String> versions, String prefix) {
        return versions.stream()
                .filter(version -> version.startsWith(prefix))
                .flatMap(version -> floor(version.substring(prefix.length())).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Floor> floor(String version) {
        String[] numbers = version.split("\\.", -1);
        try {
            return numbers.length < 2
                    ? Optional.empty()
                    : Optional.of(new Floor(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
