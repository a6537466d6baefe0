// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/** What is on the compiler's paths from earlier compilations; what cannot be read is not there. */
final class CompilerPaths {
    /** What is read here are lists of names, one to a line. */
    private static final int LARGEST = 1 << 20;

    private static final String CLASS = ".class";
    private static final String PACKAGE_INFO = "package-info";

    private final Filer filer;

    CompilerPaths(Filer filer) {
        this.filer = filer;
    }

    /** Whether a source is on the source path; where the compiler has none, no source is. */
    boolean isOnSourcePath(String packageName, String file) {
        return exists(StandardLocation.SOURCE_PATH, packageName, file);
    }

    /** Whether a processor generated a source. */
    boolean isGenerated(String packageName, String file) {
        return exists(StandardLocation.SOURCE_OUTPUT, packageName, file);
    }

    /** A class file of the output directory. */
    Optional<ClassFile> inOutput(String packageName, String binarySimpleName) {
        return classFile(StandardLocation.CLASS_OUTPUT, packageName, binarySimpleName);
    }

    /** A class file of the class path. */
    Optional<ClassFile> onClassPath(String packageName, String binarySimpleName) {
        return classFile(StandardLocation.CLASS_PATH, packageName, binarySimpleName);
    }

    /** Whether a class file is in the output directory or on the class path. */
    boolean isThere(String packageName, String binarySimpleName) {
        return inOutput(packageName, binarySimpleName)
                .or(() -> onClassPath(packageName, binarySimpleName))
                .isPresent();
    }

    /**
     * The names of the classes of a package that are in no other, in the output directory and in that directory of the
     * class path that has the package of the wheel set.
     */
    Set<String> topLevelClasses(String packageName, String home) {
        Set<String> names = new TreeSet<>();
        Stream.of(
                        classOutput(),
                        find(StandardLocation.CLASS_PATH, home, PACKAGE_INFO + CLASS)
                                .flatMap(SourceFiles::path)
                                .map(file -> root(file, home)))
                .flatMap(Optional::stream)
                .map(root -> root.resolve(packageName.replace('.', '/')))
                .filter(Files::isDirectory)
                .forEach(directory -> names.addAll(classes(directory)));
        return names;
    }

    private static Path root(Path file, String packageName) {
        Path root = file.resolveSibling("");
        for (int i = packageName.isEmpty() ? 0 : packageName.split("\\.", -1).length; i > 0; i--) {
            root = root.resolve("..");
        }
        return root.normalize();
    }

    private static List<String> classes(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(CLASS) && name.indexOf('$') < 0)
                    .map(name -> name.substring(0, name.length() - CLASS.length()))
                    .filter(name -> !name.equals(PACKAGE_INFO))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** The lines of a resource in the output directory; none where it is not there. */
    List<String> outputLines(String path) {
        return find(StandardLocation.CLASS_OUTPUT, "", path)
                .filter(CompilerPaths::isReadable)
                .flatMap(file -> {
                    try (InputStream stream = file.openInputStream()) {
                        return Optional.of(new String(stream.readNBytes(LARGEST), StandardCharsets.UTF_8));
                    } catch (IOException | RuntimeException e) {
                        return Optional.empty();
                    }
                })
                .map(text -> text.lines().map(String::strip).toList())
                .orElse(List.of());
    }

    /** The output directory, where it is one. */
    Optional<Path> classOutput() {
        return find(StandardLocation.CLASS_OUTPUT, "", "META-INF")
                .flatMap(SourceFiles::path)
                .map(Path::getParent);
    }

    private Optional<ClassFile> classFile(Location location, String packageName, String binarySimpleName) {
        Optional<FileObject> file =
                find(location, packageName, binarySimpleName + CLASS).filter(CompilerPaths::isReadable);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream stream = file.get().openInputStream()) {
            return ClassFile.read(stream, file.get().getLastModified());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Whether reading it ends: a FIFO in its place would keep the compiler waiting for ever. */
    private static boolean isReadable(FileObject file) {
        return SourceFiles.path(file)
                .map(path -> !Files.exists(path) || Files.isRegularFile(path))
                .orElse(true);
    }

    private boolean exists(Location location, String packageName, String file) {
        return find(location, packageName, file)
                .flatMap(SourceFiles::path)
                .filter(Files::isRegularFile)
                .isPresent();
    }

    /** Compilers differ in what they throw where a location is not set, and build tools where they know none. */
    private Optional<FileObject> find(Location location, String packageName, String file) {
        try {
            return Optional.ofNullable(filer.getResource(location, packageName, file));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
