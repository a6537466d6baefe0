// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            wheels.lokc     | x     | true  | "-Awheels.lokc" is no option of the wheels processor | did you mean "-Awheels.lock"?
            wheels.frobnicate | x   | true  | "-Awheels.frobnicate" is no option of the wheels processor | remove it
            wheels.lockWarnings | flase | true  | -Awheels.lockWarnings is "flase", which is neither true nor false. | did you mean "false"?
            wheels.lockWarnings | no    | true  | -Awheels.lockWarnings is "no", which is neither true nor false. | write false, or leave it out
            wheels.silence  | V999  | false | -Awheels.silence names "V999", which is no code of a warning. | remove it, or write codes
            wheels.silence  | V137,v210 | false | -Awheels.silence names "v210", which is no code of a warning. | remove it, or write codes
            wheels.silence  | V140  | false | -Awheels.silence names V140, which is an error, and those are not silenced. | remove it, and mend what it says
            wheels.silence  | V224  | false | -Awheels.silence names V224, which is a note, and those are not silenced. | remove it, and mend what it says
            wheels.lock     | none/pylock.toml | false | -Awheels.lock names "none/pylock.toml", which is no file | run mvn wheels:generate
            wheels.lock     | ~/pylock.toml | false | -Awheels.lock names "~/pylock.toml", which is no file | write the whole path: nothing expands "~" here
            """)
    void tellsWhatAnOptionCannotBe(String name, String value, boolean error, String message, String hint) {
        assertThat(OptionRules.check(Map.of(name, value))).singleElement().satisfies(told -> {
            assertThat(told.error()).isEqualTo(error);
            assertThat(told.message()).startsWith(message);
            assertThat(told.hint()).startsWith(hint);
            assertThat(told.toString()).startsWith("[wheels/V223] ").endsWith("/docs/problems.md#v223");
        });
    }

    @Test
    void areSaidAsThePageShowsIt() {
        assertThat(OptionRules.check(Map.of("wheels.lokc", "generated/pylock.toml")))
                .singleElement()
                .hasToString(
                        CompilationExample.of(CompilationProblem.BAD_OPTION).says());
    }

    @Test
    void tellsNothingOfWhatIsRight(@TempDir Path directory) throws IOException {
        Path lock = Files.writeString(directory.resolve("pylock.toml"), "");

        assertThat(OptionRules.check(Map.of(
                        "wheels.lock",
                        lock.toString(),
                        "wheels.lockWarnings",
                        "false",
                        "wheels.silence",
                        "V137, V210",
                        "other.option",
                        "x")))
                .isEmpty();
    }

    @Test
    void compilersSayItOnceAndGoOnAfterAWarning(@TempDir Path directory) throws IOException {
        assertThat(compile(directory, "-Awheels.silence=V999", "-Awheels.lokc=x"))
                .extracting(said -> said.getKind() + " "
                        + said.getMessage(Locale.ROOT).lines().findFirst().orElseThrow())
                .containsExactlyInAnyOrder(
                        "ERROR [wheels/V223] \"-Awheels.lokc\" is no option of the wheels processor, which has"
                                + " \"wheels.lock\", \"wheels.lockWarnings\", \"wheels.silence\".",
                        "WARNING [wheels/V223] -Awheels.silence names \"V999\", which is no code of a warning.");
    }

    private static List<Diagnostic<? extends JavaFileObject>> compile(Path directory, String... options)
            throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<Path> files = List.of(
                Files.writeString(
                        directory.resolve("Idna.java"), "package acme; @dev.zeus.wheels.Wheel interface Idna {}"),
                Files.writeString(directory.resolve("package-info.java"), """
                        @dev.zeus.wheels.WheelSet(
                                pythons = "3.12",
                                targets = @dev.zeus.wheels.On(
                                        value = dev.zeus.wheels.Platform.X86_64_LINUX, glibc = "2.39"))
                        package acme;
                        """));
        try (var manager = javac.getStandardFileManager(said, Locale.ROOT, null)) {
            List<String> all = new ArrayList<>(List.of("-proc:only", "-d", directory.toString()));
            all.addAll(List.of(options));
            JavaCompiler.CompilationTask task = javac.getTask(
                    new StringWriter(), manager, said, all, null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new WheelsProcessor()));
            task.call();
        }
        return said.getDiagnostics();
    }
}
