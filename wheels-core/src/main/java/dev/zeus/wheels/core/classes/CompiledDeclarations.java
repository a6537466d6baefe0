// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.classes;

import dev.zeus.wheels.CustomPackage;
import dev.zeus.wheels.PythonEnvironment;
import dev.zeus.wheels.Wheel;
import dev.zeus.wheels.WheelSet;
import dev.zeus.wheels.core.disk.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The annotated classes below an output directory, such as {@code target/classes}.
 *
 * <pre>{@code
 * CompiledDeclarations.in(Path.of("target/classes")).types() // [com.acme.python.Six]
 * }</pre>
 */
public final class CompiledDeclarations {
    private static final Set<String> DECLARING =
            Set.of(Wheel.class.getName(), CustomPackage.class.getName(), PythonEnvironment.class.getName());

    /** The most class files that are read, and the largest. */
    private static final int MOST = 100_000;

    /** Compiled declarations have a few kilobytes. */
    private static final long LARGEST = 16L << 20;

    private static final String PACKAGE_INFO = "package-info";

    private final List<ClassFile> declarations = new ArrayList<>();
    private final Set<String> sets = new TreeSet<>();

    private CompiledDeclarations() {}

    /**
     * Reads a directory; what is not a class file there is left alone.
     *
     * @throws UncheckedIOException where it cannot be read
     */
    public static CompiledDeclarations in(Path directory) {
        CompiledDeclarations found = new CompiledDeclarations();
        if (!Files.isDirectory(directory)) {
            return found;
        }
        try {
            int count = 0;
            for (Path file : DirectoryTree.files(directory)) {
                if (count < MOST && file.getFileName().toString().endsWith(".class") && Files.isRegularFile(file)) {
                    count++;
                    Optional<ClassFile> read = read(file);
                    if (read.isPresent()) {
                        found.add(read.get());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Optional<ClassFile> read(Path file) {
        try {
            return Files.size(file) > LARGEST ? Optional.empty() : ClassFile.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(ClassFile file) {
        if (!Collections.disjoint(file.annotations(), DECLARING)) {
            declarations.add(file);
        }
        if (file.annotations().contains(WheelSet.class.getName()) && file.name().endsWith(PACKAGE_INFO)) {
            sets.add(packageName(file.name()));
        }
    }

    /** The binary names of all annotated classes, sorted. */
    public List<String> types() {
        return declarations.stream().map(ClassFile::name).sorted().toList();
    }

    /** The declarations of one wheel set: those of its package and of the packages below without one of their own. */
    List<ClassFile> of(String wheelSet) {
        List<ClassFile> own = new ArrayList<>();
        for (ClassFile file : declarations) {
            if (nearest(packageName(file.name()), wheelSet).equals(wheelSet)) {
                own.add(file);
            }
        }
        return own;
    }

    private String nearest(String packageName, String asked) {
        String nearest = packageName;
        while (!nearest.equals(asked) && !sets.contains(nearest) && nearest.contains(".")) {
            nearest = nearest.substring(0, nearest.lastIndexOf('.'));
        }
        return nearest;
    }

    static String packageName(String binaryName) {
        return binaryName.contains(".") ? binaryName.substring(0, binaryName.lastIndexOf('.')) : "";
    }
}
