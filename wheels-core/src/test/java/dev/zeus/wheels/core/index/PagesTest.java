// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.VersionSpecifiers;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.PageStyle;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.ServedFile;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Project pages in every style; numbers are those of the lists of faults (F) and attacks (A). */
final class PagesTest {
    /** What the pages of X410, X413 and X414 show. */
    private static final Set<String> SHOWN = Set.of("F30 wrong type", "F46 version 2", "A13 quarantined");

    private static final String HASH = "a".repeat(64);
    private static final String OTHER_HASH = "b".repeat(64);

    @TempDir
    Path cache;

    @ParameterizedTest
    @EnumSource
    void readsWhatThePageSays(PageStyle style) {
        BuiltWheel wheel =
                WheelBuilder.of("Demo.Pkg", "1.0").requiresPython(">=3.8,<4").build();
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.style(style);
            fixture.index.add(ServedFile.of(wheel).yanked("broken & \"bad\"").uploaded("2026-01-02T03:04:05.678901Z"));
            fixture.index.add(ServedFile.of("demo-pkg", "demo_pkg-1.0.tar.gz", new byte[] {1}));
            ProjectPage page = fixture.page("demo_pkg");
            assertThat(page.name()).hasToString("demo-pkg");
            assertThat(page.sdists())
                    .singleElement()
                    .satisfies(sdist -> assertThat(sdist.filename().version()).hasToString("1.0"));
            WheelFile file = page.wheels().get(0);
            assertThat(file.filename()).hasToString("Demo_Pkg-1.0-py3-none-any.whl");
            assertThat(file.url()).isEqualTo(fixture.index.server().uri().resolve("files/" + wheel.filename()));
            assertThat(file.sha256()).contains(new Sha256(wheel.sha256()));
            assertThat(file.requiresPython()).contains(VersionSpecifiers.parse(">=3.8,<4"));
            assertThat(file.yanked()).contains("broken & \"bad\"");
            assertThat(file.uploadTime()).contains(Instant.parse("2026-01-02T03:04:05.678901Z"));
            assertThat(file.announcesMetadata()).isEqualTo(style != PageStyle.PLAIN_HTML);
            assertThat(file.metadataSha256().isPresent()).isEqualTo(style != PageStyle.PLAIN_HTML);
            assertThat(file.size().isPresent()).isEqualTo(style == PageStyle.JSON);
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksForAPageOnceInARunAndConditionallyInTheNext(PageStyle style) {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.style(style).add(WheelBuilder.of("demo", "1.0").build());
            fixture.page("demo");
            fixture.page("demo");
            assertThat(fixture.index.counts()).isEqualTo(Map.of("/simple/demo/", 1L));
            assertThat(fixture.index.server().received().get(0).header("accept"))
                    .hasValueSatisfying(accept -> assertThat(accept).startsWith("application/vnd.pypi.simple.v1+json"));
            fixture.again(IndexFixture.OPTIONS).page("demo");
            assertThat(fixture.index.server().received().get(0).header("if-none-match"))
                    .matches(tag -> tag.isPresent() == (style != PageStyle.PLAIN_HTML));
            fixture.again(IndexFixture.OPTIONS.withOffline(true)).page("demo");
            assertThat(fixture.index.counts()).isEmpty();
        }
    }

