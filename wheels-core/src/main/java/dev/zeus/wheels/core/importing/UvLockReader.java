// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.importing.LockedNode.Need;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads a uv.lock: what the project and the members of its workspace ask for, and the version of each package in each
 * of its forks.
 *
 * <p>Standard: none; the format is uv's, version 1 with its revisions.
 */
final class UvLockReader {
    private final Set<ExtraName> with;
    private final Gathering gathering;
    private final Set<PackageName> locals = new HashSet<>();

    private UvLockReader(Set<ExtraName> with, Gathering gathering) {
        this.with = new TreeSet<>(with);
        this.gathering = gathering;
    }

    static void read(ForeignText file, Set<ExtraName> with, Gathering gathering) {
        ForeignTable lock = TomlReader.parse(file);
        Object version = lock.any("version");
        if (!version.equals(1L)) {
            throw ImportProblems.version(lock.at("version"), String.valueOf(version), "1");
        }
        // The project says what its indexes are called.
        file.beside("pyproject.toml").ifPresent(project -> PyprojectReader.indexes(project, gathering));
        UvLockReader reader = new UvLockReader(with, gathering);
        lock.parsed("requires-python", VersionSpecifiers::parse).ifPresent(gathering::pythons);
        gathering.edges();
        gathering.environments(lock.items("supported-markers"));
        lock.table("manifest").ifPresent(reader::manifest);
        lock.table("options").ifPresent(reader::options);
        lock.tables("package").forEach(reader::entry);
        gathering.usualOfLocked();
    }

    /** What holds for the whole lock, and what a script without a project asks for. */
    private void manifest(ForeignTable manifest) {
        requirements(manifest, "constraints").forEach(each -> gathering.constrain(each, manifest.at("constraints")));
        requirements(manifest, "overrides").forEach(each -> gathering.override(each, manifest.at("overrides")));
        for (ForeignTable wish : manifest.tables("requirements")) {
            wish(wish);
            gathering.root(requirement(wish));
        }
        manifest.table("dependency-groups")
                .ifPresent(groups -> groups.keys().forEach(group -> {
                    List<ForeignTable> wishes = groups.tables(group);
                    if (taken(group, groups.at(group), wishes.size())) {
                        wishes.forEach(wish -> {
                            wish(wish);
                            gathering.root(requirement(wish));
                        });
                    }
                }));
    }

    private void options(ForeignTable options) {
        options.text("prerelease-mode").ifPresent(mode -> {
            if (mode.equals("allow")) {
                gathering.prereleases();
            }
        });
        // Of a span, the time beside it says nothing.
        String newer = options.has("exclude-newer-span") ? "exclude-newer-span" : "exclude-newer";
        for (String key : List.of("resolution-mode", newer, "fork-strategy")) {
            options.text(key)
                    .ifPresent(value -> gathering.leave(
                            options.at(key),
                            key + " = " + value,
                            key.equals("fork-strategy")
                                    ? "each target is resolved as the environment it is"
                                    : "say " + (key.equals(newer) ? "excludeNewer" : "strategy")
                                            + " = … of @WheelSet where the next versions are to follow it"));
        }
    }

    private List<Requirement> requirements(ForeignTable table, String key) {
        return table.tables(key).stream().map(this::requirement).toList();
    }

    private void entry(ForeignTable entry) {
        PackageName name = entry.required("name", PackageName::parse);
        ForeignTable source = entry.table("source")
                .orElseThrow(() -> ImportProblems.malformed(entry.place(), "\"source\" is missing"));
        if (source.has("virtual") || source.has("editable") || source.has("directory")) {
            local(name, entry, source);
            return;
        }
        Optional<Version> version = entry.parsed("version", Version::parse);
        if (source.has("git") || source.has("path") || version.isEmpty()) {
            gathering.leave(entry.place(), name.value(), NotCarried.UNPUBLISHED_PACKAGE);
            return;
        }
        gathering.lock(new LockedNode(
                name,
                version.get(),
                ForeignMarker.any(entry.parsedItems(
                        entry.has("resolution-markers") ? "resolution-markers" : "environment-markers",
                        ForeignMarker::parse)),
                Optional.empty(),
                source.text("registry").flatMap(url -> gathering.lockedFrom(url, source.at("registry"))),
                files(entry),
                needs(entry),
                entry.place()));
    }

    private static LockedFiles files(ForeignTable entry) {
        List<String> files = new ArrayList<>();
        entry.table("sdist").ifPresent(sdist -> file(sdist).ifPresent(files::add));
        entry.tables("wheels").forEach(wheel -> file(wheel).ifPresent(files::add));
        return LockedFiles.of(files);
    }

    private static Optional<String> file(ForeignTable file) {
        return file.text("filename").or(() -> file.text("url")).or(() -> file.text("path"));
    }

    private List<Need> needs(ForeignTable entry) {
        List<Need> needs = new ArrayList<>();
        entry.tables("dependencies").forEach(edge -> needs.add(new Need(requirement(edge), Optional.empty())));
        entry.table("optional-dependencies")
                .ifPresent(extras -> extras.keys().forEach(extra -> {
                    Optional<ExtraName> named =
                            Optional.of(ForeignTable.parse(extra, ExtraName::parse, extras.at(extra)));
                    extras.tables(extra).forEach(edge -> needs.add(new Need(requirement(edge), named)));
                }));
        return needs;
    }

