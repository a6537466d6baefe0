package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.nixpkgs.SystemLibraries;
import dev.zeus.wheels.python.PlatformTag.Floor;
import java.util.Comparator;
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

    /** The oldest glibc whose manylinux has a version of libstdc++'s symbols. */
    private static final NavigableMap<Floor, Floor> GLIBCXX = new TreeMap<>();

    static {
        int[][] table = {
            {5, 8}, {12, 13}, {17, 19}, {24, 22}, {26, 24}, {28, 25}, {31, 28}, {34, 29}, {35, 30}, {38, 32}, {39, 33}
        };
        for (int[] row : table) {
            GLIBCXX.put(new Floor(2, row[0]), new Floor(4, row[1]));
        }
    }

    private LinuxPolicy() {}

    /** Whether a library needs no package of its own. */
    static boolean isEverywhere(String library) {
        return BASE.contains(library)
                || SystemLibraries.isOfTheCLibrary(library)
                || SystemLibraries.isOfTheDriver(library);
    }

    /** The oldest glibc with some versions of symbols, such as {@code GLIBC_2.17}. */
    static Optional<Floor> glibc(SortedSet<String> versions) {
        Optional<Floor> needed = highest(versions, "GLIBC_");
        Optional<Floor> throughCxx = highest(versions, "GLIBCXX_3.")
                .flatMap(cxx -> GLIBCXX.entrySet().stream()
                        .filter(row -> row.getValue().compareTo(cxx) >= 0)
                        .map(row -> row.getKey())
                        .min(Comparator.naturalOrder()));
        return needed.isPresent() && throughCxx.isPresent() && needed.get().compareTo(throughCxx.get()) < 0
                ? throughCxx
                : needed.or(() -> throughCxx);
    }

    /** The highest number after a prefix; what is no number, as in {@code GLIBC_PRIVATE}, is passed over. */
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
