// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

import dev.zeus.wheels.core.project.ToolSource.Kind;
import dev.zeus.wheels.core.text.Valid;
import dev.zeus.wheels.core.toml.LineTable;
import dev.zeus.wheels.core.toml.LineTable.LineArray;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads where uv, Poetry and PDM take the requirements of a project from; what is odd there is for the tool to judge.
 */
final class ToolSourcesReader {
    private final OwnToml toml;
    private final Set<PackageName> required;
    private final List<ToolSource> sources = new ArrayList<>();

    private ToolSourcesReader(OwnToml toml, Set<PackageName> required) {
        this.toml = toml;
        this.required = required;
    }

    /** The sources of what a project requires. */
    static List<ToolSource> read(OwnToml toml, Set<PackageName> required) {
        ToolSourcesReader reader = new ToolSourcesReader(toml, required);
        reader.entries(List.of("tool", "uv", "sources"), "index", reader.indexes("tool", "uv", "index"));
        reader.entries(List.of("tool", "poetry", "dependencies"), "source", reader.indexes("tool", "poetry", "source"));
        reader.pdm();
        return reader.sources;
    }

    /** Addresses of indexes by name. */
    private Map<String, String> indexes(String... path) {
        Map<String, String> indexes = new TreeMap<>();
        for (LineTable index : toml.tablesOfTool(path)) {
            text(index, "name").ifPresent(name -> text(index, "url").ifPresent(url -> indexes.put(name, url)));
        }
        return indexes;
    }

    private void entries(List<String> table, String index, Map<String, String> indexes) {
        for (String key : toml.keysOfTool(table)) {
            Optional<PackageName> name = Valid.of(key, PackageName::parse);
            if (name.isEmpty()) {
                continue;
            }
            List<String> path = new ArrayList<>(table);
            path.add(key);
            toml.tablesOfTool(path.toArray(String[]::new))
                    .forEach(entry -> entry(name.get(), entry, index, indexes, path));
        }
    }

    private void entry(
            PackageName name, LineTable entry, String index, Map<String, String> indexes, List<String> path) {
        Optional<EnvironmentMarker> marker = text(entry, "marker")
                .or(() -> text(entry, "markers"))
                .flatMap(written -> Valid.of(written, EnvironmentMarker::parse));
        String table = String.join(".", path.subList(0, path.size() - 1));
        if (entry.at(List.of("workspace"), Boolean.class).orElse(false)) {
            add(new ToolSource(name, Kind.WORKSPACE, "", Optional.empty(), marker, toml.at(path), table));
        }
        new TreeMap<>(Map.of("git", Kind.GIT, "path", Kind.PATH, "url", Kind.URL, index, Kind.INDEX))
                .forEach((key, kind) -> text(entry, key)
                        .ifPresent(value -> add(new ToolSource(
                                name,
                                kind,
                                value,
                                Optional.ofNullable(kind == Kind.INDEX ? indexes.get(value) : null),
                                marker,
                                toml.at(path),
                                table))));
    }

    /** PDM has patterns of names at its indexes, and addresses among its overrides. */
    private void pdm() {
        List<String> table = List.of("tool", "pdm", "source");
        for (LineTable index : toml.tablesOfTool(table.toArray(String[]::new))) {
            List<String> patterns = index.at(List.of("include_packages"), LineArray.class)
                    .map(array -> array.all(String.class))
                    .orElse(List.of());
            for (PackageName name : required) {
                if (patterns.stream().anyMatch(pattern -> fits(pattern, name))) {
                    add(new ToolSource(
                            name,
                            Kind.INDEX,
                            text(index, "name").orElse(""),
                            text(index, "url"),
                            Optional.empty(),
                            toml.at(table),
                            String.join(".", table)));
                }
            }
        }
        List<String> overrides = List.of("tool", "pdm", "resolution", "overrides");
        for (String key : toml.keysOfTool(overrides)) {
            List<String> path = new ArrayList<>(overrides);
            path.add(key);
            Optional<String> value =
                    toml.ofTool(path.toArray(String[]::new)).map(Located::value).filter(text -> text.contains("://"));
            Valid.of(key, PackageName::parse)
                    .flatMap(name -> value.map(text -> new ToolSource(
                            name,
                            text.startsWith("git+") ? Kind.GIT : Kind.URL,
                            text,
                            Optional.empty(),
                            Optional.empty(),
                            toml.at(path),
                            String.join(".", overrides))))
                    .ifPresent(this::add);
        }
    }

    /** Whether a name fits a pattern with asterisks. */
    private static boolean fits(String pattern, PackageName name) {
        String[] parts = pattern.replace('_', '-').split("\\*", -1);
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            int found = name.value().indexOf(parts[i], at);
            if (found < 0 || (i == 0 && found > 0)) {
                return false;
            }
            at = found + parts[i].length();
        }
        return at == name.value().length() || parts[parts.length - 1].isEmpty();
    }

    private void add(ToolSource source) {
        if (required.contains(source.name())) {
            sources.add(source);
        }
    }

    private static Optional<String> text(LineTable table, String key) {
        return table.at(List.of(key), String.class);
    }
}
