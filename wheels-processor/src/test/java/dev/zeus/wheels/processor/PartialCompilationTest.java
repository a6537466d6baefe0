// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Wheel;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said where a compiler is handed a part of a wheel set. */
class PartialCompilationTest {
    private static final String SET = "@WheelSet(pythons = \"3.12\", targets = @On(value = Platform.X86_64_LINUX,"
            + " glibc = \"2.39\")%s)\npackage com.acme;\nimport dev.zeus.wheels.*;\n";

    @TempDir
    Path directory;

    private JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    @BeforeEach
    void declare() throws IOException {
        set("");
        type("Idna", "@Wheel(version = \">=3\")");
        type("Six", "@Wheel");
        compile("package-info", "Idna", "Six");
    }

    @Test
    void warnsOnlyAtWhatIsCompiled() throws IOException {
        set(", sources = @Source(name = \"internal\", url = \"https://index.example/simple/\")");

        assertThat(compile("package-info")).contains("V102");
        assertThat(compile("Six")).doesNotContain("V102");
        assertThat(registry()).contains("IDNA", "SIX");
    }

    @Test
    void saysAnErrorOfAnUnchangedDeclaration() throws IOException {
        type("Toml", "@Wheel(name = \"toml\", source = \"internal\")");
        set(", sources = @Source(name = \"internal\", url = \"https://index.example/simple/\")");
        compile("package-info", "Toml");
        set("");

        assertThat(compile("package-info"))
                .contains("[wheels/V101]", "\"internal\"", "This is in com.acme.Toml, which has not changed.");
    }

    @Test
    void tellsTheNewOneOfTwoOfOneName() throws IOException {
        type("Aaa", "@Wheel(name = \"six\")");

        assertThat(compile("Aaa")).contains("Aaa.java:3", "V133", "com.acme.Six");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void waitsForNoClassFileThatHasNoEnd() throws Exception {
        for (String name : new String[] {"com/acme/Idna.class", "com/acme/New.class"}) {
            Path file = output().resolve(name);
            Files.deleteIfExists(file);
            assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                    .isZero();
        }

        compile("Six");
        assertThat(registry()).contains("SIX");
    }

    @Test
    void notesATypeWhoseSourceIsGone() throws IOException {
        Files.delete(file("Idna"));

        assertThat(compile("Six")).contains(lines(CompilationProblem.NO_SOURCE));
        assertThat(registry()).contains("SIX").doesNotContain("IDNA");
    }

    @Test
    void notesNothingWhereTheClassFileIsGoneToo() throws IOException {
        Files.delete(file("Idna"));
        Files.delete(output().resolve("com/acme/Idna.class"));

        assertThat(compile("Six")).doesNotContain("V224");
        assertThat(registry()).contains("SIX").doesNotContain("IDNA");
    }

    @Test
    void saysThatARegistryCannotBeWritten() throws IOException {
        Path services = output().resolve("META-INF/services");
        Files.delete(services.resolve("dev.zeus.wheels.WheelRegistry"));
        Files.delete(services);
        Files.delete(services.getParent());
        Files.createFile(services.getParent());

        System.out.println("OUT " + compile("package-info", "Six"));
        assertThat(compile("package-info", "Six")).contains(lines(CompilationProblem.UNWRITABLE));
    }

    /** The lines of an example, which a compiler indents as it likes. */
    private static String[] lines(CompilationProblem problem) {
        return CompilationExample.of(problem).says().lines().map(String::strip).toArray(String[]::new);
    }

    @Test
    void leavesATypeThatIsNotAnnotatedAnyMore() throws IOException {
        type("Idna", "");

        assertThat(compile("Idna")).isEmpty();
        assertThat(registry()).contains("SIX").doesNotContain("IDNA");
    }

    @Test
    void doesNotTakeItsOwnSourceForAnotherClass() throws IOException {
        Files.copy(output().resolve("com/acme/AcmeWheels.java"), file("AcmeWheels"));

        assertThat(compile("Six", "AcmeWheels")).contains("V152", "do not hand generated sources to the compiler");
    }

    @Test
    void replacesItsOwnClassAlsoOnEclipse() throws IOException {
        compiler = new EclipseCompiler();
        type("Six", "@Wheel(version = \">=1\")");

        assertThat(compile("Six")).doesNotContain("V152");
        assertThat(registry()).contains("\">=1\"", "IDNA");
    }

    private void set(String members) throws IOException {
        Files.createDirectories(file("package-info").getParent());
        Files.writeString(file("package-info"), SET.formatted(members));
    }

    private void type(String name, String annotation) throws IOException {
        Files.writeString(
                file(name),
                "package com.acme;\nimport dev.zeus.wheels.*;\n" + annotation + " interface " + name + " {}\n");
    }

    private Path file(String name) {
        return directory.resolve("src/com/acme/" + name + ".java");
    }

    private Path output() {
        return directory.resolve("out");
    }

    private String registry() throws IOException {
        return Files.readString(output().resolve("com/acme/AcmeWheels.java"));
    }

    /** Answers what the compiler says. */
    private String compile(String... names) throws IOException {
        Files.createDirectories(output());
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output()));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output()));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(output(), api()));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    said,
                    files,
                    null,
                    List.of("-source", "17", "-target", "17", "-Xlint:-options"),
                    null,
                    files.getJavaFileObjectsFromPaths(
                            Arrays.stream(names).map(this::file).toList()));
            task.setProcessors(List.of(new WheelsProcessor(), new WheelsOptions()));
            task.call();
        }
        return said.toString();
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
