// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The directories that the sources of a module are in, as far as a compilation shows them.
 *
 * <p>A compilation that is handed changed files only leaves the class files of deleted sources where they are. Nothing
 * in them says so; that the source is gone is known only if the places are known where it would be.
 */
final class SourceTree {
    /** What is known of a source. */
    enum Presence {
        PRESENT,
        GONE,
        UNKNOWN
    }

    /** The most files that are looked at for one source: a module, not a whole disk. */
    private static final int MOST_FILES = 20_000;

    private final Set<Path> roots = new TreeSet<>();
    private final Set<Path> compiled = new TreeSet<>();
    private final CompilerPaths paths;
    private boolean laidOut = true;
    private boolean listed;

    /** A tree that nothing is known of yet. */
    SourceTree(CompilerPaths paths) {
        this.paths = paths;
    }

    /** Learns from a source of the compilation where others are. */
    void add(String packageName, Path source) {
        Path inTree = inTree(packageName, source.getFileName().toString());
        compiled.add(inTree);
        Path root = source.toAbsolutePath().normalize();
        if (paths.isGenerated(packageName, source.getFileName().toString())) {
            return; // where it is says nothing of what is written by hand
        } else if (root.endsWith(inTree)) {
            for (int i = inTree.getNameCount(); i > 0 && root != null; i--) {
                root = root.getParent();
            }
            if (root != null) {
                roots.add(root);
            }
            listed |= paths.isOnSourcePath(packageName, source.getFileName().toString());
        } else {
            laidOut = false;
        }
    }

    /** Whether this very compilation is handed a source. */
    boolean isCompiled(String packageName, String file) {
        return compiled.contains(inTree(packageName, file));
    }

    /** Whether a source is there, handed to this compilation or not. */
    Presence find(String packageName, String file) {
        Path inTree = inTree(packageName, file);
        if (paths.isOnSourcePath(packageName, file)
                || paths.isGenerated(packageName, file)
                || roots.stream().anyMatch(root -> Files.isRegularFile(root.resolve(inTree)))) {
            return Presence.PRESENT;
        } else if (listed) {
            // The build names all places of sources, as Maven does.
            return Presence.GONE;
        }
        return roots.isEmpty() || !laidOut ? Presence.UNKNOWN : search(inTree);
    }

    private static Path inTree(String packageName, String file) {
        return packageName.isEmpty() ? Path.of(file) : Path.of(packageName.replace('.', '/'), file);
    }

    /**
     * Looks for a source below the directory of the module: it may be in a source directory that shows no file here.
     */
    private Presence search(Path inTree) {
        Path module = LockOptions.module(roots.iterator().next()).orElseGet(() -> common(roots));
        if (module.getNameCount() < 2) {
            return Presence.UNKNOWN;
        }
        Search search = new Search(inTree);
        try {
            Files.walkFileTree(module, search);
        } catch (IOException e) {
            return Presence.UNKNOWN;
        }
        return search.presence;
    }

    private Path common(Collection<Path> some) {
        Path common = some.iterator().next();
        for (Path each : paths.classOutput().map(Set::of).orElse(Set.of())) {
            while (common.getParent() != null && !each.startsWith(common)) {
                common = common.getParent();
            }
        }
        return common;
    }

    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path inTree;
        private int left = MOST_FILES;
        private Presence presence = Presence.GONE;

        Search(Path inTree) {
            this.inTree = inTree;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (left-- == 0) {
                presence = Presence.UNKNOWN;
                return FileVisitResult.TERMINATE;
            }
            if (file.endsWith(inTree)) {
                presence = Presence.PRESENT;
                return FileVisitResult.TERMINATE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE; // another process has deleted it meanwhile
            }
            presence = Presence.UNKNOWN;
            return FileVisitResult.TERMINATE;
        }
    }
}
