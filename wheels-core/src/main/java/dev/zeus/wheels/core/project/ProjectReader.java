package dev.zeus.wheels.core.project;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.tomlj.TomlTable;

/** Reads the {@code pyproject.toml} of a project. */
final class ProjectReader {
    private static final int LARGEST = 1 << 20;

    /** What builds a project that does not say it (PEP 517). */
    private static final List<PackageName> USUAL = List.of(PackageName.parse("setuptools"));

    private final String file;
    private final TomlLines toml;

    private ProjectReader(String file, TomlLines toml) {
        this.file = file;
        this.toml = toml;
    }

    static OwnProject read(Path base, String directory) {
        String file = directory + "/pyproject.toml";
        Path root = base.resolve(directory);
        try {
            String text = PlainFile.readString(root.resolve("pyproject.toml"), LARGEST);
            return new ProjectReader(file, TomlLines.parse(file, 1, text)).project(root);
        } catch (IOException e) {
            throw OwnProblems.unreadable(file, e);
        }
    }

    private OwnProject project(Path root) {
        TomlTable project = toml.table(List.of("project"))
                .orElseThrow(() -> OwnProblems.malformed(
                        file + ":1",
                        "it has no table [project]",
                        "write name, version and dependencies there (PEP 621)"));
        for (Located<String> dynamic : toml.strings(List.of("project", "dynamic"))) {
            if (List.of("version", "dependencies", "scripts").contains(dynamic.value())) {
                throw OwnProblems.malformed(
                        dynamic.place(),
                        dynamic.value() + " is dynamic, so that only a build tells it",
                        "write it into [project]");
            }
        }
        Located<PackageName> name = required("name", PackageName::parse);
        Version version = required("version", Version::parse).value();
        List<Located<Requirement>> requirements = new ArrayList<>();
        for (Located<String> text : toml.strings(List.of("project", "dependencies"))) {
            requirements.add(TomlLines.parsed(text, Requirement::parse));
        }
        List<PackageName> buildSystem = toml.table(List.of("build-system")).isEmpty()
                ? USUAL
                : toml.strings(List.of("build-system", "requires")).stream()
                        .map(text -> TomlLines.parsed(text, Requirement::parse)
                                .value()
                                .name())
                        .distinct()
                        .toList();
        String source = Files.isDirectory(root.resolve("src")) ? "src" : "";
        return new OwnProject(
                name,
                version,
                Optional.ofNullable(project.get(List.of("description")))
                        .filter(String.class::isInstance)
                        .map(String.class::cast),
                toml.string(List.of("project", "requires-python"))
                        .map(text -> TomlLines.parsed(text, VersionSpecifiers::parse)),
                requirements,
                scripts("scripts"),
                scripts("gui-scripts"),
                buildSystem,
                source,
                modules(root.resolve(source), name.value()));
    }

    /** The package or module that is named as the project is; others are not checked. */
    private static List<String> modules(Path source, PackageName name) {
        String module = name.value().replace('-', '_');
        return Files.exists(source.resolve(module).resolve("__init__.py"))
                        || Files.exists(source.resolve(module + ".py"))
                ? List.of(module)
                : List.of();
    }

    private SortedMap<String, String> scripts(String table) {
        SortedMap<String, String> scripts = new TreeMap<>();
        toml.table(List.of("project", table))
                .ifPresent(found -> found.keySet()
                        .forEach(command -> toml.string(List.of("project", table, command))
                                .ifPresent(called -> scripts.put(command, script(command, called)))));
        return scripts;
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
        return TomlLines.parsed(text, parser);
    }
}
