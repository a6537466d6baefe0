// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTableTest {
    private static final String TEXT = """
            name = "a"
            [tool.demo]
            list = [
                "b",
                { c = 1 },
            ]
            """;

    @ParameterizedTest
    @ValueSource(strings = {TEXT, "\ufeff" + TEXT})
    void knowsTheLineOfEachValue(String text) {
        LineTable table = LineTable.parse(text);
        assertThat(table.at(List.of("name")).orElseThrow().line()).isEqualTo(1);
        LineTable.Item list = table.at(List.of("tool", "demo", "list")).orElseThrow();
        assertThat(list.line()).isEqualTo(3);
        assertThat(((LineTable.LineArray) list.value()).items())
                .extracting(LineTable.Item::line)
                .containsExactly(4, 5);
        assertThat(table.at(List.of("name", "tool"))).isEmpty();
    }

    @Test
    void isToldWhereATextIsNoToml() {
        assertThatExceptionOfType(TomlSyntaxException.class)
                .isThrownBy(() -> LineTable.parse("a = 1\nb ="))
                .satisfies(e -> assertThat(e.line()).isEqualTo(2));
    }

    /** Wherever it stands: in the comment of a header the library fails an assertion, which tests enable. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a]\n[b] # \0",
                "[a]\n[[b]] # \u007f",
                "\nb = '\u0001'",
                "\nb = 1 # \r",
                "a = 1\r\nb = 1 # \u001b\r\n"
            })
    void refusesControlCharacters(String text) {
        assertThatExceptionOfType(TomlSyntaxException.class)
                .isThrownBy(() -> LineTable.parse(text))
                .withMessageEndingWith("expected no control character")
                .satisfies(e -> assertThat(e.line()).isEqualTo(2));
    }

    /** An index serves such files, too: none of them may end a run with an overflow of the stack. */
    @Test
    void refusesWhatNestsTooDeep() {
        String brackets = "a = " + "[".repeat(100_000) + "]".repeat(100_000);
        String dots = "a" + ".a".repeat(200) + " = 1";
        for (String text : List.of(brackets, dots)) {
            assertThatExceptionOfType(TomlSyntaxException.class)
                    .isThrownBy(() -> LineTable.parse(text))
                    .withMessageContaining("too deep");
        }
    }
}
