package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.zeus.wheels.core.contract.Proof;
import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.Answer.Manner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the client makes of a troubled server; the number is the fault's in the list of faults. */
public final class HttpFaultsTest {
    private static final Answer GOOD = Answer.html("good");

    @TempDir
    Path directory;

    static Stream<Arguments> faults() {
        Answer twenty = Answer.html("0123456789abcdefghij");
        return Stream.of(
                fault("1: 500 once", 2, "200 good", Answer.status(500), GOOD),
                fault("1: 502 once", 2, "200 good", Answer.status(502), GOOD),
                fault("1: 503 twice", 3, "200 good", Answer.status(503), Answer.status(503), GOOD),
                fault("1: 504 once", 2, "200 good", Answer.status(504), GOOD),
                fault("1: 520 once", 2, "200 good", Answer.status(520), GOOD),
                fault("1: 527 once", 2, "200 good", Answer.status(527), GOOD),
                fault("2: 503 for ever", 4, "X302 answered 503, failed after 3 retries", Answer.status(503)),
                fault(
                        "4: Retry-After of ten years",
                        1,
                        "X309 asks to wait 315360000 s",
                        Answer.status(429).with("Retry-After", "315360000")),
                fault(
                        "4: Retry-After garbage",
                        2,
                        "200 good",
                        Answer.status(429).with("Retry-After", "soon"),
                        GOOD),
                fault(
                        "4: Retry-After negative",
                        2,
                        "200 good",
                        Answer.status(429).with("Retry-After", "-5"),
                        GOOD),
                fault("5: 408 once", 2, "200 good", Answer.status(408), GOOD),
                fault("5: 400", 1, "400 ", Answer.status(400)),
                fault("5: 404", 1, "404 ", Answer.status(404)),
                fault("5: 410", 1, "410 ", Answer.status(410)),
                fault("5: 451", 1, "451 ", Answer.status(451)),
                fault("6: 501", 1, "X311 answered 501", Answer.status(501)),
                fault("6: 505", 1, "X311 answered 505", Answer.status(505)),
                fault("6: 511", 1, "X311 captive portal", Answer.status(511)),
                fault("12: reset once", 2, "200 good", Answer.RESET, GOOD),
                fault("12: reset for ever", 4, "X304 failed after 3 retries", Answer.RESET),
                fault("13: accepts, never answers", 4, "X303 silent for 0.3 s", Answer.SILENCE),
                fault("14: stalls in the body once", 2, "200 good", twenty.stalledAfter(5), GOOD),
                fault("15: a drop every 200 ms", 4, "X303 deadline", twenty.sent(new Manner.Dripping(200))),
                fault("16: shorter than its length", 4, "X304 got 5 of 20 bytes", twenty.truncatedTo(5)),
                fault("17: chunked without end", 4, "X304 got 20 bytes", twenty.sent(new Manner.ChunkedWithoutEnd())),
                fault("25: redirect loop", 11, "X306 more than 10 redirects", Answer.redirect("/simple/demo/")),
                fault("26: redirect without Location", 1, "X306 without a Location", Answer.status(302)),
                fault("26: redirect to garbage", 1, "X306 no address", Answer.redirect("http://[")),
                fault("36: 407", 1, "X313 asks for a login", Answer.status(407)),
                fault("34: gzip", 1, "200 good", gzip("good")),
                fault("34: an unknown coding", 1, "X311 encoded as \"br\"", GOOD.with("Content-Encoding", "br")),
                fault("35: a header of 600 kB", 1, "X311 header", GOOD.with("X-Large", "x".repeat(600_000))));
    }

    /** The rows as lines of the contract. */
    public static Stream<Proof> proofs() {
        return Stream.concat(
                faults().map(row -> proof(row, "HttpFaultsTest.faults")),
                downloads().map(row -> proof(row, "HttpFaultsTest.downloads")));
    }

    private static Proof proof(Arguments row, String test) {
        String name = (String) row.get()[0];
        String outcome = (String) row.get()[2];
        int colon = name.indexOf(':');
        String result = outcome.startsWith("X") ? outcome : "the answer, status " + outcome.substring(0, 3);
        return new Proof("fault " + name.substring(0, colon), name.substring(colon + 2), result, test);
    }

