// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.LoopbackServer;
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
import org.junit.jupiter.params.provider.CsvSource;

/** The proxy of the user's settings. */
class HttpProxyTest {
    @TempDir
    Path directory;

    @Test
    @Proves(
            id = "attack 16",
            given = "a login for an index that is declared with plain http",
            outcome = "it is not sent, neither to the index nor to a proxy")
    void asksTheProxyForOtherMachinesAndLogsInThere() {
        try (LoopbackServer proxy = LoopbackServer.start(
                request -> request.header("proxy-authorization").isPresent()
                        ? Answer.html("by proxy")
                        : Answer.status(407).with("Proxy-Authenticate", "Basic realm=\"office\""))) {
            Login login = new Login("me", "canary");
            assertThat(fetch(proxy, "http", Optional.of(login))).isEqualTo("200 by proxy");
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
            assertThat(fetch(proxy, "http", Optional.empty()))
                    .satisfies(ProblemExample.printed("X313"))
                    .contains("[wheels/X313]", "<proxy> of settings.xml", "<username>");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "407, X313, asks for a login, <username>, 1",
        "403, X313, opens no connection (it answered 403), <nonProxyHosts>, 1",
        "502, X313, opens no connection (it answered 502), <host> and <port>, 4"
    })
    @Proves(
            id = "fault 36",
            given = "a proxy that opens no tunnel to an https index",
            outcome = "X313 names the proxy and the setting; never taken for the index's answer")
    void saysThatTheProxyRefuses(int status, String code, String message, String hint, int requests) {
        try (LoopbackServer proxy = LoopbackServer.start(request -> Answer.status(status))) {
            assertThat(fetch(proxy, "https", Optional.empty()))
                    .startsWith("[wheels/" + code + "]")
                    .contains("the proxy \"office\" (127.0.0.1:" + proxy.uri().getPort() + ") " + message, hint);
            assertThat(proxy.received())
                    .hasSize(requests)
                    .allSatisfy(request -> assertThat(request.method()).isEqualTo("CONNECT"));
        }
    }

    @Test
    @Proves(id = "fault 36", given = "a proxy that nobody reaches", outcome = "X313 names the proxy and the setting")
    void saysThatTheProxyIsGone() {
        LoopbackServer proxy = LoopbackServer.start(request -> Answer.status(500));
        proxy.close();
        assertThat(fetch(proxy, "https", Optional.empty()))
                .contains("[wheels/X313]", "the proxy \"office\"", "connection refused", "<active>");
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
        "169.254.169.254, other, false",
        "[::ffff:127.0.0.1], other, false",
        "10.1.2.3, other, true",
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
                .satisfies(ProblemExample.printed("E405", port == 0))
                .withMessageContaining("[wheels/E405] the proxy \"office\"")
                .withMessageNotContaining("canary");
    }

    private String fetch(LoopbackServer proxy, String scheme, Optional<Login> login) {
        HttpProxy office =
                new HttpProxy("office", proxy.uri().getHost(), proxy.uri().getPort(), () -> login, List.of());
        URI index = URI.create(scheme + "://index.example/simple/demo/");
        HttpOptions options = HttpFixture.OPTIONS
                .withProxies(Map.of(scheme, office))
                .withPlainHosts(Set.of("index.example"))
                .withCredentials(List.of(Credentials.of(index, "me", "of-index")));
        try (HttpFixture fixture = new HttpFixture(directory, Answer.html("never"));
                Http http = fixture.open(options)) {
            return http.get(HttpRequest.page(index, "text/html"), answer -> answer.status() + " " + answer.text());
        } catch (WheelsException e) {
            return e.problem().toString();
        }
    }
}
