// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.python.Tag;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * The files of a page by release, to choose among by numbers; a file is made when it is asked for.
 *
 * <p>Versions are numbered from 0, oldest first, and so are files: those of a version from {@link #begin} to
 * {@link #end}, wheels first.
 */
public final class ReleaseTable {
    /** The number of tags of a source distribution, which has none. */
    public static final int SDIST = ReleaseColumns.SDIST;

    /** The number of Pythons of a file that wants none in particular. */
    public static final int ANY = ReleaseColumns.ANY;

    private final ReleaseColumns columns;
    private final PageRows rows;
    private final AtomicReferenceArray<IndexFile> files;
    private Optional<Begun> begun = Optional.empty();

    /** Which versions were begun after a moment; all targets of a run ask for the same one. */
    private record Begun(Instant since, BitSet versions) {}

    ReleaseTable(ReleaseColumns columns, PageRows rows) {
        this.columns = columns;
        this.rows = rows;
        this.files = new AtomicReferenceArray<>(columns.cells.length / ReleaseColumns.WIDTH);
    }

    /** The table of files of which everything is known. */
    static ReleaseTable of(List<WheelFile> wheels, List<SdistFile> sdists, Set<Version> leftOut) {
        ReleaseColumnsBuilder columns = new ReleaseColumnsBuilder();
        List<IndexFile> all = new ArrayList<>(wheels);
        all.addAll(sdists);
        for (int i = 0; i < all.size(); i++) {
            IndexFile file = all.get(i);
            int marks = file.yanked().isPresent() ? ReleaseColumns.YANKED : 0;
            if (file instanceof WheelFile wheel) {
                columns.wheel(i, wheel.version(), wheel.filename().tags(), wheel.requiresPython(), marks);
            } else {
                columns.sdist(i, file.version(), file.requiresPython(), marks);
            }
        }
        return new ReleaseTable(columns.build(leftOut), new PageRows.Made(all));
    }

    /** All versions, oldest first; some have no file. */
    public List<Version> versions() {
        return columns.versions;
    }

    /** The number of a version; less than zero where the page has none such. */
    public int number(Version version) {
        return Collections.binarySearch(columns.versions, version);
    }

    /** The first file of a version. */
    public int begin(int version) {
        return columns.begins[version];
    }

    /** The first file behind those of a version. */
    public int end(int version) {
        return columns.begins[version + 1];
    }

    /** Which of {@link #tagSets} a file has, or {@link #SDIST}. */
    public int tagSet(int file) {
        return columns.cells[file * ReleaseColumns.WIDTH + 1];
    }

    /** Which of {@link #pythons} a file wants, or {@link #ANY}. */
    public int python(int file) {
        return columns.cells[file * ReleaseColumns.WIDTH + 2];
    }

    /** Whether a file was yanked (PEP 592). */
    public boolean isYanked(int file) {
        return (columns.cells[file * ReleaseColumns.WIDTH + 3] & ReleaseColumns.YANKED) != 0;
    }

    /** The sets of tags that the wheels have; two of them may be equal. */
    public List<SortedSet<Tag>> tagSets() {
        return columns.tags.values();
    }

    /** The Pythons that the files want; two of them may be equal. */
    public List<VersionSpecifiers> pythons() {
        return columns.pythons.values();
    }

    /** A file by its number. */
    public IndexFile file(int file) {
        IndexFile known = files.get(file);
        if (known != null) {
            return known;
        }
        int python = python(file);
        boolean plain = (columns.cells[file * ReleaseColumns.WIDTH + 3] & ReleaseColumns.PLAIN) != 0;
        IndexFile made = rows.file(
                listed(file),
                python == ANY ? Optional.empty() : Optional.of(pythons().get(python)),
                plain);
        return files.compareAndSet(file, null, made) ? made : files.get(file);
    }

    private int listed(int file) {
        return columns.cells[file * ReleaseColumns.WIDTH];
    }

    /** The files of a version: wheels, then source distributions, in the order of the page. */
    public List<IndexFile> files(Version version) {
        int number = number(version);
        return number < 0
                ? List.of()
                : IntStream.range(begin(number), end(number))
                        .mapToObj(this::file)
                        .toList();
    }

    /** The wheels of a version in the order of the page. */
    public List<WheelFile> wheels(Version version) {
        return files(version).stream()
                .filter(WheelFile.class::isInstance)
                .map(WheelFile.class::cast)
                .toList();
    }

    /** All wheels in the order of the page. */
    List<WheelFile> wheels() {
        return all(WheelFile.class);
    }

    /** All source distributions in the order of the page. */
    List<SdistFile> sdists() {
        return all(SdistFile.class);
    }

    private <T extends IndexFile> List<T> all(Class<T> kind) {
        return IntStream.range(0, files.length())
                .filter(file -> (tagSet(file) == SDIST) == kind.equals(SdistFile.class))
                .boxed()
                .sorted(Comparator.comparingInt(this::listed))
                .map(file -> kind.cast(file(file)))
                .toList();
    }

    /** Whether a version has wheels with a time of upload, all of them after a moment. */
    public synchronized boolean isBegunSince(Instant since, int version) {
        if (begun.isEmpty() || !begun.get().since.equals(since)) {
            BitSet young = new BitSet();
            for (int each = 0; each < versions().size(); each++) {
                young.set(each, isYoung(since, each));
            }
            begun = Optional.of(new Begun(since, young));
        }
        return begun.get().versions.get(version);
    }

    private boolean isYoung(Instant since, int version) {
        boolean timed = false;
        for (int file = begin(version); file < end(version) && tagSet(file) != SDIST; file++) {
            Optional<Instant> uploaded = rows.uploadTime(listed(file));
            if (uploaded.isPresent()) {
                timed = true;
                if (!uploaded.get().isAfter(since)) {
                    return false;
                }
            }
        }
        return timed;
    }
}
