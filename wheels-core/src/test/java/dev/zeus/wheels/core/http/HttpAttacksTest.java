package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.zeus.wheels.testkit.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client refuses to be talked into; the number is the attack's in the list of attacks. */
final class HttpAttacksTest {
    private static final String CANARY = "canary-7f3a";

    @TempDir
    Path directory;

    @Test
    void attack18SendsCredentialsToTheirOriginOnly() {
        try (HttpFixture other = new HttpFixture(directory, Answer.html("elsewhere"));
                HttpFixture index =
                        new HttpFixture(directory, Answer.redirect(other.uri().toString()))) {
            Credentials credentials = new Credentials(Origin.of(index.uri()), "me", CANARY);
            assertThat(index.fetch(HttpFixture.OPTIONS.withCredentials(List.of(credentials))))
                    .isEqualTo("200 elsewhere");
            assertThat(index.lastHeader("authorization")).contains(credentials.basic());
            assertThat(other.lastHeader("authorization")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://index.example/x",
                "jar:file:/x!/y",
                "data:text/html,x",
                "https://me:canary-7f3a@index.example/x"
            })
    void attack19And22RefusesWhatIsNoPlainWebAddress(String location) {
        try (HttpFixture fixture = new HttpFixture(directory, Answer.redirect(location))) {
            assertThat(fixture.fetch(HttpFixture.OPTIONS))
                    .contains("[wheels/X310]")
                    .doesNotContain(CANARY);
        }
    }

    @ParameterizedTest
    @CsvSource({"http://2130706433/x", "http://[::ffff:127.0.0.1]/x", "http://index.example/x"})
    void attack16And20RefusesPlainHttpAndThisMachineToStrangers(URI uri) {
        try (HttpFixture fixture = new HttpFixture(directory, Answer.html("never"));
                Http http = fixture.open(HttpFixture.OPTIONS.withTrustedHosts(Set.of("other.example")))) {
            assertThat(catchThrowable(() -> http.get(HttpRequest.page(uri, "*/*"), HttpAnswer::text)))
                    .hasMessageContaining("[wheels/X310]");
        }
    }

    @Test
    void attack20RefusesAnAddressOfThisMachineOnceItIsResolved() {
        assertThat(catchThrowable(() -> new CautiousResolver(Set.of("index.example")).resolve("localhost")))
                .hasMessageContaining("this machine");
        assertThat(catchThrowable(() -> new CautiousResolver(Set.of("127.0.0.1")).resolve("169.254.169.254")))
                .hasMessageContaining("link-local");
    }

    @Test
    void attack23NeverWritesALineBreakOfALocation() {
        try (HttpFixture fixture = new HttpFixture(directory, Answer.redirect("/x\u0001y"))) {
            assertThat(fixture.fetch(HttpFixture.OPTIONS)).contains("[wheels/X306]", "\\u0001");
        }
    }

    @Test
    void attack26ShowsNoSecretInAnyText() {
        Map<String, String> environment =
                Map.of("WHEELS_INDEX_MY_CORP_USERNAME", "me", "WHEELS_INDEX_MY_CORP_PASSWORD", CANARY);
        URI url = URI.create("https://index.example/simple/?token=" + CANARY);
        Credentials credentials =
                Credentials.ofEnvironment("my-corp", url, environment).orElseThrow();
        HttpOptions options = HttpOptions.DEFAULTS.withCredentials(List.of(credentials));
        assertThat(credentials.password()).isEqualTo(CANARY);
        assertThat(options.toString() + credentials + SafeUrl.of(url)).doesNotContain(CANARY);
    }

    @Test
    void attack54MakesForeignTextHarmless() {
        assertThat(Printable.of("a\u001b]0;x\u0007\u202eb\r\nc", 100)).isEqualTo("a\\u001b]0;x\\u0007\\u202eb  c");
        assertThat(Printable.of("abcdef", 3)).isEqualTo("abc…");
    }
}
