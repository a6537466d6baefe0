// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a database of advisories says of some projects, such as the {@code all.zip} of the ecosystem PyPI that osv.dev
 * exports: a zip with a JSON document for each advisory.
 *
 * <p>It is read one document at a time, and nothing is kept of what is about other projects. A document that cannot be
 * read makes the whole unusable, since it may be about what is asked for.
 *
 * @see <a href="https://google.github.io/osv.dev/data/#data-dumps">the data dumps of OSV</a>
 */
public final class OsvDatabase {
    private static final ObjectMapper JSON = new ObjectMapper(JsonPage.FACTORY);

    /**
     * How much of a database is read before it is given up.
     *
     * @param fileBytes the size of the zip
     * @param entries how many documents it has
     * @param entryBytes the size of one of them
     * @param bytes the size of all of them
     * @param time how long reading takes
     */
    record Limits(long fileBytes, int entries, int entryBytes, long bytes, Duration time) {
        static final Limits DEFAULT = new Limits(2L << 30, 1_000_000, 8 << 20, 16L << 30, Duration.ofMinutes(15));
    }

    /** A database that is not what it has to be; the message says why. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String why) {
            super(why);
        }
    }

    private final Map<PackageName, List<OsvAdvisory>> advisories = new HashMap<>();
    private int size;
    private Optional<LocalDate> newest = Optional.empty();

    private OsvDatabase() {}

    /**
     * Reads what a database says of projects.
     *
     * @throws UnreadableException where it is no such zip, is cut, is too large, or says nothing of PyPI at all
     */
    public static OsvDatabase read(Path zip, Set<PackageName> names) throws UnreadableException {
        return read(zip, names, Limits.DEFAULT);
    }

    static OsvDatabase read(Path zip, Set<PackageName> names, Limits limits) throws UnreadableException {
        OsvDatabase database = new OsvDatabase();
        try {
            if (!Files.isRegularFile(zip)) {
                throw new UnreadableException(Files.exists(zip) ? "it is no file" : "there is no such file");
            }
            require(Files.size(zip) <= limits.fileBytes(), "more than " + limits.fileBytes() + " bytes");
            // By its directory, not as a stream: a stream that ends early between two documents looks whole.
            try (ZipFile file = new ZipFile(zip.toFile())) {
                database.read(file, names, limits);
            }
        } catch (IOException e) {
            throw new UnreadableException("it is not a readable zip: " + PlainFile.reason(e));
        }
        if (database.size == 0) {
            throw new UnreadableException("it has no advisory of the ecosystem PyPI");
        }
        return database;
    }

    private void read(ZipFile file, Set<PackageName> names, Limits limits) throws IOException, UnreadableException {
        require(file.size() <= limits.entries(), "more than " + limits.entries() + " documents");
        long end = System.nanoTime() + limits.time().toNanos();
        long left = limits.bytes();
        for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (entry.isDirectory() || !entry.getName().endsWith(".json")) {
                continue;
            }
            require(
                    System.nanoTime() - end < 0,
                    "more than could be read in " + limits.time().toSeconds() + " s");
            byte[] bytes;
            try (InputStream in = file.getInputStream(entry)) {
                bytes = in.readNBytes(limits.entryBytes() + 1);
            }
            String name = "\"" + Printable.of(entry.getName(), 100) + "\"";
            require(bytes.length <= limits.entryBytes(), "in " + name + " more than " + limits.entryBytes() + " bytes");
            left -= bytes.length;
            require(left >= 0, "more than " + limits.bytes() + " bytes when it is unpacked");
            add(name, bytes, names);
        }
    }

    private static void require(boolean within, String what) throws UnreadableException {
        if (!within) {
            throw new UnreadableException("it has " + what);
        }
    }

    private void add(String entry, byte[] bytes, Set<PackageName> names) throws UnreadableException {
        JsonNode document;
        try (JsonParser json = JsonPage.FACTORY.createParser(bytes)) {
            document = JSON.readTree(json);
            if (json.nextToken() != null) {
                throw new UnreadableException("something follows the JSON object of " + entry + " in it");
            }
        } catch (IOException e) {
            throw new UnreadableException(entry + " in it is not readable JSON");
        }
        if (document == null || !document.isObject()) {
            throw new UnreadableException(entry + " in it is not a JSON object");
        }
        Set<PackageName> about = OsvAdvisory.about(document);
        if (about.isEmpty()) {
            return;
        }
        size++;
        newest = Stream.concat(newest.stream(), day(document.path("modified").asText()).stream())
                .max(Comparator.naturalOrder());
        for (PackageName name : about) {
            if (names.contains(name) && !document.hasNonNull("withdrawn")) {
                OsvAdvisory advisory = OsvAdvisory.of(document, name)
                        .orElseThrow(() -> new UnreadableException(entry + " in it has no id that could be read"));
                advisories.computeIfAbsent(name, key -> new ArrayList<>()).add(advisory);
            }
        }
    }

    /** How many advisories of PyPI it has. */
    public int size() {
        return size;
    }

    /** The day on which the latest of its advisories was changed; empty where none says so. */
    public Optional<LocalDate> newest() {
        return newest;
    }

    private static Optional<LocalDate> day(String modified) {
        try {
            return Optional.of(LocalDate.ofInstant(Instant.parse(modified), ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The advisories about a version of one of the projects, by id, without those that were withdrawn. */
    public List<Advisory> of(PackageName name, Version version) {
        return SameAdvisories.merged(advisories.getOrDefault(name, List.of()).stream()
                .filter(advisory -> advisory.affects(version))
                .map(advisory -> advisory.of(version))
                .toList());
    }
}
