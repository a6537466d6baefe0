// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

import dev.zeus.wheels.python.PackageName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where the Python source of a project is below its directory. */
final class ProjectLayout {
    /** Enough to find one module; a directory with more files is data. */
    private static final int MOST = 2000;

    /** A package has a module at its top, or namespace packages one a few levels below. */
    private static final int DEEPEST = 4;

    /** What Maven has in {@code src}. */
    private static final Set<String> MAVENS = Set.of("main", "test", "it", "site");

    /** What has Python in it beside a project, and is not installed; after setuptools' own list. */
    private static final Set<String> ASIDE = Set.of(
            "benchmark",
            "benchmarks",
            "bin",
            "build",
            "ci",
            "debian",
            "dist",
            "doc",
            "docs",
            "example",
            "examples",
            "node_modules",
            "notebooks",
            "scripts",
            "src",
            "target",
            "tasks",
            "test",
            "tests",
            "tool",
            "tools",
            "util",
            "utils");

    private static final Set<String> ASIDE_MODULES = Set.of(
            "build",
            "conanfile",
            "conftest",
            "dodo",
            "fabfile",
            "manage",
            "noxfile",
            "setup",
            "tasks",
            "test",
            "toxfile");

    private static final List<String> METADATA =
            List.of("MANIFEST.in", "hatch_build.py", "pdm_build.py", "setup.cfg", "setup.py");
    private static final List<String> LICENSES = List.of("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS");

    private final OwnToml toml;
    private final Path root;

    ProjectLayout(OwnToml toml, Path root) {
        this.toml = toml;
        this.root = root;
    }

    /** Whether a path is below the directory that it is relative to. */
    static boolean isBelow(String file) {
        return !file.isBlank()
                && file.indexOf('\0') < 0
                && !file.contains("\\")
                && !file.startsWith("/")
                && Stream.of(file.split("/", -1)).noneMatch(".."::equals);
    }

    /** The directory that imports start from: what a build system says, else {@code src} where that has Python. */
    String source() {
        return said().filter(path -> path.isEmpty() || (isBelow(path) && Files.isDirectory(root.resolve(path))))
                .orElseGet(() ->
                        children("src").stream().anyMatch(name -> !MAVENS.contains(name) && isPython("src/" + name))
                                ? "src"
                                : "");
    }

    private Optional<String> said() {
        return Stream.of(
                        toml.ofTool("tool", "setuptools", "package-dir", "").map(Located::value),
                        toml.textsOfTool("tool", "setuptools", "packages", "find", "where").stream()
                                .findFirst(),
                        toml.ofTool("tool", "uv", "build-backend", "module-root")
                                .map(Located::value),
                        toml.ofTool("tool", "pdm", "build", "package-dir").map(Located::value),
                        toml.textsOfTool("tool", "hatch", "build", "targets", "wheel", "packages").stream()
                                .findFirst()
                                .map(path -> path.substring(0, Math.max(0, path.lastIndexOf('/')))),
                        toml.firstOfTool("from", "tool", "poetry", "packages"))
                .flatMap(Optional::stream)
                .map(path -> path.replaceFirst("^\\./", "").replaceFirst("/+$", ""))
                .map(path -> path.equals(".") ? "" : path)
                .findFirst();
    }

    /**
     * The files and directories that are the project, where its directory has more than it.
     *
     * @param source as {@link #source} says it
     */
    SortedSet<String> files(String source, PackageName name) {
        SortedSet<String> files = new TreeSet<>(metadata());
        if (source.equals("src")) {
            children(source).stream()
                    .filter(child -> !MAVENS.contains(child))
                    .forEach(child -> files.add(source + "/" + child));
        } else if (!source.isEmpty()) {
            files.add(source);
        } else {
            String module = name.value().replace('-', '_');
            children("").stream().filter(child -> isSource(child, module)).forEach(files::add);
        }
        return files;
    }

    /** The files that say what the project is. */
    SortedSet<String> metadata() {
        SortedSet<String> files = new TreeSet<>(List.of("pyproject.toml"));
        Stream<String> named = Stream.of(
                        toml.ofTool("project", "readme"),
                        toml.ofTool("project", "readme", "file"),
                        toml.ofTool("project", "license", "file"))
                .flatMap(Optional::stream)
                .map(Located::value);
        Stream<String> patterns = toml.textsOfTool("project", "license-files").stream()
                .map(pattern -> pattern.replaceFirst("[*?\\[].*$", ""))
                .map(start -> start.substring(0, Math.max(0, start.lastIndexOf('/'))));
        Stream.concat(named, Stream.concat(METADATA.stream(), patterns))
                .filter(file -> isBelow(file) && Files.exists(root.resolve(file)))
                .forEach(files::add);
        children("").stream()
                .filter(file -> LICENSES.stream().anyMatch(file::startsWith))
                .forEach(files::add);
        return files;
    }

    /** Whether something at the top is imported, or has what is. */
    private boolean isSource(String child, String module) {
        if (child.equals(module) || child.equals(module + ".py")) {
            return true;
        }
        if (child.startsWith(".") || child.startsWith("_")) {
            return false;
        }
        return child.endsWith(".py")
                ? !ASIDE_MODULES.contains(child.substring(0, child.length() - ".py".length()))
                : !ASIDE.contains(child)
                        && child.matches("[A-Za-z]\\w*")
                        && !Files.exists(root.resolve(child).resolve("pylock.toml"))
                        && !Files.exists(root.resolve(child).resolve("pyvenv.cfg"))
                        && !Files.exists(root.resolve(child).resolve("pyproject.toml"))
                        && isPython(child);
    }

    /** Whether it is a module, or has one anywhere below. */
    private boolean isPython(String path) {
        Path file = root.resolve(path);
        if (!Files.isDirectory(file)) {
            return path.endsWith(".py");
        }
        try (Stream<Path> below = Files.walk(file, DEEPEST)) {
            return below.limit(MOST).anyMatch(each -> each.toString().endsWith(".py"));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private List<String> children(String directory) {
        Path path = root.resolve(directory);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (Stream<Path> all = Files.list(path)) {
            all.limit(MOST).forEach(each -> names.add(String.valueOf(each.getFileName())));
        } catch (IOException | UncheckedIOException e) {
            throw OwnProblems.unreadable(directory.isEmpty() ? "." : directory, e);
        }
        names.removeIf(name -> name.equals("__pycache__") || name.endsWith(".egg-info"));
        return names;
    }
}
