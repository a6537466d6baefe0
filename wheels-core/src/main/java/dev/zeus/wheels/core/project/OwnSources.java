// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.ProjectDeclaration;
import dev.zeus.wheels.ScriptDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The user's own source that the environments of a wheel set name: {@code OwnSources.read(set, directory)}.
 *
 * @param projects the projects, by declaration
 * @param scripts the scripts, by file
 */
public record OwnSources(Map<ProjectDeclaration, OwnProject> projects, Map<String, OwnScript> scripts) {
    /** No source. */
    public static final OwnSources NONE = new OwnSources(Map.of(), Map.of());

    /** Copies the map. */
    public OwnSources {
        projects = Map.copyOf(projects);
        scripts = Map.copyOf(scripts);
    }

    /**
     * Reads what a set names.
     *
     * @param directory the directory that has {@code generated/}
     * @throws WheelsException N320 where a file cannot be read, N321 where it says nothing that can be used
     */
    public static OwnSources read(WheelSetDeclaration set, Path directory) {
        Map<ProjectDeclaration, OwnProject> projects = new HashMap<>();
        Map<String, OwnScript> scripts = new TreeMap<>();
        for (EnvironmentDeclaration environment : set.environments()) {
            for (ProjectDeclaration project : environment.parts(ProjectDeclaration.class)) {
                projects.computeIfAbsent(project, each -> ProjectReader.read(directory, each));
            }
            for (ScriptDeclaration script : environment.parts(ScriptDeclaration.class)) {
                scripts.computeIfAbsent(script.file(), each -> OwnScript.read(directory, each));
            }
        }
        return new OwnSources(projects, scripts);
    }

    /** A script that was read. */
    public OwnScript script(String file) {
        OwnScript script = scripts.get(file);
        if (script == null) {
            throw new IllegalStateException("the script " + file + " was not read");
        }
        return script;
    }

    /** A project that was read. */
    public OwnProject project(ProjectDeclaration declared) {
        OwnProject project = projects.get(declared);
        if (project == null) {
            throw new IllegalStateException("the project in " + declared.directory() + " was not read");
        }
        return project;
    }
}
