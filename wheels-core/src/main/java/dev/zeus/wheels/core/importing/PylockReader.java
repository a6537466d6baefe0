// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a pylock.toml of any tool, with the pyproject.toml beside it for what the project asks for, since the lock does
 * not say that.
 *
 * <p>Standard: pylock.toml, PEP 751.
 */
final class PylockReader {
    private final Gathering gathering;
    private final Set<PackageName> needed = new HashSet<>();

    private PylockReader(Gathering gathering) {
        this.gathering = gathering;
    }

    static void read(ForeignText file, Set<ExtraName> with, Gathering gathering) {
        ForeignTable lock = TomlReader.parse(file);
        String version = lock.text("lock-version")
                .orElseThrow(() -> ImportProblems.malformed(file.at(1), "\"lock-version\" is missing"));
        if (!version.matches("1(\\.[0-9]{1,3})?")) {
            throw ImportProblems.version(lock.at("lock-version"), version, "1.0");
        }
        if (lock.text("created-by")
                .filter(tool -> tool.startsWith("zeus-wheels"))
                .isPresent()) {
            throw ImportProblems.ours(lock.at("created-by"));
        }
        file.beside("pyproject.toml").ifPresent(project -> PyprojectReader.read(project, with, gathering));
        boolean projectSays = !gathering.asksForNothing();
        lock.parsed("requires-python", VersionSpecifiers::parse).ifPresent(gathering::pythons);
        gathering.environments(lock.items("environments"));
        gathering.choose(with);
        gathering.choose(Set.copyOf(lock.parsedItems("default-groups", ExtraName::parse)));
        PylockReader reader = new PylockReader(gathering);
        lock.tables("packages").forEach(reader::entry);
        gathering.usualOfLocked();
        if (!projectSays) {
            gathering.needWhatNobodyNeeds(reader.needed, file.at(1));
        }
    }

    private void entry(ForeignTable entry) {
        PackageName name = entry.required("name", PackageName::parse);
        entry.tables("dependencies").forEach(other -> needed.add(other.required("name", PackageName::parse)));
        Optional<Version> version = entry.parsed("version", Version::parse);
        boolean beside = entry.table("archive")
                .filter(archive -> archive.has("path") && !archive.has("url"))
                .isPresent();
        if (entry.has("directory") || entry.has("vcs") || beside || version.isEmpty()) {
            gathering.leave(entry.place(), name.value(), NotCarried.UNPUBLISHED_PACKAGE);
            return;
        }
        gathering.lock(new LockedNode(
                name,
                version.get(),
                entry.parsed("marker", EnvironmentMarker::parse),
                entry.parsed("requires-python", VersionSpecifiers::parse),
                entry.text("index").flatMap(url -> gathering.lockedFrom(url, entry.at("index"))),
                files(entry),
                List.of(),
                entry.place()));
    }

    private static LockedFiles files(ForeignTable entry) {
        List<String> files = new ArrayList<>();
        entry.tables("wheels").forEach(wheel -> file(wheel).ifPresent(files::add));
        entry.table("sdist").ifPresent(sdist -> file(sdist).ifPresent(files::add));
        entry.table("archive").ifPresent(archive -> file(archive).ifPresent(files::add));
        return LockedFiles.of(files);
    }

    private static Optional<String> file(ForeignTable file) {
        return file.text("name").or(() -> file.text("url")).or(() -> file.text("path"));
    }
}
