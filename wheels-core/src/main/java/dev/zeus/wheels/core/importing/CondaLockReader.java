package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.importing.LockedNode.Need;
import dev.zeus.wheels.core.lock.TargetMarkers;
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
    private final Map<String, Integer> offered = new TreeMap<>();

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
        lock.tables("package").forEach(reader::entry);
        reader.offered.forEach((category, size) -> gathering.offer(file.at(1), category, size));
        gathering.edges();
        gathering.needWhatNobodyNeeds(Set.of(), Map.of(), file.at(1));
    }

    private void platform(ForeignTable.Item item) {
        Optional.ofNullable(SUBDIRS.get(item.text()))
                .ifPresentOrElse(
                        gathering::isFor,
                        () -> gathering.leave(item.place(), item.text(), "no wheel set is for this platform"));
    }

    private void entry(ForeignTable entry) {
        String name = entry.text("name").orElse("");
        String version = entry.text("version").orElse("");
        boolean pip = entry.text("manager").orElse("conda").equals("pip");
        String category = entry.text("category").orElse("main");
        Optional<Platform> platform = entry.text("platform").map(SUBDIRS::get);
        if (!pip && name.equals("python")) {
            python(version, entry.place());
        } else if (!category.equals("main")
                && !with.contains(ForeignTable.parse(category, ExtraName::parse, entry.at("category")))) {
            offered.merge(category, 1, Integer::sum);
        } else if (!pip) {
            leave(entry, name, "conda's package; where a project on an index is the same, declare that");
        } else if (entry.text("url").filter(url -> !url.startsWith("https://")).isPresent()) {
            leave(entry, name, NotCarried.UNPUBLISHED);
        } else if (platform.isPresent()) {
            gathering.lock(new LockedNode(
                    entry.required("name", PackageName::parse),
                    entry.required("version", Version::parse),
                    platform.map(TargetMarkers::of).map(EnvironmentMarker::parse),
                    Optional.empty(),
                    Optional.empty(),
                    LockedFiles.UNKNOWN,
                    needs(entry),
                    entry.place()));
        }
    }

    /** Once, although each platform has it. */
    private void leave(ForeignTable entry, String name, String why) {
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
                ForeignTable.valid(key, PackageName::parse)
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
