// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.toml.LineTable.LineArray;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the tables that Poetry has for dependencies beside the standard's. */
final class PoetryTables {
    private final ForeignTable poetry;
    private final Set<ExtraName> with;
    private final Gathering gathering;
    /** What the extras ask for that are taken in, once it was asked for. */
    private Optional<Set<PackageName>> ofTakenExtras = Optional.empty();

    PoetryTables(ForeignTable poetry, Set<ExtraName> with, Gathering gathering) {
        this.poetry = poetry;
        this.with = with;
        this.gathering = gathering;
    }

    void read() {
        poetry.table("dependencies").ifPresent(this::table);
        poetry.table("dev-dependencies").ifPresent(table -> group("dev", table));
        poetry.table("group")
                .ifPresent(groups -> groups.keys()
                        .forEach(name -> groups.path(name, "dependencies").ifPresent(table -> group(name, table))));
    }

    private void group(String name, ForeignTable table) {
        if (with.contains(
                ForeignTable.parse(name, ExtraName::parse, table.file().at(table.line())))) {
            table(table);
        } else {
            gathering.offer(table.file().at(table.line()), name, table.keys().size());
        }
    }

    private void table(ForeignTable table) {
        for (String key : table.keys()) {
            Place place = table.at(key);
            Object value = table.any(key);
            if (key.equals("python")) {
                table.text("python").flatMap(text -> pythons(key, text, place)).ifPresent(gathering::pythons);
            } else if (value instanceof LineArray) {
                table.tables(key).forEach(each -> dependency(key, each, place));
            } else if (value instanceof ForeignTable) {
                dependency(key, table.table(key).orElseThrow(), place);
            } else {
                table.text(key)
                        .flatMap(text -> specifiers(key, text, place))
                        .ifPresent(specifiers -> need(key, specifiers, new TreeSet<>(), Optional.empty(), place));
            }
        }
    }

    private void dependency(String name, ForeignTable table, Place place) {
        if (table.flag("optional") && !isOfTakenExtra(name, place)) {
            gathering.leave(
                    place, name, "it is of an extra of the project; take that in with -Dwheels.importWith=NAME");
            return;
        }
        SortedSet<ExtraName> extras = new TreeSet<>(table.parsedItems("extras", ExtraName::parse));
        Optional<EnvironmentMarker> marker = table.parsed("markers", EnvironmentMarker::parse);
        Optional<String> python = table.text("python");
        if (python.isPresent()) {
            Optional<EnvironmentMarker> own =
                    pythons(name, python.get(), table.at("python")).map(PoetryTables::marker);
            marker = marker.isPresent() && own.isPresent()
                    ? Optional.of(marker.get().and(own.get()))
                    : marker.or(() -> own);
        }
        Optional<EnvironmentMarker> platform = table.text("platform").map(PoetryTables::platform);
        if (platform.isPresent()) {
            marker =
                    Optional.of(marker.map(before -> before.and(platform.get())).orElse(platform.get()));
        }
        if (table.has("git") || table.has("path") || table.has("file")) {
            gathering.leave(place, name, NotCarried.UNPUBLISHED);
        } else if (table.text("url").isPresent()) {
            gathering.need(
                    new Requirement(parse(name, place), extras, VersionSpecifiers.parse(""), table.text("url"), marker),
                    Optional.empty(),
                    place);
        } else {
            Optional<EnvironmentMarker> where = marker;
            Optional<String> source = table.text("source").flatMap(gathering::source);
            specifiers(name, table.text("version").orElse("*"), place)
                    .ifPresent(specifiers -> gathering.need(
                            new Requirement(parse(name, place), extras, specifiers, Optional.empty(), where),
                            source,
                            place));
        }
    }

    private boolean isOfTakenExtra(String name, Place place) {
        PackageName wanted = parse(name, place);
        if (ofTakenExtras.isEmpty()) {
            ofTakenExtras = Optional.of(poetry.table("extras").stream()
                    .flatMap(extras -> extras.keys().stream()
                            .filter(extra ->
                                    with.contains(ForeignTable.parse(extra, ExtraName::parse, extras.at(extra))))
                            .flatMap(extra -> extras.parsedItems(extra, Requirement::parse).stream()))
                    .map(Requirement::name)
                    .collect(Collectors.toSet()));
        }
        return ofTakenExtras.get().contains(wanted);
    }

    /** {@code darwin || linux}: one of several systems. */
    private static EnvironmentMarker platform(String text) {
        return Arrays.stream(text.split("\\|\\|?", -1))
                .map(each -> each.strip().replaceAll("[^A-Za-z0-9]", ""))
                .map(each -> EnvironmentMarker.parse("sys_platform == '" + each + "'"))
                .reduce(EnvironmentMarker::or)
                .orElseThrow();
    }

    /** The marker of the Pythons that a specifier allows. */
    private static EnvironmentMarker marker(VersionSpecifiers pythons) {
        String[] parts = pythons.toString().split(",", -1);
        Optional<EnvironmentMarker> all = Optional.empty();
        for (String part : parts) {
            int end = 0;
            while (end < part.length() && "<>=!~".indexOf(part.charAt(end)) >= 0) {
                end++;
            }
            String text = "python_full_version " + part.substring(0, end) + " '" + part.substring(end) + "'";
            EnvironmentMarker one = EnvironmentMarker.parse(text);
            all = Optional.of(all.map(before -> before.and(one)).orElse(one));
        }
        return all.orElseThrow();
    }

    private void need(
            String name,
            VersionSpecifiers specifiers,
            SortedSet<ExtraName> extras,
            Optional<EnvironmentMarker> marker,
            Place place) {
        gathering.need(
                new Requirement(parse(name, place), extras, specifiers, Optional.empty(), marker),
                Optional.empty(),
                place);
    }

    private static PackageName parse(String name, Place place) {
        return ForeignTable.parse(name, PackageName::parse, place);
    }

    private Optional<VersionSpecifiers> pythons(String name, String text, Place place) {
        return PoetryConstraint.pythons(text)
                .map(each -> ForeignTable.parse(each, VersionSpecifiers::parse, place))
                .or(() -> specifiers(name, text, place));
    }

    private Optional<VersionSpecifiers> specifiers(String name, String text, Place place) {
        Optional<String> standard = PoetryConstraint.standard(text);
        if (standard.isEmpty()) {
            gathering.leave(
                    place,
                    name + " " + text,
                    "versions that \"||\" joins have no standard form; declare the ones you want");
        }
        return standard.map(each -> ForeignTable.parse(each, VersionSpecifiers::parse, place));
    }
}
