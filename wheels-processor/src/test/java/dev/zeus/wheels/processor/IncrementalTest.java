// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Wheel;
import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.WheelSetDeclaration;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A compiler that is handed the changed files only, and its last output on the class path, gives the registry that it
 * gives for all files: after each of many random edits, whether or not the build deletes the class files of deleted
 * sources. {@code -Dincremental.edits=300} tries more of them, {@code -Dincremental.seed} others.
 */
class IncrementalTest {
    private static final int EDITS = Integer.getInteger("incremental.edits", 30);
    private static final int SEED = Integer.getInteger("incremental.seed", 17);
    private static final int DECLARATIONS = 40;
    private static final String[] JAVAC = {"--release", "17"};

    @TempDir
    Path directory;

    @Test
    void givesTheRegistryOfACleanBuildAfterEachEdit() throws IOException {
        Random random = new Random(SEED);
        EditedSources sources = new EditedSources(directory.resolve("src"), DECLARATIONS, random);
        Output javac = new Output(directory.resolve("javac"), ToolProvider.getSystemJavaCompiler(), JAVAC);
        // As Maven calls it: javac then finds sources that it is not handed, in files that may be of another name.
        String[] options = {
            "--release", "17", "-sourcepath", directory.resolve("src").toString()
        };
        Output withSourcePath = new Output(directory.resolve("path"), ToolProvider.getSystemJavaCompiler(), options);
        Output eclipse = new Output(directory.resolve("ecj"), new EclipseCompiler(), "-17", "-nowarn");
        javac.compile(sources.all());
        withSourcePath.compile(sources.all());
        eclipse.compile(sources.all());
        for (int i = 0; i < EDITS; i++) {
            List<String> edits = sources.edit();
            String expected = registry(sources, directory.resolve("clean" + i));
            boolean tidy = random.nextBoolean();
            for (Output output : List.of(javac, withSourcePath, eclipse)) {
                if (tidy) {
                    output.delete(sources.deleted());
                }
                output.compile(sources.changed());

                assertThat(difference(expected, output.text()))
                        .as("edit %d on %s (%s): %s", i, output.directory(), tidy ? "tidy" : "untidy", edits)
                        .isEmpty();
            }
        }
        assertThat(eclipse.registry()).isEqualTo(javac.registry());
        assertThat(javac.registry().wheels()).isNotEmpty();
    }

    /** What a compilation of all sources writes to an empty directory, which needs no class files. */
    static String registry(EditedSources sources, Path directory, String... more) throws IOException {
        String[] options = Stream.concat(Stream.of("--release", "17", "-proc:only"), Stream.of(more))
                .toArray(String[]::new);
        Output clean = new Output(directory, ToolProvider.getSystemJavaCompiler(), options);
        clean.compile(sources.all());
        return clean.text();
    }

    /** The lines that one text has and the other has not. */
    static List<String> difference(String expected, String found) {
        List<String> lost = new ArrayList<>(expected.lines().toList());
        List<String> extra = new ArrayList<>(found.lines().toList());
        expected.lines().forEach(extra::remove);
        found.lines().forEach(lost::remove);
        return Stream.concat(lost.stream().map("lost "::concat), extra.stream().map("extra "::concat))
                .toList();
    }

    /** What one compiler has written so far. */
    private record Output(Path directory, JavaCompiler compiler, String... options) {
        void compile(Collection<Path> sources) throws IOException {
            Files.createDirectories(directory);
            StringWriter said = new StringWriter();
            try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
                files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(directory));
                files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(directory));
                files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(directory, api()));
                JavaCompiler.CompilationTask task = compiler.getTask(
                        said, files, null, List.of(options), null, files.getJavaFileObjectsFromPaths(sources));
                task.setProcessors(List.of(new WheelsProcessor(), new WheelsOptions()));
                assertThat(task.call()).as(said.toString()).isTrue();
            }
        }

        /** Deletes the class files of sources, as builds do that keep up with deletions. */
        void delete(List<Path> sources) throws IOException {
            for (Path source : sources) {
                Path at = Objects.requireNonNull(directory.resolve(source).getParent());
                if (Files.isDirectory(at)) {
                    for (Path file : files(at)) {
                        if (isOf(source.getFileName().toString(), file)) {
                            Files.delete(file);
                        }
                    }
                }
            }
        }

        private static boolean isOf(String source, Path file) throws IOException {
            if (!file.toString().endsWith(".class")) {
                return false;
            }
            try (var stream = Files.newInputStream(file)) {
                return ClassFile.read(stream, 0)
                        .flatMap(ClassFile::sourceFile)
                        .filter(source::equals)
                        .isPresent();
            }
        }

        private static List<Path> files(Path directory) throws IOException {
            try (Stream<Path> files = Files.list(directory)) {
                return files.filter(Files::isRegularFile).toList();
            }
        }

        WheelSetDeclaration registry() throws IOException {
            List<WheelSetDeclaration> found = new ArrayList<>();
            URL[] urls = {directory.toUri().toURL()};
            try (URLClassLoader loader = new URLClassLoader(urls, WheelRegistry.class.getClassLoader())) {
                ServiceLoader.load(WheelRegistry.class, loader).forEach(registry -> found.add(registry.wheelSet()));
            }
            assertThat(found).hasSize(1);
            return found.get(0);
        }

        /** The registry as it is written, and the list that names it. */
        String text() throws IOException {
            return Files.readString(directory.resolve("com/acme/python/AcmeWheels.java"))
                    + Files.readString(directory.resolve("META-INF/services/" + WheelRegistry.class.getName()));
        }

        private static Path api() {
            try {
                return Path.of(Wheel.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
