// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.core.text.Valid;
import dev.zeus.wheels.core.toml.LineTable.LineArray;
import dev.zeus.wheels.core.toml.Pyproject;
import dev.zeus.wheels.core.toml.TypedToml.Text;
import dev.zeus.wheels.python.DependencyGroups;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a pyproject.toml: what the project needs, with the extras and groups that are asked for, and the tables of uv
 * and Poetry.
 *
 * <p>Standard: PEP 621, and dependency groups, PEP 735.
 */
final class PyprojectReader {
    private final ForeignTable toml;
    private final Set<ExtraName> with;
    private final OwnExtras own;
    private final Gathering gathering;

    private PyprojectReader(ForeignTable toml, Set<ExtraName> with, Gathering gathering) {
        this.toml = toml;
        this.own = OwnExtras.of(toml, with);
        this.with = own.taken();
        this.gathering = gathering;
    }

    static void read(ForeignText file, Set<ExtraName> with, Gathering gathering) {
        PyprojectReader reader = new PyprojectReader(TomlReader.parse(file), with, gathering);
        indexes(reader.toml, gathering);
        reader.project(reader.toml.pyproject());
        reader.groups();
        reader.toml.path("tool", "uv").ifPresent(uv -> {
            uv.items("constraint-dependencies").forEach(item -> gathering.constrain(requirement(item), item.place()));
            uv.items("override-dependencies").forEach(item -> gathering.override(requirement(item), item.place()));
            reader.group("dev", uv, "dev-dependencies");
            reader.options(uv);
        });
        reader.toml
                .path("tool", "pdm", "dev-dependencies")
                .ifPresent(groups -> groups.keys().forEach(group -> reader.group(group, groups, group)));
        reader.toml.path("tool", "flit", "metadata").ifPresent(reader::flit);
        reader.toml.path("tool", "poetry").ifPresent(poetry -> new PoetryTables(poetry, with, gathering).read());
    }

    private static Requirement requirement(ForeignTable.Item item) {
        return ForeignTable.parse(item.text(), Requirement::parse, item.place());
    }

    private void project(Pyproject project) {
        project.text("requires-python")
                .map(toml::item)
                .map(item -> ForeignTable.parse(item.text(), PyprojectReader::pythons, item.place()))
                .ifPresent(gathering::pythons);
        items(project.dependencies()).forEach(item -> need(requirement(item), item.place()));
        items(project.dynamic()).stream()
                .filter(item -> item.text().equals("dependencies"))
                .filter(item -> toml.path("tool", "poetry", "dependencies").isEmpty() && !readsFiles())
                .forEach(item -> gathering.leave(
                        item.place(), "dynamic = dependencies", "only running its build tells them; import its lock"));
        Optional<ForeignTable> extras = toml.path("project", "optional-dependencies");
        project.optionalDependencies()
                .forEach((extra, texts) -> extras.ifPresent(table -> group(extra, table.at(extra), items(texts))));
    }

    private List<ForeignTable.Item> items(List<Text> texts) {
        return texts.stream().map(toml::item).toList();
    }

    /** Poetry takes its own form there, too: {@code 3.13.*}. */
    private static VersionSpecifiers pythons(String text) {
        try {
            return VersionSpecifiers.parse(text);
        } catch (PackagingParseException e) {
            return VersionSpecifiers.parse(PoetryConstraint.pythons(text).orElseThrow(() -> e));
        }
    }

    /** Where a build reads them from files that pip could read. */
    private boolean readsFiles() {
        Optional<ForeignTable> dynamic = toml.path("tool", "setuptools", "dynamic", "dependencies");
        if (dynamic.filter(table -> table.has("file")).isEmpty()) {
            return false;
        }
        ForeignTable table = dynamic.get();
        List<ForeignTable.Item> files = table.any("file") instanceof String name
                ? List.of(new ForeignTable.Item(name, table.at("file")))
                : table.items("file");
        files.forEach(item -> RequirementsReader.read(
                ForeignText.included(
                        toml.file().path(item.text(), item.place()), toml.file().project(), item.place()),
                gathering));
        return true;
    }