    /** The project itself, a member of its workspace, or a folder it needs: what that asks for is asked for. */
    private void local(PackageName name, ForeignTable entry, ForeignTable source) {
        ofItself(name, entry);
        for (ExtraName chosen : with) {
            // What uv calls extras and groups where two of them exclude each other.
            String rest = "-" + name.value().length() + "-" + name.value() + "-" + chosen.value();
            gathering.chooseScoped(Set.of(ExtraName.parse("extra" + rest), ExtraName.parse("group" + rest)));
        }
        entry.tables("dependencies").forEach(edge -> gathering.root(requirement(edge)));
        for (String key : List.of("optional-dependencies", "dev-dependencies")) {
            entry.table(key)
                    .ifPresent(groups -> groups.keys().forEach(group -> {
                        if (taken(group, groups.at(group), groups.tables(group).size())) {
                            groups.tables(group).forEach(edge -> gathering.root(requirement(edge)));
                        }
                    }));
        }
        Optional<ForeignTable> metadata = entry.table("metadata");
        if (metadata.isEmpty()) {
            entry.tables("dependencies").forEach(this::wish);
        }
        metadata.ifPresent(said -> {
            said.tables("requires-dist").forEach(this::wish);
            said.table("requires-dev")
                    .ifPresent(groups -> groups.keys().stream()
                            .filter(group ->
                                    with.contains(ForeignTable.parse(group, ExtraName::parse, groups.at(group))))
                            .forEach(group -> groups.tables(group).forEach(this::wish)));
        });
        source.text("directory")
                .ifPresent(folder -> gathering.leave(
                        entry.place(),
                        name + " from " + folder,
                        "a folder of this machine is no wheel; what it needs is declared, it may be a @CustomPackage"));
    }

    /** An extra may be of other extras of the same project. */
    private void ofItself(PackageName name, ForeignTable entry) {
        Map<ExtraName, List<ForeignTable>> wishes = new HashMap<>();
        entry.table("metadata").stream()
                .flatMap(said -> said.tables("requires-dist").stream())
                .filter(wish -> wish.required("name", PackageName::parse).equals(name))
                .forEach(wish -> wish.text("marker")
                        .flatMap(ForeignMarker.OfExtra::of)
                        .flatMap(ForeignMarker.OfExtra::extra)
                        .ifPresent(extra -> wishes.computeIfAbsent(extra, key -> new ArrayList<>())
                                .add(wish)));
        // Each extra is looked at once, however long the chain of those that ask for one another.
        Deque<ExtraName> open = new ArrayDeque<>(with);
        while (!open.isEmpty()) {
            for (ForeignTable wish : wishes.getOrDefault(open.remove(), List.of())) {
                requirement(wish).extras().stream().filter(with::add).forEach(open::add);
            }
        }
        locals.add(name);
    }

    private boolean taken(String group, Place place, int size) {
        if (with.contains(ForeignTable.parse(group, ExtraName::parse, place))) {
            return true;
        }
        gathering.offer(place, group, size);
        return false;
    }

    /** What a project asks for, where it is not part of an extra that is left out. */
    private void wish(ForeignTable wish) {
        Optional<String> marker = wish.text("marker");
        Optional<ForeignMarker.OfExtra> under = marker.flatMap(ForeignMarker.OfExtra::of);
        if (marker.isPresent() && under.isEmpty()) {
            gathering.leave(
                    wish.place(), requirement(wish).name() + " ; " + marker.get(), "its marker has several extras");
            return;
        }
        if (!under.flatMap(ForeignMarker.OfExtra::extra).map(with::contains).orElse(true)
                || locals.contains(wish.required("name", PackageName::parse))
                || wish.has("virtual")
                || wish.has("editable")
                || wish.has("directory")
                || wish.has("workspace")) {
            return;
        }
        Requirement plain = requirement(wish);
        Optional<String> address = wish.text("git")
                .map(url -> "git+" + url)
                .or(() -> wish.text("url"))
                .or(() -> wish.text("path").map(path -> "file:" + path));
        Optional<String> index = wish.text("index").flatMap(url -> gathering.lockedFrom(url, wish.at("index")));
        gathering.need(
                new Requirement(
                        plain.name(),
                        plain.extras(),
                        wish.parsed("specifier", VersionSpecifiers::parse).orElse(VersionSpecifiers.ANY),
                        address,
                        under.flatMap(ForeignMarker.OfExtra::rest)
                                .map(text -> ForeignTable.parse(text, EnvironmentMarker::parse, wish.at("marker")))),
                index,
                wish.place());
    }

    /** An edge, to exactly the version that it names. */
    private Requirement requirement(ForeignTable edge) {
        SortedSet<ExtraName> extras =
                new TreeSet<>(edge.parsedItems(edge.has("extra") ? "extra" : "extras", ExtraName::parse));
        VersionSpecifiers specifiers = edge.parsed("version", Version::parse)
                .map(version -> VersionSpecifiers.parse("===" + version))
                .or(() -> edge.parsed("specifier", VersionSpecifiers::parse))
                .orElse(VersionSpecifiers.ANY);
        return new Requirement(
                edge.required("name", PackageName::parse),
                extras,
                specifiers,
                Optional.empty(),
                edge.parsed("marker", ForeignMarker::parse));
    }
}
