// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterReferencesTest {
    private static final List<String> PIECES = List.of(
            "&",
            "&",
            "&",
            "#",
            "x",
            "X",
            ";",
            ";",
            "=",
            "amp",
            "lt",
            "gt",
            "copy",
            "not",
            "notin",
            "hellip",
            "AMP",
            "GT",
            "acE",
            "a",
            "Z",
            "9",
            "39",
            "128",
            "159",
            "d800",
            "110000",
            "0",
            "99999999999",
            " ",
            "-",
            ">=3.8",
            "é",
            "_");

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '\0',
            value = {
                "&gt;=3.6 >=3.6",
                "&quot;&#39;&apos; \"''",
                "&#x41;&#X42;&#67 ABC",
                "a?b=1&copy=2 a?b=1&copy=2",
                "a?b=1&amp;copy=2 a?b=1&copy=2",
                "&copy ©",
                "&copyx &copyx",
                "&acE; \u223e\u0333",
                "&nothing; &nothing;",
                "&#; &#;",
                "&#x80; \u20ac",
                "&#0;&#xd800;&#x110000; \ufffd\ufffd\ufffd",
                "&amp;amp; &amp;",
            })
    void areReplaced(String value, String text) {
        assertThat(CharacterReferences.decode(value)).isEqualTo(text);
    }

    /** A parser that browsers agree with reads the same of them. */
    @Test
    void areWhatAParserOfHtmlSays() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int length = 1 + random.nextInt(8); length > 0; length--) {
                value.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            assertThat(CharacterReferences.decode(value.toString()))
                    .as(value.toString())
                    .isEqualTo(Jsoup.parse("<a href=\"" + value + "\">")
                            .select("a")
                            .attr("href"));
        }
    }
}
