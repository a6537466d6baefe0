package dev.zeus.wheels.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MistakesTest {
    static Stream<MistakeExample> examples() {
        return MistakeExample.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isSaidOnceAtItsExactPlace(MistakeExample example) {
        Compilation compilation = javac().withOptions("-Xlint:all")
                .withProcessors(new LateSources(example.generated()), new WheelsProcessor())
                .compile(example.wrongSources());

        assertThat(said(compilation)).isEqualTo(example.place() + "\n" + example.says());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isGoneWhenPutRight(MistakeExample example) {
        Compilation compilation = javac().withOptions("-Xlint:all", "-Werror")
                .withProcessors(new WheelsProcessor())
                .compile(example.fixedSources());

        assertThat(said(compilation)).isEmpty();
    }

    @Test
    void everyCodeHasAnExample() {
        Set<String> shown =
                MistakeExample.all().map(MistakeExample::code).collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown)
                .containsExactlyElementsOf(Arrays.stream(Mistake.values())
                        .map(Mistake::code)
                        .sorted()
                        .toList());
    }

    @Test
    void everyExampleHasItsCode() {
        assertThat(MistakeExample.all())
                .allSatisfy(example -> assertThat(example.says()).startsWith("[wheels/" + example.code() + "] "));
    }

    private static String said(Compilation compilation) {
        return compilation.diagnostics().stream().map(MistakesTest::said).collect(Collectors.joining("\n"));
    }

    private static String said(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String file = source == null
                ? ""
                : source.getName().substring(source.getName().lastIndexOf('/') + 1);
        return file + ":" + diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber() + "\n"
                // javac indents what follows the first line by two more.
                + diagnostic.getMessage(Locale.ROOT).replace("\n    hint", "\n  hint");
    }
}
