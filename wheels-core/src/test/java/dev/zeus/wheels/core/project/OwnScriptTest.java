// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The headers of scripts, PEP 723. */
class OwnScriptTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "print(1); []",
                "# /// script|# dependencies = [\"a>=1\"]|# ///|print(1); [a>=1 at tools/a.py:2]",
                "#!/usr/bin/env python|# /// script|# dependencies = [|#   \"a\",|#|#   \"b[x]\",|# ]|# ///; "
                        + "[a at tools/a.py:4, b[x] at tools/a.py:6]",
                "\ufeff# /// script\r|# dependencies = [\"a\"]\r|# ///\r|; [a at tools/a.py:2]",
                "# /// other|# dependencies = [\"a\"]|# ///; []",
                "# /// script|# # ///|# dependencies = [\"a\"]|# ///; [a at tools/a.py:3]"
            })
    void sayWhatIsRequired(String text, String requirements) {
        OwnScript script = OwnScript.parse("tools/a.py", text.replace('|', '\n'));

        assertThat(script.requirements().stream()
                        .map(each -> each.value() + " at " + each.place())
                        .toList())
                .hasToString(requirements);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "# /// script|# dependencies = []|print(1); tools/a.py:1: its header has no end",
                "# /// script|# ///|# /// script|# ///; tools/a.py:1: it has two headers of a script",
                "# /// script|# dependencies = [\"a b\"]|# ///; tools/a.py:2: not a requirement",
                "# /// script|# dependencies = 1|# ///; tools/a.py:2: dependencies is not an array",
                "# /// script|# dependencies = [|# ///; tools/a.py:3: no TOML",
                "# /// script|# requires-python = \"three\"|# ///; tools/a.py:2: not a"
            })
    void areRefusedAtTheirLine(String text, String message) {
        assertThatThrownBy(() -> OwnScript.parse("tools/a.py", text.replace('|', '\n')))
                .hasMessageContaining("[wheels/N321] " + message);
    }
}
