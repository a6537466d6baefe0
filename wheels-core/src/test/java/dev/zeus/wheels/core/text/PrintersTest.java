// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.python.InvisibleCharacters;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the printer of each place makes of every character that hides, or hides others. */
class PrintersTest {
    /** The ranges that Trojan Source, terminals and Default_Ignorable_Code_Point are made of. */
    static IntStream invisible() {
        return Stream.of(
                        IntStream.range(0, 0x20),
                        IntStream.rangeClosed(0x7f, 0x9f),
                        IntStream.of(0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x3164, 0xfeff, 0xffa0),
                        IntStream.rangeClosed(0x180b, 0x180f),
                        IntStream.rangeClosed(0x200b, 0x200f),
                        IntStream.rangeClosed(0x2028, 0x202e),
                        IntStream.rangeClosed(0x2060, 0x206f),
                        IntStream.rangeClosed(0xfe00, 0xfe0f),
                        IntStream.of(0xfff0, 0xfff8, 0x1d173, 0xe0001, 0xe0041, 0xe0100, 0xe01ef))
                .flatMapToInt(each -> each);
    }

    @ParameterizedTest
    @MethodSource("invisible")
    void leaveNothingInvisible(int c) throws Exception {
        String hidden = "a" + Character.toString(c) + "b";

        assertThat(Printable.of(hidden, 80)).matches(PrintersTest::isVisible);
        assertThat(Printable.text(hidden).replace("\n", "")).matches(PrintersTest::isVisible);
        assertThat(Printable.page(hidden).replace("\n", "")).matches(PrintersTest::isVisible);
        assertThat(NixText.visible("{ x = \"" + hidden + "\"; }").replace("\n", ""))
                .matches(PrintersTest::isVisible);
        assertThat(NixText.forPeople(hidden).replaceAll("[\n\r\t]", "")).matches(PrintersTest::isVisible);
        String json = new ObjectMapper().writeValueAsString(hidden);
        assertThat(JsonText.visible(json)).matches(PrintersTest::isVisible);
        assertThat(new ObjectMapper().readValue(JsonText.visible(json), String.class))
                .isEqualTo(hidden);
    }

    private static boolean isVisible(String text) {
        return !InvisibleCharacters.areIn(text);
    }

    @Test
    void leaveWhatIsSeenAsItIs() {
        String text = "Straße, 日本語, العربية, \ud83d\ude00, a\u0301 – “x” \u00a0|\u3000|";

        assertThat(Printable.of(text, 200)).isEqualTo(text);
        assertThat(Printable.text(text)).isEqualTo(text);
        assertThat(NixText.visible(text)).isSameAs(text);
        assertThat(NixText.forPeople(text)).isEqualTo(text);
        assertThat(JsonText.visible(text)).isEqualTo(text);
    }

    @Test
    void letNoForeignLineBeginAtTheMargin() {
        assertThat(Printable.lines("[wheels/X1] \"a\nBUILD SUCCESS\r::error::\"\n  hint: x"))
                .containsExactly("[wheels/X1] \"a", "  BUILD SUCCESS", "  ::error::\"", "  hint: x");
    }

    @Test
    void nixReadsWhatWasMeant() {
        assertThat(NixText.visible("\"a\u202eb\"")).isEqualTo("\"a${builtins.fromJSON \"\\\"\\\\u202e\\\"\"}b\"");
    }
}
