// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.importing.LockedNode.Need;
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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a pdm.lock, with the pyproject.toml beside it for what the project asks for.
 *
 * <p>Standard: none; the format is PDM's, versions 2 to 4 with their strategies and targets.
 */
final class PdmLockReader {
    private final Set<ExtraName> with;
    private final Gathering gathering;
    /** An entry with extras is there because they are requested. */
    private final Map<PackageName, SortedSet<ExtraName>> extras = new TreeMap<>();

    private PdmLockReader(Set<ExtraName> with, Gathering gathering) {
        this.with = with;
        this.gathering = gathering;
    }

    static void read(ForeignText file, Set<ExtraName> with, Gathering gathering) {
        ForeignTable lock = TomlReader.parse(file);
        ForeignTable metadata = lock.table("metadata")
                .orElseThrow(() -> ImportProblems.malformed(file.at(1), "\"metadata\" is missing"));
        String version = metadata.text("lock_version")
                .or(() -> metadata.text("lock-version"))
                .orElse("");
        if (!version.matches("[234](\\.[0-9]{1,3}){0,2}")) {
            throw ImportProblems.version(metadata.at("lock_version"), version, "2 to 4.x");
        }
        file.beside("pyproject.toml").ifPresent(project -> PyprojectReader.read(project, with, gathering));
        boolean projectSays = !gathering.asksForNothing();
        PdmLockReader reader = new PdmLockReader(with, gathering);
        metadata.tables("targets").forEach(reader::target);
        gathering.choose(with);
        Optional<ForeignTable> files = metadata.table("files");
        lock.tables("package").forEach(entry -> reader.entry(entry, files));
        gathering.edges();
        if (!projectSays) {
            gathering.needWhatNobodyNeeds(Set.of(), reader.extras, file.at(1));
        }
    }

    private void target(ForeignTable target) {
        Optional<String> platform = target.text("platform");
        target.parsed("requires_python", VersionSpecifiers::parse)
                .filter(specifiers -> !specifiers.toString().isEmpty())
                .ifPresent(gathering::pythons);
        platform.ifPresent(name -> gathering.leave(
                target.place(), "platform = " + name, "say -Dwheels.importPlatforms of what the set is to be for"));
    }

    private void entry(ForeignTable entry, Optional<ForeignTable> allFiles) {
        PackageName name = entry.required("name", PackageName::parse);
        if (entry.has("git") || entry.has("path") || entry.has("editable")) {
            gathering.leave(
                    entry.place(),
                    name + " from "
                            + entry.text("git").or(() -> entry.text("path")).orElse("a folder"),
                    NotCarried.UNPUBLISHED);
            return;
        }
        Version version = entry.required("version", Version::parse);
        List<ForeignTable> files = entry.has("files")
                ? entry.tables("files")
                : allFiles.map(all -> all.tables(name + " " + version)).orElse(List.of());
        List<String> names = new ArrayList<>();
        files.forEach(file -> file.text("file").or(() -> file.text("url")).ifPresent(names::add));
        if (isTaken(entry)) {
            extras.computeIfAbsent(name, key -> new TreeSet<>()).addAll(entry.parsedItems("extras", ExtraName::parse));
            gathering.lock(new LockedNode(
                    name,
                    version,
                    entry.parsed("marker", ForeignMarker::parse),
                    entry.parsed("requires_python", VersionSpecifiers::parse),
                    Optional.empty(),
                    LockedFiles.of(names),
                    needs(entry, name),
                    entry.place()));
        }
    }

    /** Whether one of the groups that are taken in has an entry; those of long ago say none. */
    private boolean isTaken(ForeignTable entry) {
        List<ForeignTable.Item> groups = entry.items(entry.has("sections") ? "sections" : "groups");
        return groups.isEmpty()
                || groups.stream()
                        .anyMatch(group -> group.text().equals("default")
                                || with.contains(ForeignTable.parse(group.text(), ExtraName::parse, group.place())));
    }

    /** What an entry needs; one with extras is an entry of its own, which needs the one without, too. */
    private static List<Need> needs(ForeignTable entry, PackageName own) {
        List<Optional<ExtraName>> extras = new ArrayList<>();
        entry.parsedItems("extras", ExtraName::parse).forEach(extra -> extras.add(Optional.of(extra)));
        if (extras.isEmpty()) {
            extras.add(Optional.empty());
        }
        List<Need> needs = new ArrayList<>();
        for (ForeignTable.Item item : entry.items("dependencies")) {
            Requirement requirement = ForeignTable.parse(item.text(), PdmLockReader::requirement, item.place());
            if (!requirement.name().equals(own)) {
                extras.forEach(extra -> needs.add(new Need(requirement, extra)));
            }
        }
        return needs;
    }

    private static Requirement requirement(String text) {
        Requirement plain = Requirement.parse(text);
        Optional<EnvironmentMarker> marker = plain.marker().map(each -> ForeignMarker.parse(each.toString()));
        return new Requirement(plain.name(), plain.extras(), plain.specifiers(), Optional.empty(), marker);
    }
}
