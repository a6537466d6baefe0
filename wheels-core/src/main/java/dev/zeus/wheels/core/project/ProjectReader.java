// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

import dev.zeus.wheels.ProjectDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.toml.LineTable;
import dev.zeus.wheels.core.toml.Pyproject;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the {@code pyproject.toml} of a project. */
final class ProjectReader {
    /** A pyproject.toml has kilobytes. */
    private static final int LARGEST = 1 << 20;

    /** What compiles a language whose own packages it fetches, which a build without network cannot. */
    private static final Set<String> COMPILERS = Set.of("maturin", "setuptools-rust", "puccinialin");

    private static final String HERE = ".";

    private final String file;
    private final OwnToml toml;
    private final Pyproject pyproject;
    private final Path root;
    private final ProjectDeclaration declared;
    private final DynamicFields dynamic;

    private ProjectReader(String file, OwnToml toml, Path root, ProjectDeclaration declared) {
        this.file = file;
        this.toml = toml;
        this.pyproject = toml.pyproject();
        this.root = root;
        this.declared = declared;
        this.dynamic = new DynamicFields(toml, root, below(declared));
    }

    private static String below(ProjectDeclaration declared) {
        return declared.directory().equals(HERE) ? "" : declared.directory() + "/";
    }

    static OwnProject read(Path base, ProjectDeclaration declared) {
        String file = below(declared) + "pyproject.toml";
        Path root = base.resolve(declared.directory()).normalize();
        try {
            String text = OwnText.read(root, "pyproject.toml", LARGEST);
            return new ProjectReader(file, OwnToml.parse(file, 1, text), root, declared).project();
        } catch (IOException e) {
            throw OwnProblems.unreadable(file, e);
        }
    }

