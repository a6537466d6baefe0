// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept on disk, for how long, and what happens when it is broken; numbers are those of the list of faults. */
final class HttpCacheTest {
    private static final Answer GOOD = Answer.html("good").with("ETag", "\"a\"");

    @TempDir
    Path directory;

    @Test
    void asksAgainWithTheTagAndTakesNotModifiedForAnAnswer() {
        try (HttpFixture fixture = new HttpFixture(directory, GOOD, Answer.status(304))) {
            assertThat(fixture.fetch(HttpFixture.OPTIONS)).isEqualTo("200 good");
            assertThat(fixture.fetch(HttpFixture.OPTIONS)).isEqualTo("200 good");
            assertThat(fixture.lastHeader("if-none-match")).contains("\"a\"");
            assertThat(fixture.server.received()).hasSize(2);
        }
    }

    @Proves(
            id = "fault 67",
            given = "Age and max-age beyond reason",
            outcome = "saturated; the page is asked for again when it is stale")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=600|0|1",
                "max-age=600|599|1",
                "max-age=600|600|2",
                "max-age=600, public|18446744073709551615|2",
                "max-age=99999999999999999999|0|1",
                "no-cache, max-age=600|0|2",
                "no-store, max-age=600|0|2",
                "max-age=-1|0|2",
                "public|0|2"
            })
    void fault67BelievesMaxAgeWithinReason(String control, String age, int requests) {
        Answer answer = GOOD.with("Cache-Control", control).with("Age", age);
        try (HttpFixture fixture = new HttpFixture(directory, answer)) {
            fixture.fetch(HttpFixture.OPTIONS);
            assertThat(fixture.fetch(HttpFixture.OPTIONS)).isEqualTo("200 good");
            assertThat(fixture.server.received()).hasSize(requests);
        }
    }

    @Proves(id = "fault 28", given = "304 with nothing in the cache", outcome = "fetched once more without conditions")
    @Test
    void fault28FetchesOnceMoreWhenNotModifiedComesUnasked() {
        try (HttpFixture fixture = new HttpFixture(directory, Answer.status(304), GOOD)) {
            assertThat(fixture.fetch(HttpFixture.OPTIONS)).isEqualTo("200 good");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "cut", "flipped"})
    @Proves(
            id = "fault 47",
            given = "a cache entry is empty, garbage, cut, or has one bit flipped",
            outcome = "E102 warns once; the entry is removed and fetched again")
    void healsABrokenEntry(String damage) throws IOException {
        try (HttpFixture fixture = new HttpFixture(directory, GOOD)) {
            fixture.fetch(HttpFixture.OPTIONS);
            Path entry = entries().get(0);
            byte[] bytes = Files.readAllBytes(entry);
            byte[] broken = damage.getBytes(StandardCharsets.UTF_8);
            if (damage.equals("cut")) {
                broken = Arrays.copyOf(bytes, bytes.length - 1);
            } else if (damage.equals("flipped")) {
                broken = bytes.clone();
                broken[bytes.length - 1] ^= 1;
            }
            Files.write(entry, broken);
            assertThat(fixture.fetch(HttpFixture.OPTIONS)).isEqualTo("200 good");
            assertThat(fixture.warnings()).isEqualTo(1);
            assertThat(fixture.fetch(HttpFixture.OPTIONS.withOffline(true))).isEqualTo("200 good");
            assertThat(entries()).hasSize(1);
        }
    }

    @Test
    @Proves(
            id = "fault 49",
            given = "a file is in the place of the cache directory",
            outcome = "E119 warns once, and the run goes on without a cache")
    void goesOnWithoutACacheThatCannotBeWritten() throws IOException {
        Path blocked = Files.writeString(directory.resolve("file"), "in the way");
        try (HttpFixture fixture = new HttpFixture(blocked, GOOD)) {
            assertThat(fixture.fetch(HttpFixture.OPTIONS)).isEqualTo("200 good");
            assertThat(fixture.fetch(HttpFixture.OPTIONS)).isEqualTo("200 good");
            assertThat(fixture.warnings()).isEqualTo(1);
        }
    }

    @Proves(
            id = "fault 62",
            given = "-o with a cold, then a warm cache",
            outcome = "X308 names the missing page; the warm cache answers")
    @Test
    void fault62NamesWhatIsMissingOfflineAndAnswersFromAWarmCache() {
        try (HttpFixture fixture = new HttpFixture(directory, GOOD)) {
            HttpOptions offline = HttpFixture.OPTIONS.withOffline(true);
            assertThat(fixture.fetch(offline))
                    .satisfies(ProblemExample.printed("X308"))
                    .contains("[wheels/X308]", "/simple/demo/", "offline");
            fixture.fetch(HttpFixture.OPTIONS);
            assertThat(fixture.fetch(offline)).isEqualTo("200 good");
            assertThat(fixture.server.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeus-wheels 2 ", "zeus-wheels 4 ", "zeus-wheels 12345 "})
    @Proves(
            id = "fault 50",
            given = "an older or newer release has written the cache entry",
            outcome = "it is fetched again without a warning, and replaced")
    void entriesOfOtherReleasesAreNoDamage(String magic) throws IOException {
        try (HttpFixture fixture = new HttpFixture(directory, GOOD)) {
            fixture.fetch(HttpFixture.OPTIONS);
            Files.writeString(entries().get(0), magic + "0".repeat(64) + "\nanything");
            assertThat(fixture.fetch(HttpFixture.OPTIONS)).isEqualTo("200 good");
            assertThat(fixture.warnings()).isZero();
            assertThat(fixture.fetch(HttpFixture.OPTIONS.withOffline(true))).isEqualTo("200 good");
        }
    }

    @Test
    @Proves(
            id = "fault 50",
            given = "other releases keep their content beside this one's",
            outcome = "it is left alone")
    void theContentOfOtherReleasesIsLeftAlone() throws IOException {
        Path other = Files.createDirectories(directory.resolve("v9")).resolve("entry");
        Files.writeString(other, "theirs");
        try (HttpFixture fixture = new HttpFixture(directory, GOOD)) {
            assertThat(fixture.fetch(HttpFixture.OPTIONS)).isEqualTo("200 good");
            assertThat(fixture.warnings()).isZero();
        }
        assertThat(other).hasContent("theirs");
    }

    @Test
    void writesNeitherUserNorSignatureOfAnAddress() throws IOException {
        Answer moved = Answer.status(302).with("Location", "/simple/demo/?X-Amz-Signature=canary");
        try (HttpFixture fixture = new HttpFixture(directory, moved, GOOD)) {
            assertThat(fixture.fetch(HttpFixture.OPTIONS)).isEqualTo("200 good");
            assertThat(entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry)
                            .content()
                            .contains("from: " + fixture.uri())
                            .doesNotContain("canary"));
        }
    }

    @Test
    void keepsEntriesUnderTheirWholeKey() {
        DiskCache cache = new DiskCache(directory, event -> {});
        cache.write("b", "one", new DiskCache.Entry(new TreeMap<>(Map.of("k", "v")), new byte[] {1, 10, 2}));
        assertThat(cache.read("b", "one").orElseThrow().body()).containsExactly(1, 10, 2);
        assertThat(cache.read("b", "one").orElseThrow().head())
                .containsEntry("k", "v")
                .hasSize(1);
        assertThat(cache.read("b", "two")).isEmpty();
        cache.write("b", "empty", DiskCache.Entry.of(new byte[0]));
        assertThat(cache.read("b", "empty").orElseThrow().body()).isEmpty();
    }

    private List<Path> entries() {
        return FileTree.files(directory.resolve("v1"));
    }
}
