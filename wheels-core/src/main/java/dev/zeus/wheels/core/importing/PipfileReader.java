// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads a Pipfile, and a Pipfile.lock with the Pipfile beside it for what the project asks for.
 *
 * <p>Standard: none; the format is Pipenv's, version 6.
 */
final class PipfileReader {
    /** The only version of the format that Pipenv has released locks with since 2017. */
    private static final long KNOWN = 6;

    /** What Pipenv takes for a marker where it is a key of its own. */
    private static final List<String> MARKERS = EnvironmentMarker.variables();

    /** Keys of an entry that comes from no index. */
    private static final List<String> LOCAL = List.of("path", "editable", "git", "hg", "svn", "bzr");

    private final Set<ExtraName> with;
    private final Gathering gathering;

    private PipfileReader(Set<ExtraName> with, Gathering gathering) {
        this.with = with;
        this.gathering = gathering;
    }

    static void read(ForeignText file, Set<ExtraName> with, Gathering gathering) {
        new PipfileReader(with, gathering).project(TomlReader.parse(file));
    }

    static void readLock(ForeignText file, Set<ExtraName> with, Gathering gathering) {
        ForeignTable lock = JsonReader.parse(file);
        ForeignTable meta =
                lock.table("_meta").orElseThrow(() -> ImportProblems.malformed(file.at(1), "\"_meta\" is missing"));
        Object version = meta.any("pipfile-spec");
        if (!(version instanceof Number number) || number.longValue() != KNOWN) {
            throw ImportProblems.version(meta.at("pipfile-spec"), String.valueOf(version), String.valueOf(KNOWN));
        }
        PipfileReader reader = new PipfileReader(with, gathering);
        file.beside("Pipfile").ifPresent(project -> reader.project(TomlReader.parse(project)));
        boolean projectSays = !gathering.asksForNothing();
        if (!projectSays) {
            reader.head(meta.table("requires"), meta.tables("sources"));
        }
        for (String section : lock.keys()) {
            if (section.equals("default") || (!section.equals("_meta") && reader.taken(section, lock.at(section)))) {
                lock.table(section).ifPresent(table -> reader.locked(table, projectSays));
            } else if (!section.equals("_meta") && !projectSays) {
                lock.table(section)
                        .filter(table -> !table.keys().isEmpty())
                        .ifPresent(table -> gathering.offer(
                                lock.at(section), section, table.keys().size()));
            }
        }
    }

    /** Of the development packages, the lock has another name than the Pipfile. */
    private boolean taken(String section, Place place) {
        String group = List.of("develop", "dev-packages").contains(section) ? "dev" : section;
        return with.contains(ForeignTable.parse(group, ExtraName::parse, place));
    }

    private void project(ForeignTable pipfile) {
        head(pipfile.table("requires"), pipfile.tables("source"));
        for (String section : pipfile.keys()) {
            if (!(pipfile.any(section) instanceof ForeignTable table)
                    || List.of("requires", "scripts", "pipenv").contains(section)) {
                continue;
            }
            if (section.equals("packages") || taken(section, pipfile.at(section))) {
                table.keys().forEach(key -> wish(table, key));
            } else if (!table.keys().isEmpty()) {
                gathering.offer(
                        pipfile.at(section),
                        section.equals("dev-packages") ? "dev" : section,
                        table.keys().size());
            }
        }
        pipfile.table("pipenv").filter(own -> own.flag("allow_prereleases")).ifPresent(own -> gathering.prereleases());
    }

    private void head(Optional<ForeignTable> requires, List<ForeignTable> sources) {
        requires.ifPresent(table -> table.text("python_full_version")
                .or(() -> table.text("python_version"))
                .filter(text -> text.matches("[0-9]+\\.[0-9]+(\\.[0-9]+)*"))
                .map(text -> text.split("\\.", -1))
                .ifPresent(numbers ->
                        gathering.pythons(VersionSpecifiers.parse("==" + numbers[0] + "." + numbers[1] + ".*"))));
        boolean first = true;
        for (ForeignTable source : sources) {
            Optional<String> name = source.text("url")
                    .flatMap(url -> gathering.index(source.text("name"), url, SourceFormat.SIMPLE, source.at("url")));
            if (first) {
                name.ifPresent(gathering::usual);
            }
            first = false;
        }
    }