    /** The tables that flit had before the standard's. */
    private void flit(ForeignTable flit) {
        flit.parsed("requires-python", VersionSpecifiers::parse).ifPresent(gathering::pythons);
        flit.items("requires").forEach(item -> need(requirement(item), item.place()));
        flit.table("requires-extra").ifPresent(extras -> extras.keys().forEach(extra -> group(extra, extras, extra)));
    }

    /** Texts under a key that are an extra or a group. */
    private void group(String name, ForeignTable table, String key) {
        group(name, table.at(key), table.items(key));
    }

    private void group(String name, Place place, List<ForeignTable.Item> items) {
        if (with.contains(ForeignTable.parse(name, ExtraName::parse, place))) {
            items.stream()
                    .filter(item -> !isEditable(item.text(), item.place()))
                    .forEach(item -> need(requirement(item), item.place()));
        } else if (!items.isEmpty()) {
            gathering.offer(place, name, items.size());
        }
    }

    /** PDM has folders among the requirements of its groups, as pip writes them; they are listed. */
    private boolean isEditable(Object item, Place place) {
        boolean editable = item instanceof String text && text.startsWith("-e ");
        if (editable) {
            gathering.leave(
                    place,
                    String.valueOf(item),
                    "a folder or repository is no wheel; import its pyproject.toml, or declare a @CustomPackage");
        }
        return editable;
    }

    private void groups() {
        Optional<ForeignTable> table = toml.table("dependency-groups");
        if (table.isEmpty()) {
            return;
        }
        Map<String, List<?>> written = new LinkedHashMap<>();
        for (String key : table.get().keys()) {
            Place line = table.get().at(key);
            written.put(
                    key,
                    table.get().plain(key).stream()
                            .filter(item -> !isEditable(item, line))
                            .toList());
        }
        Place place = toml.at("dependency-groups");
        try {
            DependencyGroups groups = DependencyGroups.of(written);
            groups.groups().forEach((name, entries) -> {
                if (with.contains(name)) {
                    groups.requirements(name).forEach(each -> need(each, place));
                } else {
                    gathering.offer(place, name.value(), entries.size());
                }
            });
        } catch (PackagingParseException e) {
            throw ImportProblems.malformed(place, String.valueOf(e.getMessage()));
        }
    }

    private void options(ForeignTable uv) {
        if (uv.any("prerelease", "").equals("allow")) {
            gathering.prereleases();
        }
        if (uv.any("environments", "") instanceof LineArray) {
            gathering.environments(uv.items("environments"));
        }
        uv.parsedItems("no-binary-package", PackageName::parse).forEach(gathering::build);
        for (String key : List.of("extra-index-url", "find-links")) {
            for (ForeignTable.Item item : uv.items(key)) {
                gathering
                        .index(
                                Optional.empty(),
                                item.text(),
                                key.equals("find-links") ? SourceFormat.FLAT : SourceFormat.SIMPLE,
                                item.place())
                        .ifPresent(name -> gathering.leave(
                                item.place(),
                                key,
                                "the source \"" + name
                                        + "\" is declared; say source = … where a package comes from it"));
            }
        }
        for (String key : List.of("resolution", "exclude-newer")) {
            if (uv.any(key, false) instanceof String value) {
                gathering.leave(
                        uv.at(key),
                        key + " = " + value,
                        "say " + (key.equals("resolution") ? "strategy" : "excludeNewer")
                                + " = … of @WheelSet where the next versions are to follow it");
            }
        }
    }

    /** The indexes of a project, by the names that it has for them. */
    static void indexes(ForeignText file, Gathering gathering) {
        indexes(TomlReader.parse(file), gathering);
    }

