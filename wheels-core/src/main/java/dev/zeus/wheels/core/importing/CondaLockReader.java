// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.core.importing.LockedNode.Need;
import dev.zeus.wheels.core.lock.TargetMarkers;
import dev.zeus.wheels.core.text.Valid;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a conda-lock.yml: what pip installs of it on each platform. What conda installs is listed.
 *
 * <p>Standard: none; the format is conda-lock's, version 1, of all platforms in one file.
 */
final class CondaLockReader {
    /** What conda calls the platforms. */
    private static final Map<String, Platform> SUBDIRS = Map.of(
            "linux-64", Platform.X86_64_LINUX,
            "linux-aarch64", Platform.AARCH64_LINUX,
            "osx-64", Platform.X86_64_DARWIN,
            "osx-arm64", Platform.AARCH64_DARWIN);

    private final Set<ExtraName> with;
    private final Gathering gathering;
    private final Set<String> told = new TreeSet<>();
    /** The names by category, since each platform has them. */
    private final Map<String, Set<String>> offered = new TreeMap<>();

    private CondaLockReader(Set<ExtraName> with, Gathering gathering) {
        this.with = with;
        this.gathering = gathering;
    }

    static void read(ForeignText file, Set<ExtraName> with, Gathering gathering) {
        ForeignTable lock = YamlReader.parse(file);
        String version = String.valueOf(lock.any("version"));
        if (!version.equals("1")) {
            throw ImportProblems.version(lock.at("version"), version, "1");
        }
        CondaLockReader reader = new CondaLockReader(with, gathering);
        lock.table("metadata").ifPresent(metadata -> metadata.items("platforms").forEach(reader::platform));
        List<ForeignTable> entries = lock.tables("package");
        // What pip installs first, so that what is left of it does not drown in the many that conda installs.
        entries.stream().filter(CondaLockReader::isOfPip).forEach(reader::ofPip);
        entries.stream().filter(entry -> !isOfPip(entry)).forEach(reader::ofConda);
        reader.offered.forEach((category, names) -> gathering.offer(file.at(1), category, names.size()));
        gathering.edges();
        gathering.needWhatNobodyNeeds(Set.of(), Map.of(), file.at(1));
    }

    private static boolean isOfPip(ForeignTable entry) {
        return entry.text("manager").orElse("conda").equals("pip");
    }

    private void platform(ForeignTable.Item item) {
        Optional.ofNullable(SUBDIRS.get(item.text()))
                .ifPresentOrElse(
                        gathering::isFor,
                        () -> gathering.leave(item.place(), item.text(), "no wheel set is for this platform"));
    }

    private void ofPip(ForeignTable entry) {
        boolean published =
                entry.text("url").filter(url -> !url.startsWith("https://")).isEmpty();
        Optional<Platform> platform = entry.text("platform").map(SUBDIRS::get);
        if (!isTaken(entry)) {
            if (published) {
                offered.computeIfAbsent(category(entry), category -> new TreeSet<>())
                        .add(entry.text("name").orElse(""));
            }
        } else if (!published) {
            leave(entry, NotCarried.UNPUBLISHED);
        } else if (platform.isPresent()) {
            gathering.lock(new LockedNode(
                    entry.required("name", PackageName::parse),
                    entry.required("version", Version::parse),
                    platform.map(TargetMarkers::of).map(EnvironmentMarker::parse),
                    Optional.empty(),
                    source(entry),
                    LockedFiles.UNKNOWN,
                    needs(entry),
                    entry.place()));
        }
    }

    /** Of a category that is not taken in, nothing is said: to take it in would not bring them. */
    private void ofConda(ForeignTable entry) {
        if (entry.text("name").orElse("").equals("python")) {
            python(entry.text("version").orElse(""), entry.place());
        } else if (isTaken(entry)) {
            leave(entry, "conda's package; where a project on an index is the same, declare that");
        }
    }

    /** What the environment file asks for by an address; of what comes from an index, the index is not said. */
    private Optional<String> source(ForeignTable entry) {
        return entry.table("source")
                .flatMap(source -> source.text("url"))
                .flatMap(url -> gathering.index(entry.text("name"), url, SourceFormat.FLAT, entry.at("url")));
    }

    private static String category(ForeignTable entry) {
        return entry.text("category").orElse("main");
    }

    private boolean isTaken(ForeignTable entry) {
        String category = category(entry);
        return category.equals("main")
                || with.contains(ForeignTable.parse(category, ExtraName::parse, entry.at("category")));
    }

    /** Once, although each platform has it. */
    private void leave(ForeignTable entry, String why) {
        String name = entry.text("name").orElse("");
        if (told.add(name)) {
            gathering.leave(entry.place(), name + " " + entry.text("version").orElse(""), why);
        }
    }

    private void python(String version, Place place) {
        String[] numbers = version.split("\\.", -1);
        if (numbers.length >= 2) {
            gathering.pythons(
                    ForeignTable.parse("==" + numbers[0] + "." + numbers[1] + ".*", VersionSpecifiers::parse, place));
        }
    }

    private static List<Need> needs(ForeignTable entry) {
        List<Need> needs = new ArrayList<>();
        entry.table("dependencies").ifPresent(table -> {
            for (String key : table.keys()) {
                // What conda installs may have a name that no project has, such as __glibc.
                Valid.of(key, PackageName::parse)
                        .ifPresent(name -> needs.add(new Need(
                                new Requirement(
                                        name,
                                        new TreeSet<>(),
                                        VersionSpecifiers.ANY,
                                        Optional.empty(),
                                        Optional.empty()),
                                Optional.empty())));
            }
        });
        return needs;
    }
}
