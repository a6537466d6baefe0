// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.core.importing.LockedNode.Need;
import dev.zeus.wheels.core.text.Valid;
import dev.zeus.wheels.core.toml.LineTable.LineArray;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a poetry.lock, with the pyproject.toml beside it for what the project asks for.
 *
 * <p>Standard: none; the format is Poetry's, versions 1.0 to 2.x.
 */
final class PoetryLockReader {
    /** A requirement whose versions may be said in Poetry's own words. */
    private static final Pattern REQUIREMENT =
            Pattern.compile("([A-Za-z0-9._-]+)\\s*(?:\\[[^]]*])?\\s*(?:[(;@<>=!~].*)?", Pattern.DOTALL);

    private final Set<ExtraName> with;
    private final Gathering gathering;
    private final boolean projectSays;
    /** Entries that are only there for an extra of the project. */
    private final Set<LockedNode> optional = new HashSet<>();

    private PoetryLockReader(Set<ExtraName> with, Gathering gathering, boolean projectSays) {
        this.with = with;
        this.gathering = gathering;
        this.projectSays = projectSays;
    }

    static void read(ForeignText file, Set<ExtraName> with, Gathering gathering) {
        ForeignTable lock = TomlReader.parse(file);
        Optional<ForeignTable> metadata = lock.table("metadata");
        // The first releases wrote none.
        String version = metadata.flatMap(found -> found.text("lock-version")).orElse("1.0");
        if (!version.matches("[12]\\.[0-9]{1,3}")) {
            throw ImportProblems.version(metadata.orElse(lock).at("lock-version"), version, "1.0 to 2.x");
        }
        file.beside("pyproject.toml").ifPresent(project -> PyprojectReader.read(project, with, gathering));
        PoetryLockReader reader = new PoetryLockReader(with, gathering, !gathering.asksForNothing());
        metadata.flatMap(found -> found.text("python-versions"))
                .flatMap(PoetryLockReader::pythons)
                .ifPresent(gathering::pythons);
        gathering.choose(with);
        for (ForeignTable entry : lock.tables("package")) {
            reader.entry(entry, metadata);
        }
        gathering.edges();
        if (!reader.projectSays) {
            gathering.needWhatNobodyNeeds(reader.optional, Map.of(), file.at(1));
            lock.table("extras").ifPresent(reader::ownExtras);
        }
    }

    private void entry(ForeignTable entry, Optional<ForeignTable> metadata) {
        PackageName name = entry.required("name", PackageName::parse);
        Optional<ForeignTable> source = entry.table("source");
        String type = source.flatMap(found -> found.text("type")).orElse("legacy");
        if (List.of("git", "directory", "file").contains(type)) {
            gathering.leave(
                    entry.place(),
                    name + " from " + source.flatMap(found -> found.text("url")).orElse(type),
                    NotCarried.UNPUBLISHED);
            return;
        }
        Optional<Optional<EnvironmentMarker>> marker = marker(entry);
        if (marker.isEmpty()) {
            return;
        }
        LockedNode node = new LockedNode(
                name,
                entry.required("version", Version::parse),
                marker.get(),
                entry.text("python-versions").flatMap(PoetryLockReader::pythons),
                type.equals("url")
                        ? Optional.empty()
                        : source.flatMap(this::index).or(() -> Optional.of(Sources.PYPI)),
                files(entry, metadata),
                needs(entry),
                entry.place());
        gathering.lock(node);
        if (entry.flag("optional") && taken(entry).stream().allMatch(group -> group.equals("main"))) {
            optional.add(node);
        }
    }

    /** The extras that the project has: those that are taken in are asked for. */
    private void ownExtras(ForeignTable extras) {
        for (String extra : extras.keys()) {
            List<ForeignTable.Item> items = extras.items(extra);
            if (with.contains(ForeignTable.parse(extra, ExtraName::parse, extras.at(extra)))) {
                items.forEach(item -> gathering.need(
                        requirement(name(item), Optional.empty(), new TreeSet<>(), Optional.empty()),
                        Optional.empty(),
                        item.place()));
            } else {
                gathering.offer(extras.at(extra), extra, items.size());
            }
        }
    }

    private Optional<String> index(ForeignTable source) {
        return source.text("reference")
                .flatMap(gathering::source)
                .or(() -> source.text("url")
                        .flatMap(url ->
                                gathering.index(source.text("reference"), url, SourceFormat.SIMPLE, source.at("url"))));
    }

    private static List<String> groups(ForeignTable entry) {
        List<String> groups = new ArrayList<>();
        entry.items("groups").forEach(item -> groups.add(item.text()));
        entry.text("category").ifPresent(groups::add);
        return groups;
    }

    /** The groups of an entry that are taken in. */
    private List<String> taken(ForeignTable entry) {
        return groups(entry).stream()
                .filter(group -> group.equals("main")
                        || with.contains(ForeignTable.parse(group, ExtraName::parse, entry.place())))
                .toList();
    }

