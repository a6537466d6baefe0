// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.SdistFilename;
import dev.zeus.wheels.python.VersionSpecifiers;
import dev.zeus.wheels.python.WheelFilename;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The files in the entries of a lock.
 *
 * @param hosts where files of each source may come from
 */
record FileTables(SortedMap<String, SortedSet<String>> hosts) {
    private static final Set<String> SCHEMES = Set.of("https", "http", "file");

    /** The wheels of an entry, each with the targets that install it. */
    List<LockedWheel> wheels(LockTable entry, LockTable ours, SortedSet<String> installing, String source) {
        if (entry.has("sdist")) {
            return List.of();
        }
        List<LockTable> tables = entry.tables("wheels");
        List<List<String>> selected = ours.has("selected") ? ours.lists("selected") : List.of(List.copyOf(installing));
        if (tables.size() != selected.size()) {
            throw entry.defect("wheels", tables.size() + " wheels, and " + selected.size() + " are selected");
        }
        SortedSet<String> served = new TreeSet<>();
        selected.forEach(served::addAll);
        if (!served.equals(installing)) {
            throw ours.defect("selected", "wheels are selected for " + served + ", and the marker says " + installing);
        }
        List<Optional<VersionSpecifiers>> pythons = pythons(ours, tables.size());
        return IntStream.range(0, tables.size())
                .mapToObj(i -> wheel(tables.get(i), new TreeSet<>(selected.get(i)), source)
                        .withPython(pythons.get(i)))
                .toList();
    }

    private static List<Optional<VersionSpecifiers>> pythons(LockTable ours, int wheels) {
        if (!ours.has("requires-python")) {
            return Collections.nCopies(wheels, Optional.empty());
        }
        List<Optional<VersionSpecifiers>> pythons = ours.list(
                "requires-python",
                text -> Optional.of(text).filter(t -> !t.isEmpty()).map(VersionSpecifiers::parse));
        if (pythons.size() != wheels) {
            throw ours.defect("requires-python", wheels + " wheels, and " + pythons.size() + " say of which Python");
        }
        return pythons;
    }

    private LockedWheel wheel(LockTable table, SortedSet<String> installing, String source) {
        return new LockedWheel(
                table.parsed("name", WheelFilename::parse),
                url(table, source),
                sha256(table),
                size(table),
                uploaded(table),
                installing);
    }

    /** The source distribution of an entry that has one. */
    Optional<LockedSdist> sdist(LockTable entry, LockTable ours, String source) {
        return entry.has("sdist") ? Optional.of(read(entry.table("sdist"), ours, source)) : Optional.empty();
    }

    private LockedSdist read(LockTable table, LockTable ours, String source) {
        return new LockedSdist(
                table.parsed("name", SdistFilename::parse),
                url(table, source),
                sha256(table),
                size(table),
                uploaded(table),
                ours.list("build-requires", Requirement::parse));
    }

    private static OptionalLong size(LockTable file) {
        Optional<Long> size = file.value("size", Long.class, "a number");
        if (size.isPresent() && size.get() < 0) {
            throw file.defect("size", "no file has " + size.get() + " bytes");
        }
        return size.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static Optional<Instant> uploaded(LockTable wheel) {
        return wheel.value("upload-time", OffsetDateTime.class, "a moment").map(OffsetDateTime::toInstant);
    }

    private static Sha256 sha256(LockTable wheel) {
        Optional<LockTable> hashes = wheel.has("hashes") ? Optional.of(wheel.table("hashes")) : Optional.empty();
        if (hashes.filter(table -> table.has("sha256")).isEmpty()) {
            String others = hashes.map(
                            table -> String.join(", ", table.toml().items().keySet()))
                    .orElse("");
            throw wheel.defect(
                    "hashes",
                    "\"" + wheel.text("name") + "\" has no sha256 hash" + (others.isEmpty() ? "" : ", only " + others)
                            + "; nothing weaker proves what it is");
        }
        return hashes.orElseThrow().parsed("sha256", Sha256::new);
    }

    private URI url(LockTable wheel, String source) {
        boolean local = wheel.has("path");
        URI url = local ? wheel.parsed("path", LockedWheel::local) : wheel.parsed("url", URI::create);
        if (!local && !SCHEMES.contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT))) {
            throw wheel.defect("url", "\"url\" is \"" + url + "\", expected an address by https, http or file");
        }
        SortedSet<String> usual = hosts.getOrDefault(source, new TreeSet<>());
        if (!usual.contains(FileHosts.place(url))) {
            throw wheel.defect(
                    local ? "path" : "url",
                    "\"" + wheel.text("name") + "\" is to come from \""
                            + (local ? wheel.text("path") : FileHosts.place(url)) + "\", and files of the source \""
                            + source + "\" come from " + (usual.isEmpty() ? "nowhere" : String.join(", ", usual)));
        }
        return url;
    }
}
