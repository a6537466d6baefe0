// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NixSyntaxTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "0.5e3",
                "{ }",
                "[ ]",
                "x: x",
                "{ a, b ? 1, ... }@all: a + b",
                "all@{ a, }: all.a",
                "{ }: 1",
                "rec { a = 1; b = a; }",
                "let a = 1; inherit ({ b = 2; }) b; in a + b",
                "let { body = 1; }",
                "{ a.b = 1; a.c = 2; a = { d = 3; }; }",
                "{ \"a b\" = 1; ${\"c\" + \"d\"} = 2; or = 3; }",
                "{ a = 1; }.a or 2",
                "{ a = { }; } ? a.b.\"c\"",
                "if true then 1 else 2",
                "assert true; 1",
                "with builtins; anything",
                "x: y: x y.z or 1 [ x (y x) ]",
                "a: b: a -> !b || a && (a == b) != true",
                "- 1 + -2 * 3 / 4 - 5",
                "[ 1 ] ++ [ 2 ] ++ [ ]",
                "{ } // { } // { }",
                "\"a ${\"b ${\"c\"}\"} $$ $${x} \\${y} \\\" '' \"",
                "''\n  a ${\"b\"} ''${c} $${d} ''' ''\\n ' $ \n''",
                "./a/b.nix",
                "/etc/x",
                "./${\"a\"}/b${\"c\"}.d",
                "~/x",
                "<nixpkgs/lib>",
                "https://example.org/x?a=b",
                "x:x",
                "# only a comment\n/* and ** another */ 1",
                "builtins.map __trace [ ]",
                "{ x ? y, y ? 1 }: x",
                "a: { inherit a; \"b\" = 1; }",
                "1 < 2 == false"
            })
    void takesTheWholeLanguage(String text) {
        assertThat(NixSyntax.check(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 1:1: expected a Nix expression, but found the end of the text",
                "{ pname = \"x\" } | 1:15: expected \";\" after the value of \"pname\", but found \"}\"",
                "{ pname \"x\"; } | 1:9: expected \"=\" after \"pname\", but found a string",
                "{ a = 1; | 1:9: expected an attribute name or \"}\", but found the end of the text",
                "[ 1 2 | 1:6: expected a list element or \"]\", but found the end of the text",
                "(1 | 1:3: expected \")\" to close the bracket opened before, but found the end of the text",
                "\"abc | 1:1: this string has no end",
                "''abc | 1:1: this indented string has no end",
                "/* abc | 1:1: this comment has no end",
                "{ a = 1; a = 2; } | 1:10: the attribute \"a\" is defined twice",
                "{ a.b = 1; a = 2; } | 1:12: the attribute \"a\" is defined twice",
                "{ a = 1; a.b = 2; } | 1:10: the attribute \"a\" is defined twice",
                "{ a, a }: 1 | 1:6: the argument \"a\" is given twice",
                "{ a }: b | 1:8: undefined variable \"b\"",
                "1 == 2 == 3 | 1:8: expected one such operator only, but found \"==\"",
                "./a/ | 1:4: this path ends in a slash",
                "99999999999999999999 | 1:1: this number is too large",
                "1 ; 2 | 1:3: expected the end of the text, but found \";\"",
                "1 } | 1:3: expected the end of the text, but found \"}\"",
                "x: | 1:3: expected an expression, but found the end of the text",
                "let a = 1; | 1:11: expected an attribute name or \"in\", but found the end of the text",
                "let ${\"a\"} = 1; in 1 | 1:5: \"let\" defines plain names only",
                "if true then 1 | 1:15: expected \"else\" after the \"then\" branch: every \"if\" has both, but found the end of the text",
                "[ let a = 1; in a ] | 1:3: expected a list element or \"]\", but found \"let\"",
                "{ } & x | 1:5: unexpected character \"&\"",
                "é | 1:1: unexpected character U+00E9",
                "{ inherit ${x}; } | 1:11: \"inherit\" takes names only",
                "{ ''a'' = 1; } | 1:3: expected an attribute name, but found a string"
            })
    void namesTheFirstErrorAtItsPlace(String text, String error) {
        assertThat(NixSyntax.check(text)).map(NixSyntaxError::toString).contains(error);
    }

    @Test
    void countsLinesAndColumns() {
        assertThat(NixSyntax.check("{ fetchPypi }:\n{\n  a = 1\n  b = 2;\n}\n"))
                .map(NixSyntaxError::toString)
                .contains("4:5: expected \";\" after the value of \"a\", but found \"=\"");
    }

    @Test
    void everyErrorHasAHint() {
        assertThat(NixSyntax.check("{ a }: b"))
                .map(NixSyntaxError::hint)
                .hasValueSatisfying(hint -> assertThat(hint).contains("argument"));
    }

    @Test
    void tellsWhatAFunctionTakes() {
        NixFunction function = NixSyntax.function("# header\n{ lib,\n  fetchurl ? null, ... }@args: lib")
                .orElseThrow();
        assertThat(function.name()).contains("args");
        assertThat(function.takesSet()).isTrue();
        assertThat(function.ellipsis()).isTrue();
        assertThat(function.formals())
                .containsExactly(new NixFormal("lib", false, 2, 3), new NixFormal("fetchurl", true, 3, 3));
        assertThat(NixSyntax.function("x: x")).map(NixFunction::takesSet).contains(false);
        assertThat(NixSyntax.function("{ a = 1; }")).isEmpty();
        assertThat(NixSyntax.function("{ a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{ a = ", "x: ", "\"${", "!(", "''${"})
    void refusesBottomlessNesting(String opening) {
        assertThat(NixSyntax.check(opening.repeat(100_000))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "1+", "- ", "a ", "a-b", "a:", "/a", "''''", "$", "{}", "a.b:", "#", "/*"})
    void endsSoonOnLongText(String part) {
        assertThat(NixSyntax.check(part.repeat(NixSyntax.MAX_LENGTH / part.length())))
                .isNotNull();
    }

    @Test
    void refusesTooLongText() {
        assertThat(NixSyntax.check(" ".repeat(NixSyntax.MAX_LENGTH + 1)))
                .hasValueSatisfying(e -> assertThat(e.message()).contains("at most"));
    }

    @Test
    void answersForEveryText() {
        Random random = new Random(7);
        String[] parts = {
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "\"",
            "''",
            "${",
            "$",
            "\\",
            ";",
            ":",
            "=",
            ".",
            "...",
            "a",
            "b ",
            "in ",
            "let ",
            "rec ",
            "inherit ",
            "or ",
            "/",
            "<",
            ">",
            "~/",
            "1",
            "0.",
            "#",
            "\n",
            "/*",
            "*/",
            "@",
            "?",
            ",",
            "-",
            "\0",
            "é"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(14); n >= 0; n--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            NixSyntax.check(text.toString()).ifPresent(e -> {
                assertThat(e.line()).isPositive();
                assertThat(e.column()).isPositive();
                assertThat(e.message()).isNotBlank();
                assertThat(e.hint()).isNotBlank();
            });
        }
    }

    @Test
    void findsDefinitionsOfPlainTexts() {
        assertThat(NixSyntax.literals("""
                { lib, fetchPypi }:
                {
                  pname = "uuid7";
                  src = fetchPypi { meta.hash = ""; inherit lib; };
                  version = "1.${lib}";
                  both = "a" + "b";
                  count = 1;
                  note = "say \\"x\\"";
                }
                """))
                .containsExactly(
                        new NixLiteral("pname", "uuid7", 3, 3),
                        new NixLiteral("hash", "", 4, 26),
                        new NixLiteral("note", "say \\\"x\\\"", 8, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{ a = \"b\" }", "{ a = \"b", "{ a = b; }"})
    void findsNoDefinitionsWhereTheTextIsWrong(String text) {
        assertThat(NixSyntax.literals(text)).isEmpty();
    }
}
