// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Tag;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.function.IntFunction;

/**
 * What the choice among the files of a page goes by, as numbers: of each file its release, its tags, its Pythons and
 * whether it was yanked.
 *
 * <p>A page has thousands of files, but few different sets of tags and of Pythons. Each of these is judged once for a
 * target, and a file is two look-ups. The numbers are kept with the page, so that a page is taken apart once.
 */
final class ReleaseColumns {
    /** In place of tags: a source distribution, which has none. */
    static final int SDIST = -1;

    /** In place of Pythons: all. */
    static final int ANY = -1;

    /** Where the file is in the page's list, its tags, its Pythons, and its marks. */
    static final int WIDTH = 4;

    static final int YANKED = 1;

    /** The address was found to be one that needs no second look. */
    static final int PLAIN = 2;

    /** Oldest first. */
    final List<Version> versions;

    /** Where the files of each version begin, and where the last ones end. */
    final int[] begins;

    /** The files of a version are neighbours: wheels, then source distributions, in the order of the page. */
    final int[] cells;

    /** The different sets of tags, and for each a file in the page's list that has it. */
    final Different<SortedSet<Tag>> tags;

    /** The different Pythons, likewise. */
    final Different<VersionSpecifiers> pythons;

    /**
     * Values of which many files have the same.
     *
     * @param listed for each value the number of a file in the page's list that has it
     */
    record Different<T>(List<T> values, int[] listed) {
        Different {
            values = Collections.unmodifiableList(values);
        }

        private static <T> Different<T> read(ByteBuffer in, int files, IntFunction<T> reader) throws Broken {
            int[] listed = ints(in, count(in));
            List<T> values = new ArrayList<>(listed.length);
            for (int file : listed) {
                require(file >= 0 && file < files);
                values.add(reader.apply(file));
            }
            return new Different<>(values, listed);
        }
    }

    /** These are no columns that were written. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
    }

    ReleaseColumns(
            List<Version> versions,
            int[] begins,
            int[] cells,
            Different<SortedSet<Tag>> tags,
            Different<VersionSpecifiers> pythons) {
        this.versions = Collections.unmodifiableList(versions);
        this.begins = begins;
        this.cells = cells;
        this.tags = tags;
        this.pythons = pythons;
    }

    /** The bytes that {@link #read} reads. */
    byte[] bytes() {
        List<byte[]> words = versions.stream()
                .map(version -> version.toString().getBytes(StandardCharsets.UTF_8))
                .toList();
        int length = words.stream().mapToInt(word -> 4 + word.length).sum();
        int numbers = 4 + begins.length + cells.length + tags.listed.length + pythons.listed.length;
        ByteBuffer out = ByteBuffer.allocate(length + 4 * numbers);
        out.putInt(words.size());
        words.forEach(word -> out.putInt(word.length).put(word));
        for (int begin : begins) {
            out.putInt(begin);
        }
        put(out, cells);
        put(out, tags.listed);
        put(out, pythons.listed);
        return out.array();
    }

    private static void put(ByteBuffer out, int[] numbers) {
        out.putInt(numbers.length);
        out.asIntBuffer().put(numbers);
        out.position(out.position() + 4 * numbers.length);
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @param files how many files the page lists
     * @param tags reads the tags of a listed file
     * @param pythons reads the Pythons of a listed file
     * @throws Broken where it is anything else
     */
    static ReleaseColumns read(
            ByteBuffer in, int files, IntFunction<SortedSet<Tag>> tags, IntFunction<VersionSpecifiers> pythons)
            throws Broken {
        try {
            int count = count(in);
            List<Version> versions = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int length = count(in);
                versions.add(Version.parse(
                        new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8)));
                in.position(in.position() + length);
            }
            int[] begins = ints(in, count + 1);
            int[] cells = ints(in, count(in));
            ReleaseColumns read = new ReleaseColumns(
                    versions, begins, cells, Different.read(in, files, tags), Different.read(in, files, pythons));
            read.requireSound(files);
            return read;
        } catch (PackagingParseException e) {
            throw new Broken();
        }
    }

    private void requireSound(int files) throws Broken {
        require(begins[0] == 0 && cells.length % WIDTH == 0 && begins[versions.size()] == cells.length / WIDTH);
        for (int version = 0; version < versions.size(); version++) {
            require(begins[version] <= begins[version + 1]);
            require(version == 0 || versions.get(version - 1).compareTo(versions.get(version)) < 0);
        }
        for (int cell = 0; cell < cells.length; cell += WIDTH) {
            require(cells[cell] >= 0 && cells[cell] < files);
            require(cells[cell + 1] >= SDIST && cells[cell + 1] < tags.values.size());
            require(cells[cell + 2] >= ANY && cells[cell + 2] < pythons.values.size());
        }
    }

    private static int count(ByteBuffer in) throws Broken {
        require(in.remaining() >= 4);
        int count = in.getInt();
        require(count >= 0 && count <= in.remaining());
        return count;
    }

    private static int[] ints(ByteBuffer in, int count) throws Broken {
        require(4L * count <= in.remaining());
        int[] ints = new int[count];
        in.asIntBuffer().get(ints);
        in.position(in.position() + 4 * count);
        return ints;
    }

    private static void require(boolean sound) throws Broken {
        if (!sound) {
            throw new Broken();
        }
    }
}
