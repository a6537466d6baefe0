package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.LoopbackServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proxy of the user's settings. */
class HttpProxyTest {
    private static final URI INDEX = URI.create("http://index.example/simple/demo/");

    @TempDir
    Path directory;

    @Test
    void asksTheProxyForOtherMachinesAndLogsInThere() {
        try (LoopbackServer proxy = LoopbackServer.start(
                request -> request.header("proxy-authorization").isPresent()
                        ? Answer.html("by proxy")
                        : Answer.status(407).with("Proxy-Authenticate", "Basic realm=\"office\""))) {
            Login login = new Login("me", "canary");
            assertThat(fetch(proxy, Optional.of(login), List.of())).isEqualTo("200 by proxy");
            assertThat(proxy.received().get(0).header("proxy-authorization")).isEmpty();
            assertThat(proxy.received())
                    .allSatisfy(request ->
                            assertThat(request.header("authorization")).isEmpty());
            assertThat(login).asString().doesNotContain("canary");
        }
    }

    @Test
    @Proves(
            id = "fault 36",
            given = "a proxy that asks for a login, and there is none",
            outcome = "X313 names the setting")
    void saysThatTheProxyWantsALogin() {
        try (LoopbackServer proxy = LoopbackServer.start(
                request -> Answer.status(407).with("Proxy-Authenticate", "Basic realm=\"office\""))) {
            assertThat(fetch(proxy, Optional.empty(), List.of()))
                    .contains("[wheels/X313]", "<proxy> of settings.xml", "<username>");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "index.example, index.example, false",
        "Index.Example, *.example, false",
        "index.example, index.*, false",
        "index.example, *dex*, false",
        "index.example, in*.ex*le, false",
        "index.example, index.*example, false",
        "index.example, index.e*example, true",
        "index.example, example, true",
        "127.0.0.1, other, false",
        "localhost, other, false"
    })
    @Proves(id = "fault 36", given = "hosts that the proxy is not for", outcome = "reached without it")
    void leavesOutWhatIsDirect(String host, String pattern, boolean served) {
        HttpProxy proxy = new HttpProxy("office", "proxy.example", 3128, Optional::empty, List.of(pattern));
        assertThat(proxy.serves(host)).isEqualTo(served);
    }

    @ParameterizedTest
    @CsvSource({"http://me:canary@proxy.example, 3128", "proxy.example, 0", "'', 80", "proxy example, 80"})
    @Proves(id = "fault 36", given = "a malformed proxy", outcome = "E405 names the proxy and what is expected")
    void refusesWhatIsNoProxy(String host, int port) {
        assertThatExceptionOfType(WheelsException.class)
                .isThrownBy(() -> new HttpProxy("office", host, port, Optional::empty, List.of()))
                .withMessageContaining("[wheels/E405] the proxy \"office\"")
                .withMessageNotContaining("canary");
    }

    private String fetch(LoopbackServer proxy, Optional<Login> login, List<String> direct) {
        HttpProxy office =
                new HttpProxy("office", proxy.uri().getHost(), proxy.uri().getPort(), () -> login, direct);
        HttpOptions options =
                HttpFixture.OPTIONS.withProxies(Map.of("http", office)).withPlainHosts(Set.of("index.example"));
        try (HttpFixture fixture = new HttpFixture(directory, Answer.html("never"));
                Http http = fixture.open(options)) {
            return http.get(HttpRequest.page(INDEX, "text/html"), answer -> answer.status() + " " + answer.text());
        } catch (WheelsException e) {
            return e.problem().toString();
        }
    }
}
