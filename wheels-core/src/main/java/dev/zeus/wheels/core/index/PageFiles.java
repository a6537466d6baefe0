// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpAnswer;
import dev.zeus.wheels.core.http.SafeUrl;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.LenientReader;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.SdistFilename;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import dev.zeus.wheels.python.WheelFilename;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Judges the files of a page: what is broken or not this project's is left out with a note. */
final class PageFiles {
    /** The longest file name of common file systems (NAME_MAX): a longer one could not be stored. */
    private static final int LONGEST_NAME = 255;

    private static final int LONGEST_NOTE = 20;

    private final PackageName name;
    private final IndexSource source;
    private final HttpAnswer answer;
    private final Listing listing;
    private final FileAddresses addresses;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Optional<VersionSpecifiers>> specifiers = new HashMap<>();
    private final ReleaseColumnsBuilder columns = new ReleaseColumnsBuilder();
    private final Map<String, ListedFile> seen = new HashMap<>();
    private final SortedMap<Version, String> leftOut = new TreeMap<>();
    private Optional<PackageName> stranger = Optional.empty();
    private Optional<WheelFilename> before = Optional.empty();

    PageFiles(PackageName name, IndexSource source, HttpAnswer answer, Listing listing) {
        this.name = name;
        this.source = source;
        this.answer = answer;
        this.listing = listing;
        this.addresses = new FileAddresses(source, answer, listing);
    }

    static boolean isDistribution(String filename) {
        return WheelFilename.isWheel(filename) || SdistFilename.isSdist(filename);
    }

    /** What was left out and why, the first few of it, and how much more. */
    private List<String> notes() {
        if (notes.size() <= LONGEST_NOTE) {
            return notes;
        }
        List<String> first = new ArrayList<>(notes.subList(0, LONGEST_NOTE));
        first.add((notes.size() - LONGEST_NOTE) + " more files on the page of \"" + name + "\" are left out");
        return first;
    }

    /**
     * Judges all files.
     *
     * @throws WheelsException X412 or X415 where the page is not to be trusted with any
     */
    JudgedFiles judged() {
        List<ListedFile> files = listing.files();
        for (int i = 0; i < files.size(); i++) {
            ListedFile file = files.get(i);
            // Made of the table's bytes each time that it is asked for.
            String text = file.filename();
            try {
                if (WheelFilename.isWheel(text)) {
                    requireShort(text);
                    WheelFilename filename = filename(text);
                    Optional<Taken> taken = taken(file, text, filename.name(), filename.version());
                    if (taken.isPresent()) {
                        columns.wheel(
                                i,
                                filename.version(),
                                filename.tags(),
                                taken.get().python(),
                                taken.get().marks());
                    }
                } else if (SdistFilename.isSdist(text)) {
                    requireShort(text);
                    SdistFilename filename = SdistFilename.parse(text);
                    Optional<Taken> taken = taken(file, text, filename.name(), filename.version());
                    if (taken.isPresent()) {
                        columns.sdist(
                                i,
                                filename.version(),
                                taken.get().python(),
                                taken.get().marks());
                    }
                }
            } catch (PackagingParseException e) {
                note(file, String.valueOf(e.getMessage()));
            }
        }
        requireOwn();
        return new JudgedFiles(name, columns.build(leftOut.keySet()), leftOut, notes());
    }

    /** What is kept of a file. */
    private record Taken(Optional<VersionSpecifiers> python, int marks) {}

    /** A file that is this project's, can be read, and is not there already. */
    private Optional<Taken> taken(ListedFile file, String filename, PackageName project, Version version) {
        boolean plain = addresses.isPlain(file);
        if (!plain && addresses.of(file).isEmpty()) {
            note(file, "its address \"" + SafeUrl.ofText(file.url()) + "\" may not be followed");
            return Optional.empty();
        }
        if (!isOwn(file, project)) {
            return Optional.empty();
        }
        Optional<VersionSpecifiers> python;
        try {
            python = requiresPython(file);
        } catch (PackagingParseException e) {
            leaveOut(file, version, e);
            return Optional.empty();
        }
        Optional<ListedFile> earlier = Optional.ofNullable(seen.putIfAbsent(filename, file));
        requireOneDigest(file, earlier);
        int marks = (plain ? ReleaseColumns.PLAIN : 0) | (file.yanked().isPresent() ? ReleaseColumns.YANKED : 0);
        return earlier.isEmpty() ? Optional.of(new Taken(python, marks)) : Optional.empty();
    }

