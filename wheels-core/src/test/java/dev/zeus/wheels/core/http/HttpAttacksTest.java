// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.ProblemExample;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client refuses to be talked into; the number is the attack's in the list of attacks. */
final class HttpAttacksTest {
    private static final String CANARY = "canary-7f3a";

    @TempDir
    Path directory;

    @Proves(
            id = "attack 18",
            given = "a redirect to another origin, with a login",
            outcome = "the other origin gets no Authorization")
    @Test
    void attack18SendsCredentialsToTheirOriginOnly() {
        try (HttpFixture other = new HttpFixture(directory, Answer.html("elsewhere"));
                HttpFixture index =
                        new HttpFixture(directory, Answer.redirect(other.uri().toString()))) {
            Login login = new Login("me", CANARY);
            Credentials credentials = Credentials.of(index.uri(), "me", CANARY);
            assertThat(index.fetch(HttpFixture.OPTIONS.withCredentials(List.of(credentials))))
                    .isEqualTo("200 elsewhere");
            assertThat(index.lastHeader("authorization")).contains(login.basic());
            assertThat(other.lastHeader("authorization")).isEmpty();
        }
    }

    @Proves(id = "attack 19", given = "a redirect to file:, ftp:, jar: or data:", outcome = "X310, not followed")
    @Proves(
            id = "attack 22",
            given = "a redirect to an address that names a user, or could be read as if it did",
            outcome = "X310, neither user nor password is shown")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://index.example/x",
                "jar:file:/x!/y",
                "data:text/html,x",
                "https://me:canary-7f3a@index.example/x",
                "https://me/canary:canary-7f3a@index.example/x",
                "https://index.example/#@evil.example/canary-7f3a",
                "https://index.example\\\\@evil.example/canary-7f3a"
            })
    void attack19And22RefusesWhatIsNoPlainWebAddress(String location) {
        try (HttpFixture fixture = new HttpFixture(directory, Answer.redirect(location))) {
            assertThat(fixture.fetch(HttpFixture.OPTIONS))
                    .satisfies(ProblemExample.printed("X310", location.startsWith("file:")))
                    .contains("[wheels/X310]")
                    .doesNotContain(CANARY);
        }
    }

    @Proves(id = "attack 16", given = "plain http to a host that no source names", outcome = "X310")
    @Proves(
            id = "attack 20",
            given = "an address that is this machine or the cloud's metadata, however it is written",
            outcome = "X310")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://index.example/x",
                "http://127.evil.example/x",
                "http://2130706433/x",
                "http://[::ffff:127.0.0.1]/x",
                "https://[::ffff:127.0.0.1]:1/x",
                "https://[::1]:1/x",
                "https://127.0.0.1:1/x",
                "https://127.1:1/x",
                "https://0.0.0.0:1/x",
                "https://2130706433:1/x",
                "https://localhost:1/x",
                "https://169.254.169.254/latest/meta-data/"
            })
    void attack16And20RefusesPlainHttpAndThisMachineToStrangers(URI uri) {
        try (HttpFixture fixture = new HttpFixture(directory, Answer.html("never"));
                Http http = fixture.open(HttpFixture.OPTIONS.withTrustedHosts(Set.of("other.example")))) {
            assertThat(catchThrowable(() -> http.get(HttpRequest.page(uri, "*/*"), HttpAnswer::text)))
                    .hasMessageContaining("[wheels/X310]");
        }
    }

    @Proves(
            id = "attack 20",
            given = "a name that resolves to this machine or its link-local network",
            outcome = "refused before connecting")
    @Proves(
            id = "attack 21",
            given = "a name that resolves differently the second time",
            outcome = "the address that is connected to is the one that is checked")
    @Test
    void attack20RefusesAnAddressOfThisMachineOnceItIsResolved() {
        assertThat(catchThrowable(() -> new CautiousResolver(Set.of("index.example")).resolve("localhost")))
                .hasMessageContaining("this machine");
        assertThat(catchThrowable(() -> new CautiousResolver(Set.of("127.0.0.1")).resolve("169.254.169.254")))
                .hasMessageContaining("link-local");
    }

    @Proves(id = "attack 23", given = "a control character in a Location", outcome = "X306, shown escaped")
    @ParameterizedTest
    @ValueSource(strings = {"https://index.example/\r\nX-Injected: 1", "/x\ny", "/x\u0000", "/x\ty", "/x\u007fy"})
    @Proves(id = "attack 23", given = "CR, LF or another control character in an address", outcome = "it is no address")
    void takesNoControlCharacters(String address) {
        assertThat(catchThrowable(() -> Urls.parse(address))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Proves(
            id = "attack 23",
            given = "CR and LF in a user name or password",
            outcome = "encoded with the rest of it, so that no header line begins")
    void writesALoginInOneLine() {
        assertThat(new Login("me\r\nX-Injected: 1", "p\n").basic()).matches("Basic [A-Za-z0-9+/=]+");
    }

    @Test
    void attack23NeverWritesALineBreakOfALocation() {
        try (HttpFixture fixture = new HttpFixture(directory, Answer.redirect("/x\u0001y"))) {
            assertThat(fixture.fetch(HttpFixture.OPTIONS))
                    .satisfies(ProblemExample.printed("X306"))
                    .contains("[wheels/X306]", "\\u0001");
        }
    }

    @Proves(id = "attack 26", given = "credentials printed as text", outcome = "no secret in any of it")
    @Test
    void attack26ShowsNoSecretInAnyText() {
        Map<String, String> environment =
                Map.of("WHEELS_INDEX_MY_CORP_USERNAME", "me", "WHEELS_INDEX_MY_CORP_PASSWORD", CANARY);
        URI url = URI.create("https://index.example/simple/?token=" + CANARY);
        Login login = Login.ofEnvironment("my-corp", environment).orElseThrow();
        assertThat(login.password()).isEqualTo(CANARY);
        Credentials credentials = Credentials.of(url, () -> Optional.of(login));
        HttpOptions options = HttpOptions.DEFAULTS.withCredentials(List.of(credentials));
        assertThat(options.toString() + credentials + SafeUrl.of(url)).doesNotContain(CANARY);
    }

    @Proves(id = "attack 54", given = "ESC, BEL, CR and U+202E in a message", outcome = "shown escaped")
    @Test
    void attack54MakesForeignTextHarmless() {
        assertThat(Printable.of("a\u001b]0;x\u0007\u202eb\r\nc", 100)).isEqualTo("a\\u001b]0;x\\u0007\\u202eb  c");
        assertThat(Printable.of("abcdef", 3)).isEqualTo("abc…");
    }
}