    private static Arguments fault(String name, int requests, String outcome, Answer... script) {
        return Arguments.of(name, requests, outcome, script);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void faults(String name, int requests, String outcome, Answer[] script) {
        try (HttpFixture fixture = new HttpFixture(directory, script)) {
            String result = fixture.fetch(HttpFixture.OPTIONS);
            if (outcome.startsWith("X")) {
                assertThat(result)
                        .startsWith("[wheels/" + outcome.substring(0, 4) + "]")
                        .contains(outcome.substring(5))
                        .contains("/simple/demo/")
                        .contains("hint: ");
            } else {
                assertThat(result).isEqualTo(outcome);
            }
            assertThat(fixture.server.received()).hasSize(requests);
            if (!outcome.contains("redirects")) {
                assertThat(fixture.warnings()).isEqualTo(requests - 1L);
            }
        }
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

    @Proves(id = "fault 11", given = "nobody listens", outcome = "X301 refused; hint: -o works without the network")
    @Test
    void fault11SaysWhatToDoOfflineWhenNobodyListens() {
        HttpFixture fixture = new HttpFixture(directory, GOOD);
        fixture.close();
        assertThat(fixture.fetch(HttpFixture.OPTIONS)).contains("[wheels/X301]", "refused", "-o works without it");
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

    static Stream<Arguments> downloads() {
        Answer whole = Answer.html("0123456789abcdefghij").with("ETag", "\"a\"");
        Answer rest = Answer.html("56789abcdefghij").withStatus(206);
        return Stream.of(
                fault(
                        "19: 206 with the right offset",
                        2,
                        "200 0123456789abcdefghij",
                        whole.truncatedTo(5),
                        rest.with("Content-Range", "bytes 5-19/20")),
                fault(
                        "20: 206 with the wrong offset",
                        3,
                        "200 0123456789abcdefghij",
                        whole.truncatedTo(5),
                        rest.with("Content-Range", "bytes 4-18/20"),
                        whole),
                fault("21: 200 to a range", 2, "200 0123456789abcdefghij", whole.truncatedTo(5), whole),
                fault(
                        "22: changed since",
                        2,
                        "200 ABC",
                        whole.truncatedTo(5),
                        Answer.html("ABC").with("ETag", "\"b\"")),
                fault(
                        "23: 416 to a range",
                        3,
                        "200 0123456789abcdefghij",
                        whole.truncatedTo(5),
                        Answer.status(416),
                        whole),
                fault("41: larger than the limit", 1, "X305", Answer.html("x".repeat(1001))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void downloads(String name, int requests, String outcome, Answer[] script) throws IOException {
        Path target = directory.resolve("file");
        try (HttpFixture fixture = new HttpFixture(directory, script)) {
            String result = fixture.download(target);
            assertThat(fixture.server.received()).hasSize(requests);
            if (outcome.startsWith("X")) {
                assertThat(result).contains("[wheels/" + outcome + "]");
            } else {
                assertThat(result).startsWith("20");
                assertThat(Files.readString(target)).isEqualTo(outcome.substring(4));
            }
            if (name.startsWith("19")) {
                assertThat(fixture.lastHeader("range")).contains("bytes=5-");
                assertThat(fixture.lastHeader("if-range")).contains("\"a\"");
            }
        }
    }

    @Proves(
            id = "fault 33",
            given = "a compressed page larger than its limit",
            outcome = "X305, counted after decoding")
    @Test
    void fault33CountsTheLimitAfterDecoding() {
        try (HttpFixture fixture = new HttpFixture(directory, gzip("x".repeat(100_000)));
                Http http = fixture.open(HttpFixture.OPTIONS)) {
            HttpRequest small = new HttpRequest(fixture.uri(), "*/*", Optional.empty(), 99_999, false);
            HttpRequest enough = new HttpRequest(fixture.uri(), "*/*", Optional.empty(), 100_000, false);
            assertThat(http.<Integer>get(enough, answer -> answer.body().length))
                    .isEqualTo(100_000);
            assertThat(catchThrowable(() -> http.get(small, HttpAnswer::body)))
                    .hasMessageContaining("limit of 99999 bytes");
            assertThat(List.copyOf(fixture.pauses)).isEmpty();
        }
    }
}
