// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.testkit.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an index publishes of the vulnerabilities of a version. */
class AdvisoriesTest {
    private static final String PATH = "/pypi/demo/1.0/json";

    @TempDir
    Path cache;

    private IndexFixture fixture;

    @BeforeEach
    void start() {
        fixture = new IndexFixture(cache);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Optional<List<Advisory>> ask() {
        return IndexFixture.get(fixture.client().advisories(PackageName.parse("demo"), Version.parse("1.0")));
    }

    private void serve(String vulnerabilities) {
        serveBody(
                "{\"info\": {\"name\": \"Demo\", \"version\": \"1.0.0\", \"description\": \"[{\", \"classifiers\": []},"
                        + " \"urls\": [{\"vulnerabilities\": 1}], \"vulnerabilities\": " + vulnerabilities + "}");
    }

    private void serveBody(String body) {
        fixture.index.always(
                PATH, Answer.bytes(body.getBytes(StandardCharsets.UTF_8)).with("Content-Type", "application/json"));
    }

    private List<String> said() {
        return ask().orElseThrow().stream()
                .map(one -> one.id() + " " + one.aliases() + " " + one.fixedIn() + " " + one.summary())
                .toList();
    }

    private WheelsException problem() {
        return catchThrowableOfType(WheelsException.class, this::ask);
    }

    @Test
    void areReadById() {
        serve("""
                [{"id": "PYSEC-2024-2", "aliases": ["CVE-2", "GHSA-2"], "fixed_in": ["1.10", "1.9"], "link": "https://x",
                  "summary": "Bad input", "details": "Long", "withdrawn": null, "source": "osv"},
                 {"id": "PYSEC-2024-1", "summary": null, "details": "\\n\\nFirst line\\nand more", "fixed_in": []},
                 {"id": "PYSEC-2024-3"}]
                """);
        assertThat(said())
                .containsExactly(
                        "PYSEC-2024-1 [] [] First line",
                        "PYSEC-2024-2 [CVE-2, GHSA-2] [1.9, 1.10] Bad input",
                        "PYSEC-2024-3 [] [] ");
    }

    @Test
    void leaveOutWhatWasWithdrawn() {
        serve("[]");
        assertThat(ask()).contains(List.of());
        serve("[{\"id\": \"PYSEC-1\", \"withdrawn\": \"2024-01-01T00:00:00Z\"}, {\"id\": \"PYSEC-2\"}]");
        assertThat(said()).containsExactly("PYSEC-2 [] [] ");
    }

    @Test
    void areOneWhereSeveralDatabasesSpeakOfOne() {
        serve("""
                [{"id": "GHSA-1", "aliases": ["CVE-1"], "fixed_in": ["2.0"], "summary": "From one"},
                 {"id": "GHSA-9", "aliases": ["CVE-9"]},
                 {"id": "PYSEC-1", "aliases": ["CVE-1", "CVE-2"], "fixed_in": ["1.5"]},
                 {"id": "GHSA-2", "aliases": ["CVE-2"]}]
                """);
        assertThat(said())
                .containsExactly("PYSEC-1 [CVE-1, CVE-2, GHSA-1, GHSA-2] [1.5, 2.0] From one", "GHSA-9 [CVE-9] [] ");
    }

    @Test
    void areMadeFitToBePrinted() {
        serve("[{\"id\": \"PYSEC-1\", \"aliases\": [\"CVE-1\\u001b[2J\", 7, \"CVE-2\"],"
                + " \"fixed_in\": [\"$(id)\", \"2.0\"], \"summary\": \"\\u001b[2J\\u202e\\nx\\u2028" + "y".repeat(5_000)
                + "\"}]");
        assertThat(ask().orElseThrow()).singleElement().satisfies(one -> {
            assertThat(one.aliases()).hasToString("[CVE-2]");
            assertThat(one.fixedIn()).hasToString("[2.0]");
            assertThat(one.summary())
                    .startsWith("\\u001b[2J\\u202e x\\u2028y")
                    .endsWith("y…")
                    .hasSizeLessThan(300);
        });
    }

    @Test
    void ofOneVulnerabilityUnderManyNamesAreReadInNoTime() {
        StringBuilder list = new StringBuilder("[");
        for (int i = 0; i < 2_000; i++) {
            list.append(i == 0 ? "" : ",").append("{\"id\": \"A-").append(i).append("\", \"aliases\": [\"A-");
            list.append(i + 1).append("\"]}");
        }
        serve(list + "]");
        assertThat(ask().orElseThrow())
                .singleElement()
                .satisfies(one -> assertThat(one.aliases()).hasSize(2_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"info\": {\"name\": \"demo\", \"version\": \"1.0\"}}",
                "{\"info\": {\"name\": \"demo\", \"version\": \"1.0\"}, \"vulnerabilities\": null}"
            })
    void areNotPublishedWhereThePageDoesNotSpeakOfThem(String body) {
        serveBody(body);
        assertThat(ask()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void areNotPublishedWhereThereIsNoPage(int status) {
        fixture.index.always(PATH, Answer.status(status));
        assertThat(ask()).isEmpty();
        assertThat(fixture.index.count(PATH)).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[ | not a JSON object",
                "[] | not a JSON object",
                "{} | it is about \"\" \"\"",
                "{\"info\": {\"name\": \"other\", \"version\": \"1.0\"}} | it is about \"other\" \"1.0\"",
                "{\"info\": {\"name\": \"demo\", \"version\": \"2.0\"}} | it is about \"demo\" \"2.0\"",
                "{\"info\": {\"name\": \"demo\", \"name\": \"demo\"}} | Duplicate",
            })
    void areNotTakenFromAPageOfSomethingElse(String body, String why) {
        serveBody(body);
        assertThat(problem().problem().code()).isEqualTo("X411");
        assertThat(problem()).hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                "[{}]",
                "[{\"id\": null}]",
                "[{\"id\": \"PYSEC-1\\u001b[2J\"}]",
                "[{\"id\": \"PYSEC 1\"}]",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void thatCannotBeReadHideNothing(String vulnerabilities) {
        serve(vulnerabilities);
        assertThat(problem().problem().code()).isEqualTo("X411");
        assertThat(problem()).hasMessageNotContaining("\u001b");
    }

    @Test
    void withoutEndAreRefused() {
        serve("[" + "{\"id\": \"A-1\"},".repeat(2_000) + "{\"id\": \"A-1\"}]");
        assertThat(problem()).hasMessageContaining("more than 2000 advisories");
    }

    @ParameterizedTest
    @CsvSource({"401, X401", "403, X403", "400, X405", "500, X302", "503, X302"})
    void areNotGuessedWhereTheIndexRefusesThem(int status, String code) {
        fixture.index.always(PATH, Answer.status(status));
        assertThat(problem().problem().code()).isEqualTo(code);
    }

    @Test
    void areNoWebPage() {
        fixture.index.always(PATH, Answer.html("<p>Welcome"));
        assertThat(problem().problem().code()).isEqualTo("X410");
    }

    @Test
    void areAskedOfTheUsualLayoutOnly() {
        assertThat(root("https://h.example/simple/")).contains(URI.create("https://h.example/"));
        assertThat(root("https://h.example/a/simple")).contains(URI.create("https://h.example/a/"));
        assertThat(root("https://h.example/a/+simple/")).isEmpty();
        assertThat(root("https://h.example/whl/cpu")).isEmpty();
        assertThat(new IndexSource("a", URI.create("https://h.example/simple/"), SourceFormat.FLAT).root())
                .isEmpty();
    }

    private static Optional<URI> root(String url) {
        return new IndexSource("acme", URI.create(url)).root();
    }
}