    /** Where the groups that are taken in have an entry; nothing where none of them has it. */
    private Optional<Optional<EnvironmentMarker>> marker(ForeignTable entry) {
        List<String> groups = groups(entry);
        List<String> taken = taken(entry);
        // Before groups were written, the walk from what the project asks for says as much.
        if (!groups.isEmpty() && taken.isEmpty() && (entry.has("groups") || !projectSays)) {
            return Optional.empty();
        }
        if (!entry.has("markers")) {
            return Optional.of(Optional.empty());
        }
        if (entry.any("markers") instanceof String) {
            return Optional.of(entry.parsed("markers", ForeignMarker::parse));
        }
        ForeignTable byGroup = entry.table("markers").orElseThrow();
        List<EnvironmentMarker> markers = taken.stream()
                .flatMap(group -> byGroup.parsed(group, ForeignMarker::parse).stream())
                .toList();
        return Optional.of(markers.size() < taken.size() ? Optional.empty() : ForeignMarker.any(markers));
    }

    private static LockedFiles files(ForeignTable entry, Optional<ForeignTable> metadata) {
        List<String> files = new ArrayList<>();
        // Until 1.x they stand together at the end, those of all versions of a name in one list.
        List<ForeignTable> tables = entry.has("files")
                ? entry.tables("files")
                : metadata.flatMap(found -> found.table("files"))
                        .map(all -> all.tables(entry.text("name").orElse("")))
                        .orElse(List.of());
        tables.forEach(file -> file.text("file").ifPresent(files::add));
        return LockedFiles.of(files)
                .of(entry.required("name", PackageName::parse), entry.required("version", Version::parse));
    }

    private static List<Need> needs(ForeignTable entry) {
        SortedMap<PackageName, List<ExtraName>> optional = extras(entry);
        List<Need> needs = new ArrayList<>();
        entry.table("dependencies")
                .ifPresent(table -> table.keys().forEach(key -> {
                    PackageName name = ForeignTable.parse(key, PackageName::parse, table.at(key));
                    List<ExtraName> of = optional.getOrDefault(name, List.of());
                    for (Dependency each : dependencies(name, table, key)) {
                        // What is always needed may be listed under an extra, too.
                        if (each.optional()) {
                            of.forEach(extra -> needs.add(new Need(each.requirement(), Optional.of(extra))));
                        }
                        if (!each.optional() || of.isEmpty()) {
                            needs.add(new Need(each.requirement(), Optional.empty()));
                        }
                    }
                }));
        return needs;
    }

    /**
     * The extras to which each optional dependency belongs. Poetry copies them from the metadata as they are: an extra
     * with an invalid name is skipped, and only the name of a requirement counts, which its constraints may follow in
     * words of Poetry's own.
     */
    private static SortedMap<PackageName, List<ExtraName>> extras(ForeignTable entry) {
        SortedMap<PackageName, List<ExtraName>> optional = new TreeMap<>();
        entry.table("extras").ifPresent(extras -> {
            for (String extra : extras.keys()) {
                Optional<ExtraName> named = Valid.of(extra, ExtraName::parse);
                for (ForeignTable.Item item : extras.items(extra)) {
                    List<ExtraName> of = optional.computeIfAbsent(name(item), key -> new ArrayList<>());
                    named.ifPresent(of::add);
                }
            }
        });
        return optional;
    }

    private static PackageName name(ForeignTable.Item item) {
        Matcher matcher = REQUIREMENT.matcher(item.text());
        return ForeignTable.parse(matcher.matches() ? matcher.group(1) : item.text(), PackageName::parse, item.place());
    }

    /** What an entry needs, or may need for an extra. */
    private record Dependency(Requirement requirement, boolean optional) {}

    private static List<Dependency> dependencies(PackageName name, ForeignTable table, String key) {
        Object value = table.any(key);
        if (value instanceof String text) {
            return List.of(
                    new Dependency(requirement(name, Optional.of(text), new TreeSet<>(), Optional.empty()), false));
        }
        List<ForeignTable> tables = value instanceof LineArray
                ? table.tables(key)
                : List.of(table.table(key).orElseThrow());
        return tables.stream()
                .map(each -> new Dependency(
                        requirement(
                                name,
                                each.text("version"),
                                new TreeSet<>(each.parsedItems("extras", ExtraName::parse)),
                                each.parsed("markers", ForeignMarker::parse)),
                        each.flag("optional")))
                .toList();
    }

    private static Requirement requirement(
            PackageName name,
            Optional<String> version,
            SortedSet<ExtraName> extras,
            Optional<EnvironmentMarker> marker) {
        return new Requirement(
                name,
                extras,
                version.flatMap(PoetryLockReader::specifiers).orElse(VersionSpecifiers.ANY),
                Optional.empty(),
                marker);
    }

    /** What a constraint allows; empty where the standard has no words for it, and the lock decides all the same. */
    private static Optional<VersionSpecifiers> specifiers(String text) {
        return PoetryConstraint.standard(text).flatMap(each -> Valid.of(each, VersionSpecifiers::parse));
    }

    /** The Pythons that it is for. */
    private static Optional<VersionSpecifiers> pythons(String text) {
        return PoetryConstraint.pythons(text).flatMap(each -> Valid.of(each, VersionSpecifiers::parse));
    }
}
