// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the {@code pyproject.toml} of a project says.
 *
 * <p>Standard: PEP 621 and PEP 518.
 *
 * @param name the project's name
 * @param version its version
 * @param description one line about it
 * @param requiresPython the Pythons that it runs on
 * @param requirements what it requires, without extras
 * @param entryPoints what it offers by name
 * @param buildSystem what builds it
 * @param contents where its code is
 * @param toolSources where its tool takes some of its requirements from
 */
public record OwnProject(
        Located<PackageName> name,
        Version version,
        Optional<String> description,
        Optional<Located<VersionSpecifiers>> requiresPython,
        List<Located<Requirement>> requirements,
        EntryPoints entryPoints,
        List<PackageName> buildSystem,
        Contents contents,
        List<ToolSource> toolSources) {
    /** Copies the lists. */
    public OwnProject {
        requirements = List.copyOf(requirements);
        buildSystem = List.copyOf(buildSystem);
        toolSources = List.copyOf(toolSources);
    }

    /**
     * What a project offers by name, each with what it calls.
     *
     * @param console its commands
     * @param gui its commands that open windows
     * @param groups what it offers to others, such as plugins of pytest, by group
     */
    public record EntryPoints(
            SortedMap<String, String> console,
            SortedMap<String, String> gui,
            SortedMap<String, SortedMap<String, String>> groups) {
        /** Copies the maps. */
        public EntryPoints {
            console = Collections.unmodifiableSortedMap(new TreeMap<>(console));
            gui = Collections.unmodifiableSortedMap(new TreeMap<>(gui));
            groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        }
    }

    /**
     * Where the code of a project is.
     *
     * @param source the directory that imports start from, below the project's directory: {@code src}, or empty
     * @param modules what can be imported of it, as far as its name says it
     * @param files the files and directories that are the project, where its directory has more than it
     */
    public record Contents(String source, List<String> modules, Optional<List<String>> files) {
        /** Copies the lists. */
        public Contents {
            modules = List.copyOf(modules);
            files = files.map(List::copyOf);
        }
    }
}