    @Proves(
            id = "fault 30",
            given = "a wrong or missing content type, or one that lies",
            outcome = "X410 or X411, the body is not parsed as what it is not")
    @Proves(
            id = "fault 31",
            given = "a page that is cut, or a login page with status 200",
            outcome = "X411 with the address and how it begins; not cached")
    @Proves(id = "fault 46", given = "version 2.0 of the simple API", outcome = "X413")
    @Proves(id = "attack 13", given = "a quarantined project", outcome = "X414")
    @Proves(id = "attack 52", given = "JSON with a key twice", outcome = "X411")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "F30 wrong type        | application/octet-stream           | <html></html>                            | X410",
                "F30 no type           | ``                                 | <html></html>                            | X410",
                "F30 JSON as HTML      | text/html                          | {\"files\":[]}                           | X411",
                "F30 HTML as JSON      | application/vnd.pypi.simple.v1+json| <html></html>                            | X411",
                "F31 cut HTML          | text/html                          | <html><body><a href=\"demo-1.0-py3-none-any.whl\">x</a> | X411",
                "F31 cut in a tag      | text/html                          | <a href=\"demo-1.0-py3                   | X411",
                "F31 cut JSON          | application/vnd.pypi.simple.v1+json| {\"files\":[{\"filename\":\"d            | X411",
                "F31 login page        | text/html                          | <html><form action=\"/login\"></form></html> | X411",
                "F46 version 2         | application/vnd.pypi.simple.v1+json| {\"meta\":{\"api-version\":\"2.0\"},\"files\":[]} | X413",
                "F46 version 2 in HTML | text/html                          | <meta name=\"pypi:repository-version\" content=\"2.0\"> | X413",
                "A52 twice the same key| application/vnd.pypi.simple.v1+json| {\"files\":[],\"files\":[]}              | X411",
                "A13 quarantined       | application/vnd.pypi.simple.v1+json| {\"files\":[],\"project-status\":{\"status\":\"quarantined\"}} | X414",
                "A13 quarantined HTML  | text/html                          | <meta name=\"pypi:project-status\" content=\"quarantined\"> | X414"
            })
    void refusesAPageThatIsNone(String name, String type, String body, String code) {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            Answer page = Answer.html(body);
            fixture.index.always(
                    "/simple/demo/",
                    type.isEmpty()
                            ? new Answer(200, Map.of(), page.body(), page.manner())
                            : page.with("Content-Type", type));
            assertThatThrownBy(() -> fixture.page("demo"))
                    .as(name)
                    .satisfies(ProblemExample.printed(code, SHOWN.contains(name)))
                    .hasMessageStartingWith("[wheels/" + code + "]")
                    .hasMessageContaining("\"acme\"")
                    .hasMessageContaining("hint: ");
            fixture.again(IndexFixture.OPTIONS.withOffline(true));
            assertThatThrownBy(() -> fixture.page("demo")).hasMessageStartingWith("[wheels/X308]");
        }
    }

    @Proves(id = "attack 52", given = "JSON of bottomless depth", outcome = "X411")
    @Test
    void attack52RefusesJsonOfBottomlessDepth() {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.always("/simple/demo/", Answer.json("{\"x\":" + "[".repeat(100_000)));
            assertThatThrownBy(() -> fixture.page("demo"))
                    .satisfies(ProblemExample.printed("X411"))
                    .hasMessageStartingWith("[wheels/X411]");
        }
    }

    @Proves(
            id = "fault 7",
            given = "401 from the index",
            outcome =
                    "X401 names the index, the environment variables and the settings.xml server; no other index is asked")
    @Proves(id = "fault 8", given = "403 for one project", outcome = "X403; no other index is asked")
    @Proves(id = "fault 10", given = "403 with problem+json", outcome = "X403 with the server's own sentence, escaped")
    @Proves(
            id = "attack 2",
            given = "401, 403 or 5xx of the declared index",
            outcome = "an error; no other index is asked")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "F7  | 401 | text/plain | no       | X401 | WHEELS_INDEX_ACME_PASSWORD",
                "F8  | 403 | text/html  | no       | X403 | no other index",
                "F10 | 403 | application/problem+json | {\"title\":\"Too\u001b many\"} | X403 | Too\\u001b many",
                "F9  | 404 | text/html  | no       | X404 | \"demo\"",
                "F5  | 410 | text/html  | no       | X404 | \"demo\"",
                "F5  | 451 | text/html  | no       | X405 | 451"
            })
    void saysWhatARefusalMeans(String number, int status, String type, String body, String code, String part) {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.always(
                    "/simple/demo/",
                    Answer.html(body).with("Content-Type", type).withStatus(status));
            assertThatThrownBy(() -> fixture.page("demo"))
                    .as(number)
                    .satisfies(ProblemExample.printed(code, status != 410 && !type.contains("problem")))
                    .hasMessageStartingWith("[wheels/" + code + "]")
                    .hasMessageContaining(part);
        }
    }

    @Proves(
            id = "fault 9",
            given = "404 for a name of the standard library, an import name, or a typing error",
            outcome = "X404 names what was probably meant")
    @ParameterizedTest
    @CsvSource({"pickle,standard library", "sklearn,scikit-learn", "no-such-thing,declare the source"})
    void fault9SaysWhatWasProbablyMeant(String name, String hint) {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            assertThatThrownBy(() -> fixture.page(name))
                    .isInstanceOf(NoSuchProjectException.class)
                    .hasMessageContaining(hint);
        }
    }

    @Proves(
            id = "fault 27",
            given = "a redirect to another project's page",
            outcome = "X412: expected files of \"sniffio\", got files of \"anyio\"")
    @Proves(id = "attack 5", given = "a redirect to another project's page", outcome = "X412 names both projects")
    @Test
    void fault27AndAttack5RefuseAnotherProjectsPage() {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.add(WheelBuilder.of("anyio", "1.0").build());
            fixture.index.always("/simple/sniffio/", Answer.redirect("/simple/anyio/"));
            assertThatThrownBy(() -> fixture.page("sniffio"))
                    .satisfies(ProblemExample.printed("X412"))
                    .hasMessageContaining("expected files of \"sniffio\", got files of \"anyio\"");
        }
    }

    @Proves(
            id = "fault 32",
            given = "broken entries on a good page",
            outcome = "left out with a note, the rest is used")
    @Proves(
            id = "attack 43",
            given = "file names that lead out of a folder, encoded once or twice",
            outcome = "left out with a note")
    @Test
    void fault32LeavesOutWhatIsBrokenAndKeepsTheRest() {
        String page = """
                <html><body>
                <a href="demo-1.0-py3-none-any.whl">good</a>
                <a href="demo-x-py3-none-any.whl">no version</a>
                <a href="other-1.0-py3-none-any.whl">another project</a>
                <a href="demo-1.1-py3-none-any.whl" data-requires-python="three">no specifier</a>
                <a href="..%252F..%252Fdemo-1.2-py3-none-any.whl">A43 encoded twice</a>
                <a href="..%2F..%2Fdemo-1.3-py3-none-any.whl">A43 encoded once</a>
                <a href="https://files.example:65536/demo-1.9-py3-none-any.whl">port</a>
                <a href="https://files.example/user:secret@x/demo-1.9-py3-none-any.whl">login</a>
                <a href="file:///tmp/demo-1.4-py3-none-any.whl">A19</a>
                <a href="http://me:secret@127.0.0.1/demo-1.5-py3-none-any.whl">A22</a>
                <a href="demo-1.6-py3-none-any.whl?token=x#sha256=HASH">A25</a>
                <a href="readme.txt">no distribution</a>
                <!-- <a href="demo-1.7-py3-none-any.whl">a comment</a> -->
                <a name=x>no address</a><A HREF='demo-1.8-py3-none-any.whl' data-yanked>yanked</A>
                </body></html>
                """.replace("HASH", HASH);
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.always("/simple/demo/", Answer.html(page));
            ProjectPage read = fixture.page("demo");
            assertThat(read.wheels())
                    .extracting(wheel -> wheel.filename().version().toString())
                    .containsExactly("1.0", "1.6", "1.8");
            assertThat(read.wheels().get(1).sha256()).contains(new Sha256(HASH));
            assertThat(read.wheels().get(2).yanked()).contains("");
            assertThat(fixture.notes()).hasSize(9).noneMatch(note -> note.contains("secret@"));
        }
    }

    @Proves(
            id = "attack 9",
            given = "one file name with two hashes, or a hash that the address contradicts",
            outcome = "X415")
    @Test
    void attack9RefusesOneNameWithTwoHashes() {
        String entry = "<a href=\"demo-1.0-py3-none-any.whl#sha256=%s\">x</a>";
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.always("/simple/demo/", Answer.html(entry.formatted(HASH) + entry.formatted(OTHER_HASH)));
            assertThatThrownBy(() -> fixture.page("demo"))
                    .satisfies(ProblemExample.printed("X415"))
                    .hasMessageStartingWith("[wheels/X415]");
            fixture.index.always(
                    "/simple/other/",
                    Answer.json("{\"files\":[{\"filename\":\"other-1.0-py3-none-any.whl\",\"url\":\"x#sha256=" + HASH
                            + "\",\"hashes\":{\"sha256\":\"" + OTHER_HASH + "\"}}]}"));
            assertThatThrownBy(() -> fixture.page("other")).hasMessageStartingWith("[wheels/X415]");
        }
    }

    @Proves(id = "attack 13", given = "an archived or deprecated project", outcome = "X416 warns")
    @Test
    void attack13WarnsOfAProjectThatIsLeftBehind() {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.always(
                    "/simple/demo/",
                    Answer.json(
                            "{\"files\":[],\"project-status\":{\"status\":\"archived\",\"reason\":\"old\\u202e\"}}"));
            assertThat(fixture.page("demo").status())
                    .isEqualTo(new ProjectStatus(ProjectStatus.State.ARCHIVED, "old\\u202e"));
            assertThat(fixture.warnings()).isEmpty();
            assertThat(fixture.page("demo").unmaintained())
                    .get()
                    .asString()
                    .satisfies(ProblemExample.printed("X416"))
                    .contains("archived on \"acme\": old");
        }
    }

    @Proves(id = "fault 46", given = "version 1.99 of the simple API", outcome = "a note, the page is used")
    @Test
    void fault46NotesANewerMinorVersion() {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.always("/simple/demo/", Answer.json("{\"meta\":{\"api-version\":\"1.99\"},\"files\":[]}"));
            assertThat(fixture.page("demo").wheels()).isEmpty();
            assertThat(fixture.notes()).singleElement().asString().contains("1.99");
        }
    }

    @Test
    void resolvesAddressesAgainstTheBaseOfThePage() {
        String page =
                "<html><head><base href=\"/mirror/\"></head><a href=\"demo%2D1.0+cpu-py3-none-any.whl\">x</a></html>";
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.always("/simple/demo/", Answer.html(page));
            WheelFile wheel = fixture.wheel("demo");
            assertThat(wheel.url().getRawPath()).isEqualTo("/mirror/demo%2D1.0+cpu-py3-none-any.whl");
            assertThat(wheel.filename()).hasToString("demo-1.0+cpu-py3-none-any.whl");
            assertThat(wheel.sha256()).isEqualTo(Optional.empty());
        }
    }

    @Test
    void saysWhichSourcesThereAre() {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            assertThatThrownBy(() -> fixture.indexes().of("nautech"))
                    .satisfies(ProblemExample.printed("X430"))
                    .hasMessageContaining("[wheels/X430] there is no source \"nautech\"; declared: acme");
        }
    }
}
