// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a Nix text, without evaluating any of it. */
class NixDataTest {
    private static String shown(String text) {
        return String.join(
                "; ",
                NixData.definitions(text, "a").stream()
                        .map(each -> String.join(".", each.path()) + "=" + shown(each.value()))
                        .toList());
    }

    private static String shown(NixData value) {
        if (value instanceof NixData.Text known) {
            return "'" + known.value() + "'";
        }
        if (value instanceof NixData.Flag flag) {
            return String.valueOf(flag.value());
        }
        if (value instanceof NixData.Items items) {
            return items.values().stream().map(NixDataTest::shown).toList().toString();
        }
        return value instanceof NixData.Computed computed ? "<" + computed.expression() + ">" : "{}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ a = \"x\"; b = 1; } | a='x'",
                "{ a.b = true; a.c = [ \"x\" \"y\" ]; } | a.b=true; a.c=['x', 'y']",
                "{ a = { b.c = \"x\"; \"d e\" = { f = false; }; }; } | a.b.c='x'; a.d e.f=false",
                "{ outputs = { self, x }: x.f { y = 1; } { a.b = \"x\"; }; } | a.b='x'",
                "let a = \"x\"; in a | a='x'",
                "{ a = f \"x\"; } | a=<f \"x\">",
                "{ a = { b = \"x\"; } // { }; } | a=<{ b = \"x\"; } // { }>",
                "{ a = with x; assert y; z; b = 1; } | a=<with x; assert y; z>",
                "{ a = let b = 1; in b; } | a=<let b = 1; in b>",
                "{ a.f = { p, q }: p.x rec { r = 1; }; } | a.f=<{ p, q }: p.x rec { r = 1; }>",
                "{ a = \"x${y}\"; } | a=<\"x${y}\">",
                "{ a = [ \"x\" y ]; } | a=<[ \"x\" y ]>",
                "{ a = { inherit b; }; } | a=<{ inherit b; }>",
                "{ a = \"q\\\"\\t\\${z}\"; } | a='q\"\t${z}'",
                "{ b.a = \"x\"; } | ''",
            })
    void readsWhatStandsThere(String text, String expected) {
        String known = text.contains("y") || text.contains("z") ? "{ y, z, x, p ? 1, q ? 1 }: " : "{ x, f, b ? 1 }: ";

        assertThat(shown(known + text)).isEqualTo(expected.equals("''") ? "" : expected);
    }

    @Test
    void saysLines() {
        assertThat(NixData.definitions("{\n  # a = 1;\n  a =\n    { b = \"x\";\n c = \"y\"; };\n}", "a"))
                .extracting(NixData.Definition::line)
                .isEqualTo(List.of(4, 5));
    }

    @Test
    void refusesWhatIsNoNix() {
        assertThatThrownBy(() -> NixData.definitions("{\n a = ; }", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("2:6: ");
    }
}
