// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.http.TransportException.Kind;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit from both sides, and the key that its message names. */
final class HttpLimitsTest {
    private static final HttpSettings DEFAULTS = HttpSettings.DEFAULTS;

    @TempDir
    Path directory;

    @Test
    @Proves(
            id = "fault 33",
            given = "a page of 200 MB, or a small one that decompresses to that",
            outcome = "X305 names wheels.http.pageSize; counted after decoding, not tried again")
    void countsAPageOnceItIsDecoded() throws IOException {
        HttpOptions options =
                HttpFixture.OPTIONS.withSettings(HttpFixture.OPTIONS.settings().with(HttpSetting.PAGE_SIZE, 100_000));
        for (int size : new int[] {100_000, 100_001}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(new byte[size]);
            }
            Answer page = Answer.bytes(out.toByteArray()).with("Content-Encoding", "gzip");
            try (HttpFixture fixture = new HttpFixture(directory, page)) {
                String result = fixture.fetch(options);
                if (size == 100_000) {
                    assertThat(result).hasSize("200 ".length() + size);
                } else {
                    assertThat(result)
                            .satisfies(ProblemExample.printed("X305"))
                            .contains("[wheels/X305]", "larger than the limit of 0.1 MiB (wheels.http.pageSize)");
                }
                assertThat(fixture.server.received()).hasSize(1);
            }
        }
    }

    @Test
    void countsAFileAndARangeLikewise() {
        try (HttpFixture fixture =
                        new HttpFixture(directory, Answer.bytes(new byte[1001]).withStatus(206));
                Http http = fixture.open(HttpFixture.OPTIONS)) {
            HttpRequest exact = HttpRequest.part(fixture.uri(), new ByteRange.Span(0, 1000), 1001);
            HttpRequest less = HttpRequest.part(fixture.uri(), new ByteRange.Span(0, 999), 1000);
            assertThat(http.<Integer>get(exact, answer -> answer.body().length)).isEqualTo(1001);
            assertThat(catchThrowable(() -> http.get(less, HttpAnswer::body)))
                    .hasMessageContaining("limit of 1000 bytes");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "61 | 1000 | whole",
                "61 | 900  | only 54900 bytes in a minute, expected at least 1000 bytes a second (wheels.http.leastRate)",
                "598| 1000 | whole",
                "602| 1000 | not whole after 600 s (wheels.http.totalTimeout), got 601000 bytes"
            })
    @Proves(
            id = "fault 15",
            given = "1 byte/s for ever",
            outcome = "X303 names wheels.http.leastRate, or wheels.http.totalTimeout, whichever is up first")
    void givesUpOnWhatIsTooSlow(int seconds, int bytesPerSecond, String outcome) {
        AtomicLong now = new AtomicLong();
        InputStream slow = new InputStream() {
            private int left = seconds;

            @Override
            public int read() {
                throw new UnsupportedOperationException("read in one go");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                now.addAndGet(Duration.ofSeconds(1).toNanos());
                return left-- > 0 ? bytesPerSecond : -1;
            }
        };
        Transport.Reply reply = new Transport.Reply(200, HttpFields.NONE, slow, () -> {});
        BodyReader reader = new BodyReader(
                new ApacheTransport(HttpOptions.DEFAULTS),
                DEFAULTS,
                DEFAULTS.time(HttpSetting.TOTAL_TIMEOUT),
                now::get);
        Throwable problem = catchThrowable(
                () -> reader.copy(reply, OutputStream.nullOutputStream(), SizeLimit.of(HttpSetting.PAGE_SIZE)));
        assertThat(problem == null ? "whole" : problem.getMessage()).isEqualTo(outcome);
    }

    static Stream<Arguments> explains() {
        return Stream.of(
                Arguments.of(new UnknownHostException("x"), Kind.UNREACHABLE, "unknown host"),
                Arguments.of(new ConnectException("x"), Kind.UNREACHABLE, "connection refused or no route"),
                Arguments.of(
                        new ConnectTimeoutException("x"),
                        Kind.UNREACHABLE,
                        "no connection within 10 s (wheels.http.connectTimeout)"),
                Arguments.of(
                        new SocketTimeoutException("x"), Kind.STALLED, "silent for 30 s (wheels.http.idleTimeout)"),
                Arguments.of(
                        new SSLHandshakeException("handshake_failure"),
                        Kind.TLS,
                        "no trusted TLS connection: handshake_failure"),
                Arguments.of(
                        new SSLHandshakeException("gone").initCause(new EOFException()),
                        Kind.RESET,
                        "TLS connection broke: gone"));
    }

    @ParameterizedTest
    @MethodSource
    @Proves(
            id = "fault 11",
            given = "a name that does not resolve, or a host without a route",
            outcome = "X301 after retries; hint: -o works without the network")
    @Proves(
            id = "fault 13",
            given = "a host that takes no connection in time",
            outcome = "X301 names wheels.http.connectTimeout")
    void explains(IOException problem, Kind kind, String message) {
        TransportException explained = new Diagnosis(DEFAULTS, new ServerClock(Clock.systemUTC())).of(problem);
        assertThat(explained.kind()).isEqualTo(kind);
        assertThat(explained).hasMessage(message);
        assertThat(Kind.UNREACHABLE.hint).contains("works with -o");
    }

    @Test
    void saysThatNobodyAnswers() {
        try (HttpFixture fixture = new HttpFixture(directory, Answer.html("never"))) {
            fixture.server.close();
            assertThat(fixture.fetch(HttpFixture.OPTIONS)).satisfies(ProblemExample.printed("X301"));
        }
    }

    @Test
    void followsAsManyRedirectsAsItIsTold() {
        HttpOptions none =
                HttpFixture.OPTIONS.withSettings(HttpFixture.OPTIONS.settings().with(HttpSetting.REDIRECTS, 0));
        try (HttpFixture fixture = new HttpFixture(directory, Answer.redirect("/simple/demo/"), Answer.html("there"))) {
            assertThat(fixture.fetch(HttpFixture.OPTIONS)).isEqualTo("200 there");
        }
        try (HttpFixture fixture =
                new HttpFixture(directory.resolve("none"), Answer.redirect("/simple/demo/"), Answer.html("there"))) {
            assertThat(fixture.fetch(none)).contains("more than 0 redirects (wheels.http.redirects)");
        }
    }

    @Test
    @Proves(
            id = "attack 26",
            given = "a log or an exception that prints whatever the client has at hand",
            outcome = "no text of a request, an answer, its header, a login or an option shows a secret")
    void showsNoSecretInAnyText() {
        String canary = "canary-7f3a";
        URI uri = URI.create("https://me:" + canary + "@index.example/simple/?token=" + canary + "#" + canary);
        HttpFields fields = new HttpFields(new TreeMap<>(Map.of("set-cookie", canary, "location", uri.toString())));
        Login login = new Login("me", canary);
        HttpProxy proxy = new HttpProxy("office", "proxy.example", 3128, () -> Optional.of(login), List.of());
        HttpOptions options = HttpOptions.DEFAULTS
                .withCredentials(List.of(Credentials.of(uri, () -> Optional.of(login))))
                .withProxies(Map.of("https", proxy));
        List<Object> texts = List.of(
                HttpRequest.page(uri, "*/*"),
                new HttpAnswer(uri, 200, fields, canary.getBytes(StandardCharsets.UTF_8)),
                fields,
                login,
                proxy,
                options,
                Origin.of(uri),
                SafeUrl.of(uri),
                SafeUrl.ofText(uri.toString()),
                Netrc.parse(Path.of("netrc"), "machine index.example password " + canary));
        assertThat(texts).allSatisfy(text -> assertThat(text.toString()).doesNotContain(canary));
    }
}
