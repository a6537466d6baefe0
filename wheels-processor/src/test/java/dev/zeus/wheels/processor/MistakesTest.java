// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MistakesTest {
    private final ExampleCompilation wrong;
    private final ExampleCompilation fixed;

    MistakesTest(@TempDir Path directory) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        wrong = ExampleCompilation.wrong(
                directory.resolve("wrong"), javac, "-Xlint:all", "-Xmaxerrs", "9999", "-Xmaxwarns", "9999");
        fixed = ExampleCompilation.fixed(directory.resolve("fixed"), javac, "-Xlint:all");
    }

    static Stream<MistakeExample> examples() {
        return MistakeExample.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isSaidOnceAtItsExactPlace(MistakeExample example) {
        assertThat(wrong.said(example))
                .isEqualTo(example.told().stream()
                        .map(told -> told.place() + "\n" + told.message())
                        .collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isGoneWhenPutRight(MistakeExample example) {
        assertThat(fixed.said(example)).isEmpty();
    }

    @Test
    void everyCodeHasAnExample() {
        Set<String> shown =
                MistakeExample.all().map(MistakeExample::code).collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown)
                .containsExactlyElementsOf(Problem.all().stream()
                        .filter(problem -> !(problem instanceof CompilationProblem))
                        .map(Problem::code)
                        .sorted()
                        .toList());
    }

    @Test
    void everyExampleHasItsCode() {
        assertThat(MistakeExample.all())
                .allSatisfy(example -> assertThat(example.says()).startsWith("[wheels/" + example.code() + "] "));
    }
}
