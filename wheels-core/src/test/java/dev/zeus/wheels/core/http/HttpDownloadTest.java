// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.Received;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files on their way to disk, and how they go on where they broke off. */
final class HttpDownloadTest {
    private static final String TEXT = "0123456789abcdefghij";
    private static final Answer WHOLE = Answer.html(TEXT).with("ETag", "\"a\"");
    private static final Answer REST = Answer.html("56789abcdefghij").withStatus(206);

    @TempDir
    Path directory;

    @Proves.Rows
    static Stream<Trouble> downloads() {
        Answer cut = WHOLE.truncatedTo(5);
        return Stream.of(
                Trouble.of(
                        19,
                        "206 with the right offset",
                        2,
                        "200 " + TEXT,
                        cut,
                        REST.with("Content-Range", "bytes 5-19/20")),
                Trouble.of(
                        20,
                        "206 with the wrong offset",
                        3,
                        "200 " + TEXT,
                        cut,
                        REST.with("Content-Range", "bytes 4-18/20"),
                        WHOLE),
                Trouble.of(20, "206 without a Content-Range", 3, "200 " + TEXT, cut, REST, WHOLE),
                Trouble.of(20, "206 to a question without a range", 4, "X304 a part that nobody asked for", REST),
                Trouble.of(21, "200 to a range", 2, "200 " + TEXT, cut, WHOLE),
                Trouble.of(
                        22,
                        "changed since",
                        2,
                        "200 ABC",
                        cut,
                        Answer.html("ABC").with("ETag", "\"b\"")),
                Trouble.of(23, "416 to a range", 3, "200 " + TEXT, cut, Answer.status(416), WHOLE),
                Trouble.of(
                        23,
                        "a range shorter than asked for",
                        3,
                        "200 " + TEXT,
                        cut,
                        Answer.html("56789").withStatus(206).with("Content-Range", "bytes 5-9/20"),
                        Answer.html("abcdefghij").withStatus(206).with("Content-Range", "bytes 10-19/20")),
                Trouble.of(41, "larger than the limit", 1, "X305 limit of 1000 bytes", Answer.html("x".repeat(1001))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void downloads(Trouble trouble) throws IOException {
        Path target = directory.resolve("file");
        try (HttpFixture fixture = new HttpFixture(directory, trouble.script())) {
            String status = fixture.download(target);
            trouble.judge(status.startsWith("20") ? "200 " + Files.readString(target) : status, fixture);
        }
    }

    @Test
    @Proves(
            id = "fault 22",
            given = "a download that goes on",
            outcome = "asks for the rest only if the file still has its ETag, or its Last-Modified where it has none")
    void asksForTheRestOfTheSameFileOnly() {
        Answer rest = REST.with("Content-Range", "bytes 5-19/20");
        assertThat(continued(WHOLE.truncatedTo(5), rest)).contains("bytes=5- \"a\"");
        String date = "Sat, 21 Nov 2026 03:00:00 GMT";
        Answer dated = Answer.html(TEXT).with("Last-Modified", date);
        assertThat(continued(dated.truncatedTo(5), rest)).contains("bytes=5- " + date);
        Answer weak = Answer.html(TEXT).with("ETag", "W/\"a\"");
        assertThat(continued(weak.truncatedTo(5), WHOLE)).doesNotContain("bytes=");
    }

    /** The {@code Range} and {@code If-Range} of the second request. */
    private String continued(Answer... script) {
        try (HttpFixture fixture = new HttpFixture(directory, script)) {
            assertThat(fixture.download(directory.resolve("file"))).startsWith("20");
            Received second = fixture.server.received().get(1);
            return second.header("range").orElse("whole") + " "
                    + second.header("if-range").orElse("always");
        }
    }
}
