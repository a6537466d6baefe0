// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.Answer.Manner;
import dev.zeus.wheels.testkit.LoopbackServer;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the client makes of a troubled server; the number is the fault's in the list of faults. */
final class HttpFaultsTest {
    private static final Answer GOOD = Answer.html("good");

    /** The ones that the pages of X302, X303, X304, X309 and X311 show. */
    private static final Set<String> SHOWN =
            Set.of("503 for ever", "a drop every 100 ms", "reset for ever", "Retry-After of ten years", "501");

    @TempDir
    Path directory;

    @Proves.Rows
    static Stream<Trouble> faults() {
        Answer twenty = Answer.html("0123456789abcdefghij");
        return Stream.of(
                Trouble.of(1, "500 once", 2, "200 good", Answer.status(500), GOOD),
                Trouble.of(1, "502 once", 2, "200 good", Answer.status(502), GOOD),
                Trouble.of(1, "503 twice", 3, "200 good", Answer.status(503), Answer.status(503), GOOD),
                Trouble.of(1, "504 once", 2, "200 good", Answer.status(504), GOOD),
                Trouble.of(1, "520 once", 2, "200 good", Answer.status(520), GOOD),
                Trouble.of(1, "527 once", 2, "200 good", Answer.status(527), GOOD),
                Trouble.of(2, "503 for ever", 4, "X302 answered 503, failed after 3 retries", Answer.status(503)),
                Trouble.of(
                        4,
                        "Retry-After of ten years",
                        1,
                        "X309 asks to wait 315360000 s, more than 120 s (wheels.http.longestWait)",
                        Answer.status(429).with("Retry-After", "315360000")),
                Trouble.of(
                        4,
                        "Retry-After garbage",
                        2,
                        "200 good",
                        Answer.status(429).with("Retry-After", "soon"),
                        GOOD),
                Trouble.of(
                        4,
                        "Retry-After negative",
                        2,
                        "200 good",
                        Answer.status(429).with("Retry-After", "-5"),
                        GOOD),
                Trouble.of(
                        4,
                        "Retry-After as a date in an hour",
                        1,
                        "X309 asks to wait",
                        Answer.status(503).with("Retry-After", date(3600))),
                Trouble.of(
                        4,
                        "Retry-After as a date that is past",
                        2,
                        "200 good",
                        Answer.status(503).with("Retry-After", date(-3600)),
                        GOOD),
                Trouble.of(5, "408 once", 2, "200 good", Answer.status(408), GOOD),
                Trouble.of(5, "400", 1, "400 ", Answer.status(400)),
                Trouble.of(5, "404", 1, "404 ", Answer.status(404)),
                Trouble.of(5, "410", 1, "410 ", Answer.status(410)),
                Trouble.of(5, "451", 1, "451 ", Answer.status(451)),
                Trouble.of(6, "501", 1, "X311 answered 501", Answer.status(501)),
                Trouble.of(6, "505", 1, "X311 answered 505", Answer.status(505)),
                Trouble.of(6, "511", 1, "X311 captive portal", Answer.status(511)),
                Trouble.of(12, "reset once", 2, "200 good", Answer.RESET, GOOD),
                Trouble.of(12, "reset for ever", 4, "X304 failed after 3 retries", Answer.RESET),
                Trouble.of(
                        13,
                        "accepts, never answers",
                        4,
                        "X303 silent for 0.3 s (wheels.http.idleTimeout)",
                        Answer.SILENCE),
                Trouble.of(14, "stalls in the body once", 2, "200 good", twenty.stalledAfter(5), GOOD),
                Trouble.of(
                        15,
                        "a drop every 100 ms",
                        4,
                        "X303 not whole after 1 s (wheels.http.totalTimeout)",
                        twenty.sent(new Manner.Dripping(100))),
                Trouble.of(16, "shorter than its length", 4, "X304 got 5 of 20 bytes", twenty.truncatedTo(5)),
                Trouble.of(
                        17, "chunked without end", 4, "X304 got 20 bytes", twenty.sent(new Manner.ChunkedWithoutEnd())),
                Trouble.of(
                        25,
                        "redirect loop",
                        11,
                        "X306 more than 10 redirects (wheels.http.redirects)",
                        Answer.redirect("/simple/demo/")),
                Trouble.of(26, "redirect without Location", 1, "X306 without a Location", Answer.status(302)),
                Trouble.of(
                        26,
                        "redirect to no port",
                        1,
                        "X306 not an address",
                        Answer.redirect("http://127.0.0.1:65536/")),
                Trouble.of(26, "redirect to garbage", 1, "X306 not an address", Answer.redirect("http://[")),
                Trouble.of(36, "407", 1, "X313 asks for a login", Answer.status(407)),
                Trouble.of(34, "gzip", 1, "200 good", gzip("good")),
                Trouble.of(34, "deflate", 1, "200 good", deflate("good")),
                Trouble.of(34, "gzip that is none", 4, "X304 got", GOOD.with("Content-Encoding", "gzip")),
                Trouble.of(34, "an unknown coding", 1, "X311 encoded as \"br\"", GOOD.with("Content-Encoding", "br")),
                Trouble.of(35, "a header of 600 kB", 1, "X311 header", GOOD.with("X-Large", "x".repeat(600_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void faults(Trouble trouble) {
        try (HttpFixture fixture = new HttpFixture(directory, trouble.script())) {
            String result = fixture.fetch(HttpFixture.OPTIONS);
            trouble.judge(result, fixture);
            ProblemExample.printed(trouble.expected().substring(0, 4), SHOWN.contains(trouble.given()))
                    .accept(result);
            boolean redirected = trouble.expected().contains("redirects");
            assertThat(fixture.warnings()).isEqualTo(redirected ? 0 : Math.min(1, trouble.requests() - 1L));
        }
    }

    private static String date(int seconds) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(seconds));
    }

    private static Answer deflate(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
            deflate.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Answer.bytes(out.toByteArray()).with("Content-Encoding", "deflate");
    }

    private static Answer gzip(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Answer.bytes(out.toByteArray()).with("Content-Encoding", "gzip");
    }

    @Proves(id = "fault 3", given = "429 with Retry-After: 2", outcome = "waits at least 2 s, then the answer")
    @Test
    void fault3WaitsAsLongAsTheServerAsks() {
        try (HttpFixture fixture = new HttpFixture(directory, Answer.status(429).with("Retry-After", "2"), GOOD)) {
            assertThat(fixture.fetch(HttpFixture.OPTIONS)).isEqualTo("200 good");
            assertThat(fixture.pauses).containsExactly(Duration.ofSeconds(2));
        }
    }

    @Test
    @Proves(
            id = "fault 5",
            given = "each status from 400 to 599",
            outcome = "408, 429, 500, 502, 503, 504 and 520 to 527 are tried again, no other")
    void triesAgainWhatIsWorthIt() {
        Set<Integer> again = new TreeSet<>();
        AtomicInteger status = new AtomicInteger();
        List<Duration> pauses = new ArrayList<>();
        try (LoopbackServer server = LoopbackServer.start(request -> Answer.status(status.get()))) {
            HttpOptions once = HttpFixture.OPTIONS.withTries(2, Duration.ofMillis(1));
            try (Http http = new NetworkHttp(new ApacheTransport(once), once, pauses::add, event -> {})) {
                for (status.set(400); status.get() < 600; status.incrementAndGet()) {
                    pauses.clear();
                    Throwable problem =
                            catchThrowable(() -> http.get(HttpRequest.file(server.uri()), HttpAnswer::status));
                    if (!pauses.isEmpty()) {
                        assertThat(problem).hasMessageContaining("failed after 1 retries");
                        again.add(status.get());
                    }
                }
            }
        }
        assertThat(again).containsExactly(408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527);
    }

    @Proves(id = "fault 11", given = "nobody listens", outcome = "X301 refused; hint: -o works without the network")
    @Test
    void fault11SaysWhatToDoOfflineWhenNobodyListens() {
        HttpFixture fixture = new HttpFixture(directory, GOOD);
        fixture.close();
        assertThat(fixture.fetch(HttpFixture.OPTIONS)).contains("[wheels/X301]", "refused", "works with -o");
    }

    @Proves(id = "fault 18", given = "no length, cut early", outcome = "the reader refuses it, and it is not cached")
    @Test
    void fault18NeverKeepsWhatTheReaderRefuses() {
        try (HttpFixture fixture = new HttpFixture(directory, GOOD.sent(new Manner.Unframed(2)), GOOD);
                Http http = fixture.open(HttpFixture.OPTIONS)) {
            HttpRequest request = HttpRequest.page(fixture.uri(), "text/html");
            assertThat(catchThrowable(() -> http.get(request, answer -> {
                        throw new WheelsException("X411", "cut", "hint");
                    })))
                    .hasMessageContaining("cut");
            assertThat(fixture.fetch(HttpFixture.OPTIONS.withOffline(true))).contains("[wheels/X308]");
        }
    }
}
