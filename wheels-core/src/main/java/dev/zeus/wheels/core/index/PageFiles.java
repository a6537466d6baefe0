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
import java.time.Instant;
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
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_NOTE = 20;

    private final PackageName name;
    private final IndexSource source;
    private final HttpAnswer answer;
    private final Listing listing;
    private final URI base;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Optional<Sha256>> digests = new HashMap<>();
    private final Map<String, Optional<VersionSpecifiers>> specifiers = new HashMap<>();
    private final Map<String, WheelFile> wheels = new LinkedHashMap<>();
    private final Map<String, SdistFile> sdists = new LinkedHashMap<>();
    private final SortedMap<Version, String> leftOut = new TreeMap<>();
    private Optional<PackageName> stranger = Optional.empty();

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
        WheelFilename filename = WheelFilename.parse(file.filename());
        Optional<URI> url = url(file);
        if (!isOwn(file, filename.name()) || url.isEmpty() || !isReadable(file, filename.version())) {
            return;
        }
        Optional<Sha256> sha256 = digest(file);
        wheels.putIfAbsent(
                file.filename(),
                new WheelFile(
                        filename,
                        url.get(),
                        sha256,
                        requiresPython(file),
                        file.size(),
                        uploadTime(file),
                        yanked(file),
                        file.metadata().isPresent(),
                        file.metadata().flatMap(Sha256::parse)));
    }

    private void sdist(ListedFile file) {
        requireShort(file);
        SdistFilename filename = SdistFilename.parse(file.filename());
        Optional<URI> url = url(file);
        if (!isOwn(file, filename.name()) || url.isEmpty() || !isReadable(file, filename.version())) {
            return;
        }
        sdists.putIfAbsent(
                file.filename(),
                new SdistFile(
                        filename,
                        url.get(),
                        digest(file),
                        requiresPython(file),
                        file.size(),
                        uploadTime(file),
                        yanked(file)));
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
                    "declare the project by the name it has now, or tell whoever runs the index");
        }
    }

    private URI base() {
        try {
            return answer.uri().resolve(Urls.parse(listing.base().orElse("")));
        } catch (IllegalArgumentException e) {
            return answer.uri();
        }
    }

    /** Where a file is; empty with a note where that is nothing to be followed. */
    private Optional<URI> url(ListedFile file) {
        try {
            URI url = base.resolve(Urls.parse(file.url()));
            String scheme = String.valueOf(url.getScheme());
            boolean downgraded = "https".equals(answer.uri().getScheme()) && scheme.equals("http");
            // A folder lists its own files; nobody else may name one of this machine.
            if (source.isFolder() && scheme.equals("file")) {
                return Optional.of(url);
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

    /** The digest of a file; a page that contradicts itself about one is not to be trusted with any. */
    private Optional<Sha256> digest(ListedFile file) {
        Optional<Sha256> stated = file.sha256().flatMap(Sha256::parse);
        Optional<Sha256> inUrl = file.fragmentSha256().flatMap(Sha256::parse);
        Optional<Sha256> digest = stated.or(() -> inUrl);
        @Nullable Optional<Sha256> earlier = digests.putIfAbsent(file.filename(), digest);
        boolean contradicts = stated.isPresent() && inUrl.isPresent() && !stated.equals(inUrl);
        if (contradicts || (earlier != null && !earlier.equals(digest))) {
            throw new WheelsException(
                    IndexProblem.TWO_HASHES,
                    "the index \"" + source.name() + "\" lists \"" + Printable.of(file.filename(), 100)
                            + "\" with two different hashes at \"" + SafeUrl.of(answer.uri()) + "\"",
                    "do not use this index until whoever runs it has explained that");
        }
        return digest;
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

    private static Optional<Instant> uploadTime(ListedFile file) {
        return file.uploadTime().flatMap(UploadTime::parse);
    }

    private static Optional<String> yanked(ListedFile file) {
        return file.yanked().map(reason -> Printable.of(reason, 500));
    }

    private void note(ListedFile file, String why) {
        notes.add("\"" + Printable.of(file.filename(), 100) + "\" on the page of \"" + name + "\" is left out: "
                + Printable.of(why, 200));
    }
}
