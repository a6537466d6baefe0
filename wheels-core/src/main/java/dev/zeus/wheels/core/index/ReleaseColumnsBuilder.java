// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.index.ReleaseColumns.Different;
import dev.zeus.wheels.python.Tag;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Brings the files of a page together by version, in the order of the page. */
final class ReleaseColumnsBuilder {
    private final List<Row> wheels = new ArrayList<>();
    private final List<Row> sdists = new ArrayList<>();
    private final Numbers<SortedSet<Tag>> tags = new Numbers<>();
    private final Numbers<VersionSpecifiers> pythons = new Numbers<>();

    private record Row(Version version, int[] cells) {}

    /** The numbers of different values; the files of a page mostly share the value itself. */
    private static final class Numbers<T> {
        private final IdentityHashMap<T, Integer> numbers = new IdentityHashMap<>();
        private final List<T> values = new ArrayList<>();
        private int[] listed = new int[8];

        int of(T value, int file) {
            Integer known = numbers.get(value);
            if (known != null) {
                return known;
            }
            int number = values.size();
            numbers.put(value, number);
            values.add(value);
            listed = number == listed.length ? Arrays.copyOf(listed, 2 * number) : listed;
            listed[number] = file;
            return number;
        }

        Different<T> different() {
            return new Different<>(values, Arrays.copyOf(listed, values.size()));
        }
    }

    /** Adds a wheel that the page has at a place of its list. */
    void wheel(int listed, Version version, SortedSet<Tag> set, Optional<VersionSpecifiers> python, int marks) {
        wheels.add(row(listed, version, tags.of(set, listed), python, marks));
    }

    /** Adds a source distribution. */
    void sdist(int listed, Version version, Optional<VersionSpecifiers> python, int marks) {
        sdists.add(row(listed, version, ReleaseColumns.SDIST, python, marks));
    }

    private Row row(int listed, Version version, int set, Optional<VersionSpecifiers> python, int marks) {
        int number = python.isPresent() ? pythons.of(python.get(), listed) : ReleaseColumns.ANY;
        return new Row(version, new int[] {listed, set, number, marks});
    }

    /** Whether nothing was added. */
    boolean isEmpty() {
        return wheels.isEmpty() && sdists.isEmpty();
    }

    /** @param leftOut versions that the page has, too, though none of their files may be read */
    ReleaseColumns build(Set<Version> leftOut) {
        SortedMap<Version, List<int[]>> releases = new TreeMap<>();
        add(releases, wheels);
        add(releases, sdists);
        leftOut.forEach(version -> releases.computeIfAbsent(version, v -> new ArrayList<>()));
        int[] begins = new int[releases.size() + 1];
        int[] cells = new int[(wheels.size() + sdists.size()) * ReleaseColumns.WIDTH];
        int version = 0;
        int row = 0;
        for (List<int[]> rows : releases.values()) {
            for (int[] each : rows) {
                System.arraycopy(each, 0, cells, row * ReleaseColumns.WIDTH, ReleaseColumns.WIDTH);
                row++;
            }
            begins[++version] = row;
        }
        return new ReleaseColumns(List.copyOf(releases.keySet()), begins, cells, tags.different(), pythons.different());
    }

    @SuppressWarnings("ReferenceEquality") // of neighbours, which are of one version, and mostly share its value
    private static void add(SortedMap<Version, List<int[]>> releases, List<Row> rows) {
        Optional<Version> before = Optional.empty();
        List<int[]> same = List.of();
        for (Row row : rows) {
            if (before.isEmpty() || before.get() != row.version) {
                same = releases.computeIfAbsent(row.version, v -> new ArrayList<>());
                before = Optional.of(row.version);
            }
            same.add(row.cells);
        }
    }
}
