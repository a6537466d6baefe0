// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Eclipse compiler says the same as javac, with two differences: it marks the name of the member instead of the
 * value, and it warns of {@code @SuppressWarnings("wheels")} as a word that it does not know.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EclipseTest {
    // The examples share their imports, so that some are not used.
    private static final String[] OPTIONS = {"-17", "-warn:-unusedImport,warningToken"};

    private final ExampleCompilation wrong;
    private final ExampleCompilation fixed;

    EclipseTest(@TempDir Path directory) throws IOException {
        wrong = ExampleCompilation.wrong(directory.resolve("wrong"), new EclipseCompiler(), OPTIONS);
        fixed = ExampleCompilation.fixed(directory.resolve("fixed"), new EclipseCompiler(), OPTIONS);
    }

    static Stream<MistakeExample> examples() {
        return MistakeExample.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isSaidOnceAtItsMember(MistakeExample example) {
        assertThat(wrong.said(example))
                .isEqualTo(example.told().stream()
                        .map(told -> place(told) + "\n" + told.message())
                        .collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isGoneWhenPutRight(MistakeExample example) {
        assertThat(fixed.said(example)).isEmpty();
    }

    /** Where the name of the member stands that holds the value; an annotation is marked as javac does. */
    private static String place(MistakeExample.Told told) {
        MistakeExample.Place place = told.place();
        String line = place.lines().get(place.line() - 1);
        boolean annotation = line.charAt(place.column() - 1) == '@';
        int member = line.substring(0, place.column() - 1).lastIndexOf(told.member() + " = ");
        int column = annotation || member < 0 ? place.column() : member + 1;
        return place.file() + ":" + place.line() + ":" + column;
    }
}
