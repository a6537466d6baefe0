// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.Wheel;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry beside classes that javac compiled, as builds leave them behind. */
final class WholeRegistryTest {
    private static final String SET =
            "@WheelSet(pythons = \"3.12\", targets = @On(value = Platform.X86_64_LINUX, glibc = \"2.39\"))";

    @TempDir
    Path directory;

    private final Map<String, String> sources = new TreeMap<>();

    @BeforeEach
    void declare() {
        sources.put("com/acme/package-info.java", SET + "\npackage com.acme;\nimport dev.zeus.wheels.*;\n");
        source("com.acme", "Six", "@Wheel interface Six {}");
        source(
                "com.acme.below",
                "Many",
                "final class Many { @Wheel(extras = {\"a\", \"b\"}, tests = {}) interface Idna {} }");
        source("com.acme.below", "Plain", "@Deprecated final class Plain { static final long A = 1L << 40; }");
        sources.put("com/acme/other/package-info.java", SET + "\npackage com.acme.other;\nimport dev.zeus.wheels.*;\n");
        source("com.acme.other", "Toml", "@Wheel interface Toml {}");
    }

    @Test
    void acceptsWhatIsDeclared() throws IOException {
        compile();

        assertThatCode(() -> check("com.acme.Six", "com.acme.below.Many$Idna")).doesNotThrowAnyException();
    }

    @Test
    void refusesWithBothLists() throws IOException {
        compile();

        assertThat(refused("com.acme.Six", "com.acme.Yaml"))
                .satisfies(ProblemExample.printed("D108"))
                .startsWith("[wheels/D108] the registry of \"com.acme\" is not what \"" + classes())
                .contains("it lacks com.acme.below.Many$Idna\n")
                .contains("it has, without an annotated class, com.acme.Yaml\n")
                .endsWith("hint: compile the module again with: mvn clean process-classes");
    }

    @Test
    void refusesATypeWhoseSourceIsGone() throws IOException {
        compile();
        Files.delete(sourceRoot().resolve("com/acme/Six.java"));

        assertThat(refused("com.acme.Six", "com.acme.below.Many$Idna"))
                .contains("it has, though their sources are gone, com.acme.Six");
        assertThatCode(() -> check("com.acme.below.Many$Idna")).doesNotThrowAnyException();
    }

    @Test
    void knowsATypeThatLeftItsFile() throws IOException {
        source("com.acme", "Six", "@Wheel interface Six {}\n@Wheel interface Yaml {}");
        compile();
        source("com.acme", "Six", "@Wheel interface Six {}");
        compile();

        assertThatCode(() -> check("com.acme.Six", "com.acme.below.Many$Idna")).doesNotThrowAnyException();
    }

    /** Sources are read as bytes, since nothing here says how their characters are written. */
    @Test
    void knowsATypeWhoseNameIsNotAscii() throws IOException {
        assumeThat(Charset.forName(System.getProperty("sun.jnu.encoding"))
                        .newEncoder()
                        .canEncode("Größe"))
                .as("files can be named so here")
                .isTrue();
        source("com.acme", "Six", "@Wheel interface Six {}\nfinal class Dims { @Wheel interface Größe {} }");
        compile();

        assertThatCode(() -> check("com.acme.Six", "com.acme.Dims$Größe", "com.acme.below.Many$Idna"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAClassInAMethod() throws IOException {
        source("com.acme", "Local", "final class Local { void method() { @Wheel class Hidden {} } }");
        compile();

        assertThat(refused("com.acme.Six", "com.acme.below.Many$Idna"))
                .satisfies(ProblemExample.printed("D109"))
                .startsWith("[wheels/D109] the declaration \"com.acme.Local$1Hidden\" is a class in a method")
                .endsWith("hint: move it out of the method");
    }

    @Test
    void saysWhatIsDeclaredWithoutARegistry() throws IOException {
        Path empty = directory.resolve("none");
        compile();

        assertThat(MissingRegistry.of(classes(), empty).getMessage())
                .satisfies(ProblemExample.printed("D101"))
                .startsWith("[wheels/D101]")
                .contains(
                        "com.acme.Six, com.acme.below.Many$Idna, com.acme.other.Toml are declared there: the annotation"
                                + " processor did not run")
                .contains("annotationProcessorPaths");
        assertThat(MissingRegistry.of(empty, classes()).getMessage())
                .startsWith("[wheels/D101]")
                .contains("hint: move the declarations to src/main/java")
                .contains("are declared under src/test");
        assertThat(MissingRegistry.ofDeclared(empty)).isEmpty();
    }

    private String refused(String... types) {
        return String.valueOf(
                catchThrowableOfType(WheelsException.class, () -> check(types)).getMessage());
    }

    private void check(String... types) {
        List<WheelDeclaration> wheels = Stream.of(types)
                .map(type -> new WheelDeclaration(
                        type,
                        "a",
                        "a",
                        "pypi",
                        List.of(Platform.X86_64_LINUX),
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        Provider.WHEEL))
                .toList();
        WheelSetDeclaration set = new WheelSetDeclaration(
                "com.acme",
                List.of("3.12"),
                List.of(),
                List.of(),
                DependencyPolicy.WHEELS,
                ResolutionSettings.DEFAULT,
                wheels,
                List.of());
        WholeRegistry.check(set, classes(), List.of(sourceRoot()));
    }

    private void source(String packageName, String name, String text) {
        sources.put(
                packageName.replace('.', '/') + "/" + name + ".java",
                "package " + packageName + ";\nimport dev.zeus.wheels.*;\n" + text + "\n");
    }

    private Path classes() {
        return directory.resolve("classes");
    }

    private Path sourceRoot() {
        return directory.resolve("src");
    }

    private void compile() throws IOException {
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = sourceRoot().resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
        Files.createDirectories(classes());
        StringWriter said = new StringWriter();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes()));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(api()));
            List<Path> all =
                    sources.keySet().stream().map(sourceRoot()::resolve).toList();
            boolean compiled = javac.getTask(
                            said,
                            files,
                            null,
                            List.of("-proc:none", "-encoding", "UTF-8"),
                            null,
                            files.getJavaFileObjectsFromPaths(all))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
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
