// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Java files of a module, and what they declare.
 *
 * @param set the {@code package-info.java} of the wheel set
 * @param main the files that are compiled with it
 * @param tests the files of the tests, which only look on
 * @param types the types that declare packages
 * @param encoding how characters are written in the files
 */
@SuppressWarnings("exports") // What is in the files is for this package.
public record ModuleSources(
        JavaFile set, List<JavaFile> main, List<JavaFile> tests, List<DeclaredType> types, Charset encoding) {

    /**
     * Reads them.
     *
     * @param roots the directories below which a package is a directory; those that are not there have no files
     * @param tests the same for the tests
     * @return empty where no file declares a wheel set
     * @throws WheelsException I205 where a file cannot be read, I206 where it is not Java
     */
    public static Optional<ModuleSources> read(List<Path> roots, List<Path> tests, Charset encoding) {
        List<JavaFile> main = files(roots, encoding);
        return main.stream()
                .filter(ModuleSources::isSet)
                .findFirst()
                .map(set -> new ModuleSources(
                        set,
                        main,
                        files(tests, encoding),
                        main.stream()
                                .flatMap(file -> DeclaredType.in(file).stream())
                                .toList(),
                        encoding));
    }

    private static boolean isSet(JavaFile file) {
        return file.unit().getPackageAnnotations().stream()
                .anyMatch(annotation -> DeclaredType.is(file, annotation, "WheelSet"));
    }

    private static List<JavaFile> files(List<Path> roots, Charset encoding) {
        List<Path> paths = new ArrayList<>();
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> tree = Files.walk(root)) {
                    tree.filter(file -> file.toString().endsWith(".java") && Files.isRegularFile(file))
                            .sorted()
                            .forEach(paths::add);
                } catch (IOException | UncheckedIOException e) {
                    throw new WheelsException(
                            DeclaringProblem.UNREADABLE,
                            "cannot read \"" + root + "\": " + PlainFile.reason(e),
                            "make it readable for this user",
                            e);
                }
            }
        }
        return JavaFile.read(paths, encoding);
    }
}
