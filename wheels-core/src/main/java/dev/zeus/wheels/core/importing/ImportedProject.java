// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folder of the project that an imported file belongs to: what a line of it may name.
 *
 * <p>A file of a foreign project must not make us read and quote a file of this machine.
 *
 * @param root the folder, by its real path
 */
record ImportedProject(Path root) {
    private static final List<String> REPOSITORY = List.of(".git", ".hg");
    private static final List<String> PROJECT = List.of("pom.xml", "pyproject.toml", "setup.py", "setup.cfg");

    /**
     * The project of a file: the repository that it is in, else the outermost folder above it that is a project by its
     * files, else its own folder.
     */
    static ImportedProject of(Path file) throws IOException {
        Path folder = file.toAbsolutePath().normalize().resolveSibling("").toRealPath();
        Optional<Path> repository = above(folder).filter(holding(REPOSITORY)).findFirst();
        return new ImportedProject(repository
                .or(() -> above(folder).filter(holding(PROJECT)).reduce((inner, outer) -> outer))
                .orElse(folder));
    }

    private static Stream<Path> above(Path folder) {
        return Stream.iterate(folder, each -> each.getParent() != null, Path::getParent);
    }

    private static Predicate<Path> holding(List<String> names) {
        return folder -> names.stream().anyMatch(name -> Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
    }

    /** Whether a file is in it, by its path and, where it is there, by where links lead. */
    boolean has(Path file) {
        try {
            Path path = file.toAbsolutePath().normalize();
            Path folder = path.resolveSibling("");
            return Files.exists(path)
                    ? path.toRealPath().startsWith(root)
                    : (Files.isDirectory(folder) ? folder.toRealPath() : folder).startsWith(root);
        } catch (IOException e) {
            return false;
        }
    }
}
