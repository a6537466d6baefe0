package dev.zeus.wheels.core.project;

import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.ProjectDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The user's own source that the environments of a wheel set name: {@code OwnSources.read(set, directory)}.
 *
 * @param projects the projects, by directory
 */
public record OwnSources(Map<String, OwnProject> projects) {
    /** No source. */
    public static final OwnSources NONE = new OwnSources(Map.of());

    /** Copies the map. */
    public OwnSources {
        projects = Map.copyOf(projects);
    }

    /**
     * Reads what a set names.
     *
     * @param directory the directory that has {@code generated/}
     * @throws WheelsException N320 where a file cannot be read, N321 where it says nothing that can be used
     */
    public static OwnSources read(WheelSetDeclaration set, Path directory) {
        Map<String, OwnProject> projects = new TreeMap<>();
        for (EnvironmentDeclaration environment : set.environments()) {
            for (ProjectDeclaration project : environment.parts(ProjectDeclaration.class)) {
                projects.computeIfAbsent(project.directory(), each -> ProjectReader.read(directory, each));
            }
        }
        return new OwnSources(projects);
    }

    /** A project that was read. */
    public OwnProject project(String directory) {
        OwnProject project = projects.get(directory);
        if (project == null) {
            throw new IllegalStateException("the project in " + directory + " was not read");
        }
        return project;
    }
}
