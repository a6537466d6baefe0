// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.zeus.wheels.testkit.NeedsNix;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NixTextTest {
    private static final String[] PARTS = {
        "${",
        "}",
        "''",
        "'",
        "\"",
        "\\",
        "$",
        "$$",
        "#",
        "/*",
        "*/",
        "\r",
        "\n",
        "\t",
        "\u001b",
        "\u202e",
        "\u0007",
        "\ud83d\ude00",
        "a",
        " ",
        "builtins.readFile /etc/hostname",
        "\\u0007",
        "\u00e9",
        "\ufeff",
        "\u2028",
        "\u0085"
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | \"\"",
                "a b | \"a b\"",
                "${x} | \"\\${x}\"",
                "1.0\"; owned = 1; x = \" | \"1.0\\\"; owned = 1; x = \\\"\"",
                "C:\\x | \"C:\\\\x\"",
                "'' ''' | \"'' '''\""
            })
    void quotes(String text, String literal) {
        assertThat(NixText.quote(text)).isEqualTo(literal);
    }

    @Test
    void escapesLineEndsAndTabsOnly() {
        assertThat(NixText.quote("\n\r\t\u0007\u001b")).isEqualTo("\"\\n\\r\\t\u0007\u001b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud83d", "\ude00x"})
    void refusesWhatNoNixStringHolds(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> NixExpr.string(text));
    }

    @ParameterizedTest
    @CsvSource({
        "numpy, numpy",
        "a-b_c', a-b_c'",
        "if, \"if\"",
        "or, \"or\"",
        "inherit, \"inherit\"",
        "'', \"\"",
        "a.b, \"a.b\"",
        "0x, \"0x\"",
        "-a, \"-a\"",
        "é, \"é\"",
        "${x}, \"\\${x}\""
    })
    void quotesNamesThatAreNoIdentifiers(String name, String printed) {
        assertThat(NixIdentifier.quoteName(name)).isEqualTo(printed.replace("''", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "let", "1a"})
    void refusesVariablesThatAreNoIdentifiers(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NixIdentifier(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "é", "\u001b[2J", " a"})
    void refusesCommentsThatAreNotOnePlainLine(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NixComment(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "./../x", "./a/../b", "./", "./a/", "x", "./a b", "./${x}", "./a//b"})
    void refusesPathsThatLeaveTheDirectory(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> NixExpr.path(text));
    }

    @Test
    @NeedsNix
    void realNixReadsBackWhatWasMeant(@TempDir Path directory) throws Exception {
        Tool nix = new Tool("nix-instantiate");
        List<String> texts = hostileTexts(3000);
        List<NixExpr> written = new ArrayList<>();
        texts.forEach(text -> written.add(NixExpr.string(text)));
        List<List<String>> lines = linesOf(hostileTexts(3000));
        lines.forEach(each -> written.add(new NixExpr.Lines(each)));
        List<String> meant = new ArrayList<>(texts);
        lines.forEach(each -> meant.add(String.join("\n", each) + "\n"));
        NixExpr hashes = NixExpr.apply(
                NixExpr.select(NixExpr.variable("builtins"), "concatStringsSep"),
                NixExpr.string(" "),
                NixExpr.apply(
                        NixExpr.variable("map"),
                        NixExpr.apply(
                                NixExpr.select(NixExpr.variable("builtins"), "hashString"), NixExpr.string("sha256")),
                        NixExpr.list(written)));
        Path file = Files.writeString(directory.resolve("texts.nix"), NixPrinter.file(List.of(), hashes));
        assertThat(NixSyntax.check(Files.readString(file))).isEmpty();
        assertThat(Files.readString(file)).contains("\n  ''\n");
        String expected = meant.stream().map(NixTextTest::sha256).collect(Collectors.joining(" "));
        assertThat(nix.run(directory, List.of("--eval", file.toString())).strip())
                .isEqualTo('"' + expected + '"');
    }

    /** Three texts each, with something harmless before every other one so that many are written as lines. */
    private static List<List<String>> linesOf(List<String> texts) {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i + 2 < texts.size(); i += 3) {
            String head = i % 2 == 0 ? "x " : "";
            lines.add(List.of(head + texts.get(i), head + texts.get(i + 1), texts.get(i + 2)));
        }
        return lines;
    }

    private static List<String> hostileTexts(int count) {
        Random random = new Random(42);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
