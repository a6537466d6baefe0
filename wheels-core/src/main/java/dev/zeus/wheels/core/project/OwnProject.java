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
 * @param scripts its commands, each with what it calls
 * @param windows its commands that open windows, each with what it calls
 * @param entryPoints what it offers to others by name, such as plugins of pytest, by group
 * @param buildSystem what builds it
 * @param source the directory that imports start from, below the project's directory: {@code src}, or empty
 * @param modules what can be imported of it, as far as its name says it
 * @param toolSources where its tool takes some of its requirements from
 * @param files the files and directories that are the project, where its directory has more than it
 */
public record OwnProject(
        Located<PackageName> name,
        Version version,
        Optional<String> description,
        Optional<Located<VersionSpecifiers>> requiresPython,
        List<Located<Requirement>> requirements,
        SortedMap<String, String> scripts,
        SortedMap<String, String> windows,
        SortedMap<String, SortedMap<String, String>> entryPoints,
        List<PackageName> buildSystem,
        String source,
        List<String> modules,
        List<ToolSource> toolSources,
        Optional<List<String>> files) {
    /** Copies the lists and maps. */
    public OwnProject {
        requirements = List.copyOf(requirements);
        scripts = Collections.unmodifiableSortedMap(new TreeMap<>(scripts));
        windows = Collections.unmodifiableSortedMap(new TreeMap<>(windows));
        entryPoints = Collections.unmodifiableSortedMap(new TreeMap<>(entryPoints));
        buildSystem = List.copyOf(buildSystem);
        modules = List.copyOf(modules);
        toolSources = List.copyOf(toolSources);
        files = files.map(List::copyOf);
    }
}
