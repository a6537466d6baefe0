// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.event.CodePages;
import dev.zeus.wheels.core.setup.AnswerFormat;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTest {
    private static final Path DOCS = Path.of("../docs");

    private final Explain pages;

    ExplainTest() throws IOException {
        pages = new Explain(
                List.of(Files.readString(DOCS.resolve("codes.md")), Files.readString(DOCS.resolve("problems.md"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"L201", "l201", "wheels/L201", "[wheels/L201]", " L201 "})
    void printsThePartOfACodeAsItWasPrinted(String asked) {
        assertThat(pages.run(Optional.of(asked), AnswerFormat.TEXT))
                .startsWith("L201\n\n**The lock would change, and must not.**")
                .contains("[wheels/L201] there is no lock", "\n  hint: ", "Put right:", "mvn wheels:generate")
                .endsWith(CodePages.address("L201") + "\n")
                .doesNotContain("## ", "L203");
    }

    @Test
    void knowsTheCodesOfTheCompiler() {
        assertThat(pages.run(Optional.of("V101"), AnswerFormat.TEXT))
                .startsWith("V101\n\n**A wheel names a source that is neither built in nor declared.**")
                .contains("interface Numpy {}")
                .endsWith("docs/problems.md#v101\n");
    }

    @Test
    void answersPrograms() {
        assertThat(pages.run(Optional.of("V101"), AnswerFormat.JSON))
                .contains(
                        "\"code\" : \"V101\"",
                        "\"title\" : \"A wheel names a source that is neither built in nor declared\"",
                        "\"page\" : \"" + CodePages.address("V101") + "\"",
                        "\"text\" : \"**A wheel");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            L218 | did you mean -Dwheels.code=L211
            C30  | did you mean -Dwheels.code=C301
            Z301 | all codes are on https://
            help | all codes are on https://
            """)
    void showsNearCodes(String asked, String hint) {
        assertThatThrownBy(() -> pages.run(Optional.of(asked), AnswerFormat.TEXT))
                .hasMessageStartingWith("[wheels/D266] wheels.code is \"" + asked + "\"")
                .hasMessageContaining(hint);
    }

    @Test
    void showsWhatACodeIs() {
        assertThatThrownBy(() -> pages.run(Optional.empty(), AnswerFormat.TEXT))
                .satisfies(ProblemExample.printed("D265"));
        assertThatThrownBy(() -> pages.run(Optional.of("L218"), AnswerFormat.TEXT))
                .satisfies(ProblemExample.printed("D266"));
    }
}
