// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpAnswer;
import dev.zeus.wheels.core.http.SafeUrl;
import dev.zeus.wheels.core.http.Urls;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.LenientReader;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.SdistFilename;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import dev.zeus.wheels.python.WheelFilename;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of a page as typed values; what is broken or not this project's is left out with a note. */
final class PageFiles {
    /** The longest file name of common file systems (NAME_MAX): a longer one could not be stored. */
    private static final int LONGEST_NAME = 255;

    private static final int LONGEST_NOTE = 20;

    private final PackageName name;
    private final IndexSource source;
    private final HttpAnswer answer;
    private final Listing listing;
    private final URI base;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Optional<VersionSpecifiers>> specifiers = new HashMap<>();
    private final Map<String, WheelFile> wheels = new LinkedHashMap<>();
    private final Map<String, SdistFile> sdists = new LinkedHashMap<>();
    private final SortedMap<Version, String> leftOut = new TreeMap<>();
    private Optional<PackageName> stranger = Optional.empty();
    private Optional<WheelFilename> before = Optional.empty();
    /** The beginning of an address, up to the slash behind its host, that may be followed. */
    private byte[] followed = new byte[0];

    PageFiles(PackageName name, IndexSource source, HttpAnswer answer, Listing listing) {
        this.name = name;
        this.source = source;
        this.answer = answer;
        this.listing = listing;
        this.base = base();
    }

    static boolean isDistribution(String filename) {
        return WheelFilename.isWheel(filename) || SdistFilename.isSdist(filename);
    }

    /** What was left out and why, the first few of it, and how much more. */
    List<String> notes() {
        if (notes.size() <= LONGEST_NOTE) {
            return notes;
        }
        List<String> first = new ArrayList<>(notes.subList(0, LONGEST_NOTE));
        first.add((notes.size() - LONGEST_NOTE) + " more files on the page of \"" + name + "\" are left out");
        return first;
    }

    ProjectPage page(ProjectStatus status) {
        for (ListedFile file : listing.files()) {
            try {
                if (WheelFilename.isWheel(file.filename())) {
                    wheel(file);
                } else if (SdistFilename.isSdist(file.filename())) {
                    sdist(file);
                }
            } catch (PackagingParseException e) {
                note(file, String.valueOf(e.getMessage()));
            }
        }
        requireOwn();
        return ProjectPage.of(
                name, source, new ArrayList<>(wheels.values()), new ArrayList<>(sdists.values()), leftOut, status);
    }

    private void wheel(ListedFile file) {
        requireShort(file);
        WheelFilename filename = filename(file);
        Optional<LateFacts> late = late(file);
        if (!isOwn(file, filename.name()) || late.isEmpty() || !isReadable(file, filename.version())) {
            return;
        }
        WheelFile wheel =
                new WheelFile(filename, requiresPython(file), file.size(), yanked(file), isAnnounced(file), late.get());
        @Nullable WheelFile earlier = wheels.putIfAbsent(filename.text(), wheel);
        requireOneDigest(file, Optional.ofNullable(earlier));
    }

    /** The neighbours on a page are of one version. */
    private WheelFilename filename(ListedFile file) {
        WheelFilename filename = before.isPresent()
                ? WheelFilename.parse(file.filename(), before.get())
                : WheelFilename.parse(file.filename());
        before = Optional.of(filename);
        return filename;
    }

    private static boolean isAnnounced(ListedFile file) {
        return file instanceof FileTable.Row row
                ? row.has(FileTable.Column.METADATA)
                : file.metadata().isPresent();
    }

    private void sdist(ListedFile file) {
        requireShort(file);
        SdistFilename filename = SdistFilename.parse(file.filename());
        Optional<LateFacts> late = late(file);
        if (!isOwn(file, filename.name()) || late.isEmpty() || !isReadable(file, filename.version())) {
            return;
        }
        SdistFile sdist = new SdistFile(filename, requiresPython(file), file.size(), yanked(file), late.get());
        @Nullable SdistFile earlier = sdists.putIfAbsent(filename.text(), sdist);
        requireOneDigest(file, Optional.ofNullable(earlier));
    }

