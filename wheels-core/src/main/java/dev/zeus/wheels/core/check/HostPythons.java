// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.program.HostProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The Pythons of this machine, by version.
 *
 * <p>{@code python3.12} is looked for among those that are named, then on the path. Where the path has a directory of
 * pyenv's shims, the versions behind it count, too: a shim answers only for the versions that are switched on.
 */
public final class HostPythons {
    private final List<Path> named;
    private final List<Path> path;
    private final Map<String, Optional<HostPython>> found = new ConcurrentHashMap<>();

    /**
     * Pythons to choose from.
     *
     * @param named executables, or directories with executables
     * @param path the directories of the path
     */
    public HostPythons(List<Path> named, List<Path> path) {
        this.named = List.copyOf(named);
        this.path = List.copyOf(path);
    }

    /** Those that {@code named} lists, separated as paths are, and those on the path. */
    public static HostPythons ofThisMachine(String named) {
        return new HostPythons(
                split(named).map(Path::of).toList(),
                split(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                        .flatMap(directory -> HostProgram.directory(directory).stream())
                        .toList());
    }

    private static Stream<String> split(String paths) {
        return Arrays.stream(paths.split(File.pathSeparator, -1))
                .filter(part -> !part.isBlank())
                .map(String::strip);
    }

    /** The executable of a Python that answers with this version. */
    public Optional<Path> executable(String version) {
        return find(version).map(HostPython::executable);
    }

    /** A Python that answers with this version, such as {@code 3.12}. */
    Optional<HostPython> find(String version) {
        return found.computeIfAbsent(
                version,
                wanted -> candidates(wanted).stream()
                        .filter(Files::isExecutable)
                        .flatMap(candidate -> HostPython.ask(candidate).stream())
                        .filter(python -> python.version().equals(wanted))
                        .findFirst());
    }

    private List<Path> candidates(String version) {
        String name = "python" + version;
        List<Path> candidates = new ArrayList<>();
        for (Path entry : named) {
            candidates.add(Files.isDirectory(entry) ? entry.resolve(name) : entry);
        }
        for (Path directory : path) {
            candidates.add(directory.resolve(name));
        }
        for (Path directory : path) {
            if (directory.endsWith("shims")) {
                candidates.addAll(behindShims(directory.resolveSibling("versions"), version));
            }
        }
        return candidates;
    }

    private static List<Path> behindShims(Path versions, String version) {
        if (!Files.isDirectory(versions)) {
            return List.of();
        }
        List<Path> pythons = new ArrayList<>();
        try (DirectoryStream<Path> installed = Files.newDirectoryStream(versions, version + ".*")) {
            installed.forEach(each -> pythons.add(each.resolve("bin").resolve("python" + version)));
        } catch (IOException e) {
            return List.of();
        }
        pythons.sort(null);
        return pythons;
    }
}