    private OwnProject project() {
        LineTable project = pyproject
                .project()
                .orElseThrow(() -> OwnProblems.malformed(
                        file + ":1",
                        "it has no table [project]",
                        "write name, version and dependencies there (PEP 621)"));
        Located<PackageName> name = required("name", PackageName::parse);
        ProjectLayout layout = new ProjectLayout(toml, root);
        String source = layout.source();
        Map<String, String> open = new TreeMap<>();
        toml.located(pyproject.dynamic()).forEach(field -> open.put(field.value(), field.place()));
        Version version = version(Optional.ofNullable(open.get("version")), source, name.value());
        List<Located<Requirement>> requirements = requirements(Optional.ofNullable(open.get("dependencies")));
        for (String commands : List.of("scripts", "gui-scripts")) {
            Optional.ofNullable(open.get(commands)).ifPresent(place -> {
                throw onlyABuildTells(place, commands, "write them into [project]");
            });
        }
        requireReadme();
        return new OwnProject(
                name,
                version,
                project.at(List.of("description"), String.class),
                toml.string(List.of("project", "requires-python"))
                        .map(text -> OwnToml.parsed(text, VersionSpecifiers::parse)),
                requirements,
                new OwnProject.EntryPoints(scripts("scripts"), scripts("gui-scripts"), entryPoints()),
                buildSystem(),
                new OwnProject.Contents(
                        source, modules(root.resolve(source), name.value()), files(layout, source, name)),
                ToolSourcesReader.read(
                        toml,
                        requirements.stream()
                                .map(each -> each.value().name())
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    private static WheelsException onlyABuildTells(String place, String what, String hint) {
        return OwnProblems.malformed(place, what + " is dynamic, so that only a build tells it", hint);
    }

    /** A build would look for it, and only then say that it is not there. */
    private void requireReadme() {
        toml.ofTool("project", "readme")
                .or(() -> toml.ofTool("project", "readme", "file"))
                .filter(readme ->
                        !ProjectLayout.isBelow(readme.value()) || !Files.isRegularFile(root.resolve(readme.value())))
                .ifPresent(readme -> {
                    throw OwnProblems.malformed(
                            readme.place(),
                            "the readme \"" + readme.value() + "\" is not there",
                            "put it there, or correct the path, which is from the project's directory");
                });
    }

    /** The version that is declared, that is written, or that files of the project have. */
    private Version version(Optional<String> open, String source, PackageName name) {
        if (open.isEmpty()) {
            Located<Version> written = required("version", Version::parse);
            if (!declared.version().isEmpty() && !written.value().equals(Version.parse(declared.version()))) {
                throw OwnProblems.malformed(
                        written.place(),
                        "the version is " + written.value() + ", and @PythonProject says \"" + declared.version()
                                + "\"",
                        "remove version from @PythonProject; it is for a version that only a build tells");
            }
            return written.value();
        }
        return declared.version().isEmpty()
                ? OwnToml.parsed(
                                dynamic.version(source, name)
                                        .orElseThrow(() -> onlyABuildTells(
                                                open.get(),
                                                "version",
                                                "declare it: @PythonProject(version = \"1.0\"), or write it"
                                                        + " into [project]")),
                                Version::parse)
                        .value()
                : Version.parse(declared.version());
    }

    private List<Located<Requirement>> requirements(Optional<String> open) {
        if (open.isPresent()) {
            return dynamic.requirements()
                    .orElseThrow(() -> onlyABuildTells(open.get(), "dependencies", "write them into [project]"));
        }
        List<Located<Requirement>> requirements = new ArrayList<>();
        for (Located<String> text : toml.located(pyproject.dependencies())) {
            requirements.add(OwnToml.parsed(text, Requirement::parse));
        }
        return requirements;
    }

    private List<PackageName> buildSystem() {
        List<PackageName> names = new ArrayList<>();
        for (Located<String> text : toml.located(pyproject.buildRequires())) {
            PackageName name = OwnToml.parsed(text, Requirement::parse).value().name();
            if (COMPILERS.contains(name.value())) {
                throw new WheelsException(
                        OwnProblem.COMPILED_PROJECT,
                        text.place() + ": \"" + name + "\" builds the project, and downloads Rust packages for it",
                        "declare it with @CustomPackage, whose definition has the hash of these packages, or lock a"
                                + " wheel of it");
            }
            names.add(name);
        }
        return names.stream().distinct().toList();
    }

    /** What belongs to the project, where its directory has more than it. */
    private Optional<List<String>> files(ProjectLayout layout, String source, Located<PackageName> name) {
        if (!declared.directory().equals(HERE)) {
            return Optional.empty();
        }
        SortedSet<String> found = layout.files(source, name.value());
        Set<String> metadata = layout.metadata();
        found.addAll(declared.includes());
        if (metadata.containsAll(found)) {
            throw new WheelsException(
                    OwnProblem.NO_SOURCE,
                    name.place() + ": there is no source of \"" + name.value()
                            + "\" beside it: no directory, and no Python file",
                    "name the source with @PythonProject(includes = …), or give the project a directory of its own");
        }
        found.addAll(dynamic.files());
        // What lies in a directory that belongs to it does so as well.
        found.removeIf(each -> found.stream().anyMatch(other -> each.startsWith(other + "/")));
        return Optional.of(List.copyOf(found));
    }

    /** The package or module that is named as the project is; others are not checked. */
    private static List<String> modules(Path source, PackageName name) {
        String module = name.value().replace('-', '_');
        return Files.exists(source.resolve(module).resolve("__init__.py"))
                        || Files.exists(source.resolve(module + ".py"))
                ? List.of(module)
                : List.of();
    }

    private SortedMap<String, String> scripts(String... table) {
        List<String> path = new ArrayList<>(List.of("project"));
        path.addAll(List.of(table));
        SortedMap<String, String> scripts = new TreeMap<>();
        toml.table(path)
                .ifPresent(found -> found.items().keySet().forEach(command -> {
                    List<String> entry = new ArrayList<>(path);
                    entry.add(command);
                    toml.string(entry).ifPresent(called -> scripts.put(command, script(command, called)));
                }));
        return scripts;
    }

    private SortedMap<String, SortedMap<String, String>> entryPoints() {
        SortedMap<String, SortedMap<String, String>> groups = new TreeMap<>();
        toml.table(List.of("project", "entry-points"))
                .ifPresent(found -> found.items().keySet().forEach(group -> {
                    if (!group.matches("[\\w.-]+")) {
                        throw OwnProblems.malformed(
                                toml.at(List.of("project", "entry-points")),
                                "\"" + group + "\" is no group of entry points",
                                "write for instance: [project.entry-points.pytest11]");
                    }
                    groups.put(group, scripts("entry-points", group));
                }));
        return groups;
    }

    /** An entry point is written into a program: it is held to what one may be. */
    private String script(String command, Located<String> called) {
        if (!command.matches("[A-Za-z0-9_][A-Za-z0-9._+-]*")
                || !called.value().strip().matches("[\\w.]+\\s*(?::\\s*[\\w.]+)?(?:\\s*\\[[\\w,.\\s-]*])?")) {
            throw OwnProblems.malformed(
                    called.place(),
                    "\"" + command + " = " + called.value() + "\" is no command",
                    "write for instance: shop = \"shop.cli:main\"");
        }
        return called.value().strip();
    }

    private <T> Located<T> required(String key, Function<String, T> parser) {
        Located<String> text = toml.string(List.of("project", key))
                .orElseThrow(() -> OwnProblems.malformed(
                        toml.at(List.of("project")), "[project] has no " + key, "write it there (PEP 621)"));
        return OwnToml.parsed(text, parser);
    }
}