    private static void requireShort(ListedFile file) {
        if (file.filename().length() > LONGEST_NAME) {
            throw new PackagingParseException(
                    "file name", Printable.of(file.filename(), 40), LONGEST_NAME, "at most 255 characters");
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
        if (wheels.isEmpty() && sdists.isEmpty() && other.isPresent()) {
            throw new WheelsException(
                    IndexProblem.OTHER_PROJECT,
                    "the index \"" + source.name() + "\" answered \"" + SafeUrl.of(answer.uri())
                            + "\" with another project's page: expected files of \"" + name + "\", got files of \""
                            + other.get() + "\"",
                    "declare the project by its present name, or tell the operators of the index");
        }
    }

    private URI base() {
        try {
            return answer.uri().resolve(Urls.parse(listing.base().orElse("")));
        } catch (IllegalArgumentException e) {
            return answer.uri();
        }
    }

    /** Where a file is, and what else few files are asked for; empty with a note where that may not be followed. */
    private Optional<LateFacts> late(ListedFile file) {
        if (file instanceof FileTable.Row row) {
            if (row.isPlainBehind(followed)) {
                return Optional.of(new LateFacts.Unread(row));
            }
            followed = followed(row.url());
        }
        Optional<URI> url = url(file);
        if (url.isEmpty()) {
            followed = new byte[0];
        }
        return url.map(each -> LateFacts.Known.of(file, each));
    }

    private static byte[] followed(String url) {
        boolean absolute = url.startsWith("https://") || url.startsWith("http://");
        int slash = absolute ? url.indexOf('/', url.indexOf("://") + 3) : -1;
        return url.substring(0, slash + 1).getBytes(StandardCharsets.UTF_8);
    }

    /** Where a file is; empty with a note where that is nothing to be followed. */
    private Optional<URI> url(ListedFile file) {
        try {
            URI url = base.resolve(Urls.parse(file.url()));
            String scheme = String.valueOf(url.getScheme());
            boolean downgraded = "https".equals(answer.uri().getScheme()) && scheme.equals("http");
            // A folder lists its own files; no other index may name files of this machine.
            if (source.isFolder() && scheme.equals("file")) {
                // With all its slashes, without which not every tool reads it.
                return Optional.of(Path.of(url).toUri());
            }
            if (url.getHost() != null
                    && url.getRawUserInfo() == null
                    && !Urls.isAmbiguous(url)
                    && (scheme.equals("https") || scheme.equals("http"))
                    && !downgraded) {
                return Optional.of(url);
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for an address that is one and may not be followed.
        }
        note(file, "its address \"" + SafeUrl.ofText(file.url()) + "\" may not be followed");
        return Optional.empty();
    }

    /** A page that contradicts itself about the digest of a file is not to be trusted with any. */
    private void requireOneDigest(ListedFile file, Optional<? extends IndexFile> earlier) {
        Optional<Sha256> inUrl = file.fragmentSha256().flatMap(Sha256::parse);
        Optional<Sha256> stated = inUrl.isPresent() ? file.sha256().flatMap(Sha256::parse) : Optional.empty();
        boolean contradicts = stated.isPresent() && inUrl.isPresent() && !stated.equals(inUrl);
        if (contradicts || (earlier.isPresent() && !earlier.get().sha256().equals(LateFacts.digest(file)))) {
            throw new WheelsException(
                    IndexProblem.TWO_HASHES,
                    "the index \"" + source.name() + "\" lists \"" + Printable.of(file.filename(), 100)
                            + "\" with two different hashes at \"" + SafeUrl.of(answer.uri()) + "\"",
                    "do not use this index until its operators have explained this");
        }
    }

    /** Whether its Python specifier can be read; a version that is lost for want of that is remembered. */
    private boolean isReadable(ListedFile file, Version version) {
        try {
            requiresPython(file);
            return true;
        } catch (PackagingParseException e) {
            String why = "Requires-Python " + Printable.of(String.valueOf(e.getMessage()), 200);
            note(file, why);
            leftOut.putIfAbsent(version, why);
            return false;
        }
    }

    /** The files of one release all say the same, so each text is parsed once; habits of the past are mended. */
    private Optional<VersionSpecifiers> requiresPython(ListedFile file) {
        return file.requiresPython()
                .filter(text -> !text.isBlank())
                .flatMap(text -> specifiers.computeIfAbsent(text, key -> Optional.of(mended(key))));
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

    private static Optional<String> yanked(ListedFile file) {
        return file.yanked().map(reason -> Printable.of(reason, 500));
    }

    private void note(ListedFile file, String why) {
        notes.add("\"" + Printable.of(file.filename(), 100) + "\" on the page of \"" + name + "\" is left out: "
                + Printable.of(why, 200));
    }
}
