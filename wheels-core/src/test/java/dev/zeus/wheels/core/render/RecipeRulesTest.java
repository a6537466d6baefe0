// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.SubstitutionDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.nix.NixPrinter;
import dev.zeus.wheels.python.EnvironmentMarker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "platform_machine == 'x86_64' | stdenv.hostPlatform.isx86_64 | stdenv",
                "sys_platform == 'linux' | stdenv.hostPlatform.isLinux | stdenv",
                "sys_platform == 'darwin' and platform_machine == 'arm64' |"
                        + " stdenv.hostPlatform.isAarch64 && stdenv.hostPlatform.isDarwin | stdenv",
                "platform_machine != 'arm64' | lib.elem stdenv.hostPlatform.system"
                        + " [ \"aarch64-linux\" \"x86_64-darwin\" \"x86_64-linux\" ] | lib stdenv",
                "python_version < '3.12' | pythonOlder \"3.12\" | pythonOlder",
                "python_version >= '3.12' | pythonAtLeast \"3.12\" | pythonAtLeast",
                "python_version == '3.12' | lib.elem python.pythonVersion [ \"3.12\" ] | lib python",
                "python_version > '3.11' and sys_platform == 'linux' |"
                        + " pythonAtLeast \"3.12\" && stdenv.hostPlatform.isLinux | pythonAtLeast stdenv",
                "python_version > '3.8' | always | ``",
                "sys_platform == 'win32' | never | ``",
                "python_version < '3.12' or sys_platform == 'linux' |"
                        + " pythonAtLeast \"3.12\" && stdenv.hostPlatform.isLinux; pythonOlder \"3.12\" |"
                        + " pythonAtLeast pythonOlder stdenv"
            })
    void asksWhatAMarkerAsks(String marker, String nix, String arguments) {
        List<Condition> conditions =
                Condition.of(Optional.of(EnvironmentMarker.parse(marker)), List.of("3.13", "3.11", "3.12"));
        SortedSet<String> needed = new TreeSet<>();
        String printed = conditions.stream()
                .map(condition -> condition.isAlways()
                        ? "always"
                        : NixPrinter.definition(condition.nix(needed), 0, 0)
                                .strip()
                                .replaceAll("\\s+", " "))
                .sorted()
                .collect(Collectors.joining("; "));
        assertThat(printed.isEmpty() ? "never" : printed).isEqualTo(nix);
        assertThat(String.join(" ", needed)).isEqualTo(arguments);
    }

    @Test
    void refusesMarkersWithoutAnAnswer() {
        assertThatThrownBy(() ->
                        Condition.of(Optional.of(EnvironmentMarker.parse("python_version ~= '3'")), List.of("3.12")))
                .isInstanceOf(WheelsException.class)
                .hasMessageContaining("N307");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain-1.0",
                "",
                "a b",
                "it's",
                "\"$HOME\"",
                "$(touch x)",
                "`id`",
                "a'b\"c$d`e",
                "\\",
                "!x'",
                "a\nb",
                "*",
                "~",
                "-n",
                "'\u202e"
            })
    void aTextIsOneWordOfTheShell(String text) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s' " + ShellText.word(text)).start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(text);
        assertThat(shell.waitFor()).isZero();
    }

    @Test
    void substitutionsOfOneFileAreOneCommand() {
        assertThat(ShellText.substitute(List.of(
                        new SubstitutionDeclaration("setup.py", "a<1", "a"),
                        new SubstitutionDeclaration("setup.py", "it's", "b"),
                        new SubstitutionDeclaration("x y.py", "c", ""))))
                .containsExactly(
                        "substituteInPlace setup.py \\",
                        "  --replace-fail 'a<1' a \\",
                        "  --replace-fail \"it's\" b",
                        "substituteInPlace 'x y.py' \\",
                        "  --replace-fail c ''");
    }
}
