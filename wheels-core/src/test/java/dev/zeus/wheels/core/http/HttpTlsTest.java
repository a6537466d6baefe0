package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates that are not to be trusted, and one that is; keytool makes them. */
class HttpTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path directory;

    /** Where the server sends its callers; nowhere if empty. */
    private String location = "";

    @Test
    void talksToWhomItTrusts() throws Exception {
        KeyStore keys = keys("-ext", "san=ip:127.0.0.1");
        assertThat(fetch(keys, trusting(keys))).isEqualTo("200 secured");
    }

    @Test
    @Proves(
            id = "fault 37",
            given = "a certificate of an unknown issuer",
            outcome = "X307, not retried; hint: the trust store")
    void refusesAnUnknownIssuer() throws Exception {
        KeyStore keys = keys("-ext", "san=ip:127.0.0.1");
        assertThat(fetch(keys, DefaultClientTlsStrategy.createSystemDefault()))
                .contains("[wheels/X307]", "no trusted TLS connection", "trust store")
                .doesNotContain("retries");
    }

    @Test
    @Proves(id = "fault 37", given = "a certificate of another host", outcome = "X307, not retried")
    void refusesAnotherHost() throws Exception {
        KeyStore keys = keys("-ext", "san=dns:other.example");
        assertThat(fetch(keys, trusting(keys))).contains("[wheels/X307]").doesNotContain("retries");
    }

    @Test
    @Proves(id = "fault 37", given = "an expired certificate", outcome = "X307, not retried")
    void refusesAnExpiredCertificate() throws Exception {
        KeyStore keys = keys("-ext", "san=ip:127.0.0.1", "-startdate", "-10d", "-validity", "1");
        assertThat(fetch(keys, trusting(keys)))
                .contains("[wheels/X307]", "clock")
                .doesNotContain("retries");
    }

    @Test
    @Proves(id = "attack 17", given = "a redirect from https down to http", outcome = "X306, refused and said so")
    void neverGoesDownToPlainHttp() throws Exception {
        KeyStore keys = keys("-ext", "san=ip:127.0.0.1");
        location = "http://127.0.0.1/simple/demo/";
        assertThat(fetch(keys, trusting(keys))).contains("[wheels/X306]", "from https down to http");
    }

    @Test
    @Proves(
            id = "fault 38",
            given = "a certificate that is not valid yet, as with a clock that is slow",
            outcome = "X307 compares it with this machine's clock")
    void namesTheClock() throws Exception {
        KeyStore keys = keys("-ext", "san=ip:127.0.0.1", "-startdate", "+10d");
        assertThat(fetch(keys, trusting(keys)))
                .contains("[wheels/X307]", "is not valid now", "this machine's clock says", "set this machine's clock");
    }

    private String fetch(KeyStore keys, TlsSocketStrategy tls) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serving(keys)));
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(location.isEmpty() ? 200 : 302, 7);
            exchange.getResponseBody().write("secured".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/simple/demo/");
        HttpOptions options = HttpFixture.OPTIONS;
        try (Http http =
                new NetworkHttp(new ApacheTransport(options, tls), options, wait -> {}, (EventSink) event -> {})) {
            return http.get(HttpRequest.page(uri, "*/*"), answer -> answer.status() + " " + answer.text());
        } catch (WheelsException e) {
            return e.problem().toString();
        } finally {
            server.stop(0);
        }
    }

    private static SSLContext serving(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static TlsSocketStrategy trusting(KeyStore keys) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("authority", keys.getCertificate("authority"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return new DefaultClientTlsStrategy(context);
    }

    private KeyStore keys(String... options) throws Exception {
        Path store = directory.resolve("keys.p12");
        keytool(store, "authority", List.of("-ext", "bc=ca:true"));
        List<String> signed = new ArrayList<>(List.of("-signer", "authority"));
        signed.addAll(List.of(options));
        keytool(store, "server", signed);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static void keytool(Path store, String alias, List<String> options) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(
                keytool, "-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias, "-keystore"));
        command.addAll(List.of(store.toString(), "-storetype", "PKCS12", "-storepass", "changeit"));
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
