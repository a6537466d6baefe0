// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.ProblemExample;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address of a source, as it is declared or given for one run. */
final class SourceAddressTest {
    private static final Path LOCKS = Path.of("/project/generated");
    private static final SourceDeclaration ACME = new SourceDeclaration("acme", "https://index.example/simple/");
    private static final SourceDeclaration FLAT =
            new SourceDeclaration("vendored", "wheels/", SourceFormat.FLAT, false);

    @Test
    void prefersWhatTheCommandLineSays() {
        assertThat(SourceAddress.of(ACME, Optional.empty(), LOCKS)).hasToString("https://index.example/simple/");
        assertThat(SourceAddress.of(ACME, Optional.of("http://127.0.0.1:1/x/"), LOCKS))
                .hasToString("http://127.0.0.1:1/x/");
        assertThat(SourceAddress.of(ACME, Optional.of("file:///mirror/acme/"), LOCKS))
                .hasToString("file:///mirror/acme/");
        assertThat(SourceAddress.of(FLAT, Optional.empty(), LOCKS)).hasToString("file:///project/wheels");
        assertThat(SourceAddress.of(FLAT, Optional.of("file:///elsewhere/"), LOCKS))
                .hasToString("file:///elsewhere/");
        assertThat(SourceAddress.of(FLAT, Optional.of("https://pages.example/links.html"), LOCKS))
                .hasToString("https://pages.example/links.html");
    }

    @ParameterizedTest
    @CsvSource({"~/wheels/", "~"})
    void refusesAFolderThatOnlyAShellWouldFind(String given) {
        assertThatExceptionOfType(WheelsException.class)
                .isThrownBy(() -> SourceAddress.of(FLAT, Optional.of(given), LOCKS))
                .withMessageContaining("[wheels/D203] the source \"vendored\" has the address \"" + given + "\", and"
                        + " nothing expands \"~\" there")
                .withMessageContaining(
                        "hint: write \"file://\" and the whole path, in @Source or with -Dwheels.index.v");
        assertThat(SourceAddress.of(FLAT, Optional.of("./~/wheels/"), LOCKS)).hasToString("file:///project/~/wheels");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://me:canary@index.example/simple/  | names a user",
                "https://me/x:canary@index.example/simple/| names a user",
                "https://index.example/canary#@evil.example| names a user",
                "https://index.example/simple/?key=canary | goes on after the path",
                "https://me:can ary@index.example/        | is no URL",
                "https:///simple/                         | names no host",
                "ftp://index.example/simple/              | neither https:// nor http://",
                "file://server/tmp/                       | neither https:// nor http://",
                "file:///tmp/?x                           | neither https:// nor http://",
                "file:tmp                                 | neither https:// nor http://",
                "index.example/simple/                    | neither https:// nor http://"
            })
    @Proves(
            id = "attack 24",
            given = "-Dwheels.index.NAME with a password, a query, or what is no address of an index",
            outcome = "D203 says why; the password is not repeated")
    @Proves(
            id = "attack 22",
            given = "an address that a reader could take for another host's",
            outcome = "D203, nothing before its last @ is shown")
    void refusesWhatIsNoAddressOfAnIndex(String given, String why) {
        assertThatExceptionOfType(WheelsException.class)
                .isThrownBy(() -> SourceAddress.of(ACME, Optional.of(given), LOCKS))
                .satisfies(ProblemExample.printed("D203", given.startsWith("ftp")))
                .withMessageContaining("[wheels/D203] the source \"acme\" has the address")
                .withMessageContaining(why)
                .withMessageContaining("-Dwheels.index.acme=")
                .withMessageNotContaining("canary")
                .withMessageNotContaining("can ary");
    }
}
