// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.ProblemExample;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates that are not to be trusted, and one that is. */
class HttpTlsTest {
    @TempDir
    static Path directory;

    private static Certificates certificates;

    /** Where the server sends its callers; nowhere if empty. */
    private String location = "";

    /** Handshakes cost a busy machine more than the deadlines that other tests run into on purpose. */
    private HttpOptions options =
            HttpFixture.OPTIONS.withTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(1));

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = Certificates.signed(
                directory,
                List.of(
                        List.of("good", "-ext", "san=ip:127.0.0.1,dns:index.example"),
                        List.of("stranger", "-ext", "san=dns:other.example"),
                        List.of("expired", "-ext", "san=ip:127.0.0.1", "-startdate", "-10d", "-validity", "1"),
                        List.of("early", "-ext", "san=ip:127.0.0.1", "-startdate", "+10d")));
    }

    @Test
    void talksToWhomItTrusts() throws Exception {
        assertThat(fetch("good")).isEqualTo("200 secured");
    }

    @Test
    @Proves(
            id = "fault 37",
            given = "a certificate of an unknown issuer, as one that is signed by itself",
            outcome = "X307, not retried; hint: the trust store, by keytool or -Djavax.net.ssl.trustStore")
    void refusesAnUnknownIssuer() throws Exception {
        assertThat(fetch("good", DefaultClientTlsStrategy.createSystemDefault()))
                .satisfies(ProblemExample.printed("X307"))
                .contains("[wheels/X307]", "no trusted TLS connection", "keytool", "javax.net.ssl.trustStore")
                .doesNotContain("retries");
    }

    @Test
    @Proves(id = "fault 37", given = "a certificate of another host", outcome = "X307, not retried")
    void refusesAnotherHost() throws Exception {
        assertThat(fetch("stranger"))
                .contains("[wheels/X307]", "127.0.0.1", "correct the address")
                .doesNotContain("retries");
    }

    @Test
    @Proves(id = "fault 37", given = "an expired certificate", outcome = "X307, not retried")
    void refusesAnExpiredCertificate() throws Exception {
        assertThat(fetch("expired"))
                .contains("[wheels/X307]", "is not valid now", "this machine's clock says")
                .doesNotContain("retries");
    }

    @Test
    @Proves(id = "attack 17", given = "a redirect from https down to http", outcome = "X306, refused and said so")
    void neverGoesDownToPlainHttp() throws Exception {
        location = "http://127.0.0.1/simple/demo/";
        assertThat(fetch("good")).contains("[wheels/X306]", "from https down to http");
    }

    @Test
    @Proves(
            id = "fault 38",
            given = "a certificate that is not valid yet, as with a clock that is slow",
            outcome = "X307 with this machine's clock, and the Date of another server where one has answered")
    void comparesTheClocks() throws Exception {
        assertThat(fetch("early"))
                .contains("[wheels/X307]", "is not valid now", "this machine's clock says", "set this machine's clock");
        Instant now = Instant.now();
        assertThat(fetchAfter(now.plus(11, ChronoUnit.DAYS), "early"))
                .contains("where another server says "
                        + now.plus(11, ChronoUnit.DAYS).toString().substring(0, 10))
                .contains("set this machine's clock");
        assertThat(fetchAfter(now, "early"))
                .contains("as do other servers", "tell the operators of the index")
                .doesNotContain("set this machine's clock");
    }

    @Test
    @Proves(
            id = "fault 36",
            given = "an https index behind a proxy that asks for a login",
            outcome = "the proxy gets its login, the index its own, neither the other's")
    void talksThroughATunnel() throws Exception {
        HttpsServer server = serve("good");
        try (TunnelProxy proxy = TunnelProxy.to(server.getAddress().getPort(), new Login("me", "of-proxy").basic())) {
            HttpProxy office = new HttpProxy(
                    "office", "127.0.0.1", proxy.port(), () -> Optional.of(new Login("me", "of-proxy")), List.of());
            URI uri = URI.create("https://index.example/simple/demo/");
            options = options.withProxies(Map.of("https", office))
                    .withCredentials(List.of(Credentials.of(uri, "me", "of-index")));
            assertThat(ask(open(certificates.trusting()), uri))
                    .isEqualTo("200 secured " + backwards(new Login("me", "of-index").basic()));
            assertThat(proxy.heads())
                    .hasSize(2)
                    .allSatisfy(head -> assertThat(head).startsWith("CONNECT index.example:443 "))
                    .allSatisfy(
                            head -> assertThat(head.toLowerCase(Locale.ROOT)).doesNotContain("\nauthorization:"));
        } finally {
            server.stop(0);
        }
    }

    private static String backwards(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private String fetch(String certificate) throws Exception {
        return fetch(certificate, certificates.trusting());
    }

    private String fetch(String certificate, TlsSocketStrategy tls) throws Exception {
        HttpsServer server = serve(certificate);
        try {
            return ask(open(tls), page(server));
        } finally {
            server.stop(0);
        }
    }

    /** As {@link #fetch}, once another server has told the time. */
    private String fetchAfter(Instant time, String certificate) throws Exception {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).format(time.atZone(ZoneOffset.UTC));
        HttpsServer server = serve(certificate);
        try (HttpFixture other = new HttpFixture(directory, Answer.html("hello").with("Date", date))) {
            Http http = open(certificates.trusting());
            http.get(HttpRequest.file(other.uri()), HttpAnswer::text);
            return ask(http, page(server));
        } finally {
            server.stop(0);
        }
    }

    private Http open(TlsSocketStrategy tls) {
        return new NetworkHttp(new ApacheTransport(options, tls), options, wait -> {}, event -> {});
    }

    private static String ask(Http http, URI uri) {
        try (http) {
            return http.get(HttpRequest.page(uri, "*/*"), answer -> answer.status() + " " + answer.text());
        } catch (WheelsException e) {
            return e.problem().toString();
        }
    }

    private static URI page(HttpsServer server) {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/simple/demo/");
    }

    /** A server that says "secured", and which login it got: backwards, since a login is blotted out of answers. */
    private HttpsServer serve(String certificate) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.serving(certificate)));
        server.createContext("/", exchange -> {
            String login = exchange.getRequestHeaders().getFirst("Authorization");
            byte[] body = (login == null ? "secured" : "secured " + backwards(login)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(location.isEmpty() ? 200 : 302, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