    private void wish(ForeignTable table, String key) {
        Place place = table.at(key);
        PackageName name = ForeignTable.parse(key, PackageName::parse, place);
        if (table.any(key) instanceof String) {
            specifiers(table.text(key).orElseThrow(), place)
                    .ifPresent(versions -> gathering.need(
                            new Requirement(name, new TreeSet<>(), versions, Optional.empty(), Optional.empty()),
                            Optional.empty(),
                            place));
            return;
        }
        ForeignTable wish = table.table(key)
                .orElseThrow(() -> ImportProblems.malformed(place, "\"" + key + "\" is neither text nor a table"));
        SortedSet<ExtraName> extras = new TreeSet<>(wish.parsedItems("extras", ExtraName::parse));
        Optional<String> address = wish.text("git")
                .map(url -> "git+" + url)
                .or(() -> wish.text("file"))
                .or(() -> wish.text("path").map(path -> "file:" + path));
        specifiers(wish.text("version").orElse("*"), place)
                .ifPresent(versions -> gathering.need(
                        new Requirement(
                                name,
                                extras,
                                address.isPresent() ? VersionSpecifiers.ANY : versions,
                                address,
                                marker(wish)),
                        wish.text("index").flatMap(gathering::source),
                        place));
    }

    private static Optional<EnvironmentMarker> marker(ForeignTable wish) {
        List<EnvironmentMarker> all = new ArrayList<>();
        wish.parsed("markers", EnvironmentMarker::parse).ifPresent(all::add);
        for (String variable : MARKERS) {
            wish.text(variable)
                    .map(test -> ForeignTable.parse(variable + " " + test, EnvironmentMarker::parse, wish.at(variable)))
                    .ifPresent(all::add);
        }
        return all.stream().reduce(EnvironmentMarker::and);
    }

    private Optional<VersionSpecifiers> specifiers(String text, Place place) {
        Optional<String> standard = PoetryConstraint.standard(text);
        if (standard.isEmpty()) {
            gathering.leave(place, text, "it has no standard form; declare the versions you want");
        }
        return standard.map(each -> ForeignTable.parse(each, VersionSpecifiers::parse, place));
    }

    private void locked(ForeignTable section, boolean projectSays) {
        // What the project asks for has an index; releases before 2023 wrote that of every package.
        boolean marksDirect = section.keys().stream()
                .anyMatch(key ->
                        section.table(key).filter(entry -> entry.has("index")).isPresent());
        for (String key : section.keys()) {
            Place place = section.at(key);
            PackageName name = ForeignTable.parse(key, PackageName::parse, place);
            ForeignTable entry = section.table(key).orElseThrow();
            Optional<String> version = entry.text("version").filter(text -> text.startsWith("=="));
            // One of a folder or a repository may have a version, too, which no index need have.
            if (version.isEmpty() || LOCAL.stream().anyMatch(entry::has)) {
                gathering.leave(place, key, NotCarried.UNPUBLISHED);
                continue;
            }
            LockedNode node = new LockedNode(
                    name,
                    ForeignTable.parse(version.get().replaceFirst("^={2,3}", ""), Version::parse, place),
                    entry.parsed("markers", EnvironmentMarker::parse),
                    Optional.empty(),
                    entry.text("index").flatMap(gathering::source),
                    LockedFiles.UNKNOWN,
                    List.of(),
                    place);
            gathering.lock(node);
            if (!projectSays && (!marksDirect || entry.has("index"))) {
                gathering.need(node, new TreeSet<>(entry.parsedItems("extras", ExtraName::parse)));
            }
        }
    }
}