    /** The neighbours on a page are of one version. */
    private WheelFilename filename(String text) {
        WheelFilename filename =
                before.isPresent() ? WheelFilename.parse(text, before.get()) : WheelFilename.parse(text);
        before = Optional.of(filename);
        return filename;
    }

    private static void requireShort(String filename) {
        if (filename.length() > LONGEST_NAME) {
            throw new PackagingParseException(
                    "file name", Printable.of(filename, 40), LONGEST_NAME, "at most 255 characters");
        }
    }

    private boolean isOwn(ListedFile file, PackageName found) {
        if (found.equals(name)) {
            return true;
        }
        stranger = Optional.of(found);
        note(file, "it belongs to the project \"" + found + "\"");
        return false;
    }

    /** A page without one file of its own and with those of another project is that project's page. */
    private void requireOwn() {
        Optional<PackageName> other = stranger;
        if (columns.isEmpty() && other.isPresent()) {
            throw new WheelsException(
                    IndexProblem.OTHER_PROJECT,
                    "the index \"" + source.name() + "\" answered \"" + SafeUrl.of(answer.uri())
                            + "\" with another project's page: expected files of \"" + name + "\", got files of \""
                            + other.get() + "\"",
                    "declare the project by its present name, or tell the operators of the index");
        }
    }

    /** A page that contradicts itself about the digest of a file is not to be trusted with any. */
    private void requireOneDigest(ListedFile file, Optional<ListedFile> earlier) {
        if (contradictsItself(file)
                || earlier.filter(other -> !LateFacts.digest(other).equals(LateFacts.digest(file)))
                        .isPresent()) {
            throw new WheelsException(
                    IndexProblem.TWO_HASHES,
                    "the index \"" + source.name() + "\" lists \"" + Printable.of(file.filename(), 100)
                            + "\" with two different hashes at \"" + SafeUrl.of(answer.uri()) + "\"",
                    "do not use this index until its operators have explained this");
        }
    }

    private static boolean contradictsItself(ListedFile file) {
        Optional<Sha256> inUrl = file.fragmentSha256().flatMap(Sha256::parse);
        Optional<Sha256> stated = inUrl.isPresent() ? file.sha256().flatMap(Sha256::parse) : Optional.empty();
        return stated.isPresent() && !stated.equals(inUrl);
    }

    /** Its Python specifier cannot be read; a version that is lost for want of that is remembered. */
    private void leaveOut(ListedFile file, Version version, PackagingParseException unreadable) {
        String why = "Requires-Python " + Printable.of(String.valueOf(unreadable.getMessage()), 200);
        note(file, why);
        leftOut.putIfAbsent(version, why);
    }

    /** The files of one release all say the same, so each text is parsed once; habits of the past are mended. */
    private Optional<VersionSpecifiers> requiresPython(ListedFile file) {
        return file.requiresPython()
                .filter(text -> !text.isBlank())
                .flatMap(text -> specifiers.computeIfAbsent(text, key -> Optional.of(mended(key))));
    }

    /** The specifiers that a page that was judged has. */
    static VersionSpecifiers pythons(ListedFile file) {
        return LenientReader.specifiers(file.requiresPython().orElse(""));
    }

    private VersionSpecifiers mended(String text) {
        VersionSpecifiers read = LenientReader.specifiers(text);
        try {
            return VersionSpecifiers.parse(text);
        } catch (PackagingParseException e) {
            notes.add("Requires-Python \"" + Printable.of(text, 100) + "\" on the page of \"" + name
                    + "\" is read as \"" + read + '"');
            return read;
        }
    }

    static Optional<String> yanked(ListedFile file) {
        return file.yanked().map(reason -> Printable.of(reason, 500));
    }

    private void note(ListedFile file, String why) {
        notes.add("\"" + Printable.of(file.filename(), 100) + "\" on the page of \"" + name + "\" is left out: "
                + Printable.of(why, 200));
    }
}