    private static void indexes(ForeignTable toml, Gathering gathering) {
        toml.path("tool", "uv").ifPresent(uv -> {
            uv.text("index-url")
                    .flatMap(url -> gathering.index(Optional.empty(), url, SourceFormat.SIMPLE, uv.at("index-url")))
                    .ifPresent(gathering::usual);
            for (ForeignTable index : uv.tables("index")) {
                index.text("url")
                        .flatMap(url -> gathering.index(index.text("name"), url, SourceFormat.SIMPLE, index.at("url")))
                        .filter(name -> index.flag("default"))
                        .ifPresent(gathering::usual);
            }
        });
        toml.path("tool", "pdm").ifPresent(pdm -> {
            for (ForeignTable index : pdm.tables("source")) {
                // The one called pypi replaces the public one.
                index.text("url")
                        .flatMap(url -> gathering.index(index.text("name"), url, SourceFormat.SIMPLE, index.at("url")))
                        .filter(name -> index.text("name").orElse("").equals("pypi"))
                        .ifPresent(gathering::usual);
            }
        });
        toml.path("tool", "poetry").ifPresent(poetry -> {
            for (ForeignTable index : poetry.tables("source")) {
                index.text("url")
                        .flatMap(url -> gathering.index(index.text("name"), url, SourceFormat.SIMPLE, index.at("url")))
                        .filter(name -> List.of("primary", "default")
                                .contains(index.text("priority").orElse("primary")))
                        .ifPresent(gathering::usual);
            }
        });
    }

    /** A requirement, from where uv's table of sources says. */
    private void need(Requirement requirement, Place place) {
        if (own.isOwn(requirement)) {
            return;
        }
        Optional<ForeignTable> sources = toml.path("tool", "uv", "sources");
        String key = sources.stream()
                .flatMap(table -> table.keys().stream())
                .filter(name -> isName(name, requirement.name()))
                .findFirst()
                .orElse("");
        if (key.isEmpty() || sources.isEmpty()) {
            gathering.need(requirement, Optional.empty(), place);
            return;
        }
        if (sources.get().any(key) instanceof ForeignTable source) {
            from(source, key, requirement, place);
            return;
        }
        // The first that holds on a target counts there; where none does, it comes from the usual one.
        boolean rest = true;
        for (ForeignTable source : sources.get().tables(key)) {
            boolean counts = Stream.of("extra", "group")
                    .flatMap(kind -> source.parsed(kind, ExtraName::parse).stream())
                    .allMatch(with::contains);
            if (counts) {
                Optional<EnvironmentMarker> marker = source.parsed("marker", EnvironmentMarker::parse);
                rest &= from(source, key, where(requirement, marker), place);
            }
        }
        if (rest) {
            gathering.need(requirement, Optional.empty(), place);
        }
    }

    private static Requirement where(Requirement requirement, Optional<EnvironmentMarker> marker) {
        return new Requirement(
                requirement.name(),
                requirement.extras(),
                requirement.specifiers(),
                requirement.url(),
                Stream.concat(requirement.marker().stream(), marker.stream()).reduce(EnvironmentMarker::and));
    }

    /** Takes a package from one source; false if that source cannot be declared. */
    private boolean from(ForeignTable source, String key, Requirement requirement, Place place) {
        Optional<String> index = source.text("index").flatMap(gathering::source);
        if (index.isPresent()) {
            gathering.need(requirement, index, place);
        } else if (source.text("url").isPresent()) {
            gathering.need(
                    new Requirement(
                            requirement.name(),
                            requirement.extras(),
                            VersionSpecifiers.parse(""),
                            source.text("url"),
                            requirement.marker()),
                    Optional.empty(),
                    source.at("url"));
        } else {
            gathering.leave(
                    source.place(),
                    key,
                    source.text("index")
                            .map(name -> "nothing says where its index \"" + name + "\" is")
                            .orElse(
                                    "it comes from a repository, a folder or the workspace, and only wheels are declared"));
            return false;
        }
        return true;
    }

    private static boolean isName(String text, PackageName name) {
        return Valid.of(text, PackageName::parse).filter(name::equals).isPresent();
    }
}
