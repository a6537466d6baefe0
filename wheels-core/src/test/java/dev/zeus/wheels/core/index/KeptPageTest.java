// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.Goldens;
import dev.zeus.wheels.testkit.PageStyle;
import dev.zeus.wheels.testkit.ServedFile;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The form in which the cache keeps pages: it says the same as the page, and what is broken is fetched again. */
class KeptPageTest {
    @TempDir
    Path cache;

    @ParameterizedTest
    @MethodSource("dev.zeus.wheels.core.index.JsonScanTest#usual")
    void holdsEverythingThatThePageSays(String files) throws Listing.UnreadableException {
        byte[] body = ("{\"files\":[" + files + "],\"project-status\":{\"status\":\"archived\",\"reason\":\"für\"}}")
                .getBytes(StandardCharsets.UTF_8);
        for (Listing listing : List.of(JsonPage.parse(body), JsonPage.parseAny(body))) {
            byte[] form =
                    ListingForm.write(listing, JudgedText.judged("a", listing)).orElseThrow();
            ListingForm.Kept kept = ListingForm.read(form);
            assertThat(JsonScanTest.words(kept.listing())).isEqualTo(JsonScanTest.words(listing));
            assertThat(JudgedText.of(kept.judged())).isEqualTo(JudgedText.of(JudgedText.judged("a", listing)));
        }
    }

    /**
     * What is kept of a page that has each kind of file. Where this changes, so does what the form means: its name in
     * {@link ListingForm} has to change, too, or pages that older releases have kept would be read as they were judged
     * then.
     */
    @Test
    void isNamedByWhatIsJudged() throws Listing.UnreadableException {
        String wheel = "{\"filename\":\"a-1.0-py3-none-any.whl\",\"url\":\"https://h/a-1.0-py3-none-any.whl\"}";
        String files = String.join(
                ",",
                wheel,
                wheel,
                wheel.replace("1.0", "1.0.0").replace("}", ",\"yanked\":\"bad\"}"),
                wheel.replace("1.0", "2.0").replace("}", ",\"requires-python\":\">=3.8\"}"),
                wheel.replace("1.0", "2.0").replace("py3", "cp312").replace("}", ",\"requires-python\":\">=3.8.*\"}"),
                wheel.replace("1.0", "2.0").replace("any", "linux_x86_64").replace("h/", "h/1%20/"),
                wheel.replace("1.0", "3.0").replace("}", ",\"requires-python\":\"odd\"}"),
                wheel.replace("1.0", "4.0").replace("https", "ftp"),
                wheel.replace("a-1.0", "b-1.0"),
                wheel.replace("a-1.0", "a-x"),
                wheel.replace("-py3-none-any.whl", ".tar.gz"),
                wheel.replace("-py3-none-any.whl", ".tar.gz").replace("1.0", "5.0"),
                wheel.replace("-py3-none-any.whl", ".exe"));
        Listing listing = JsonPage.parse(("{\"files\":[" + files + "]}").getBytes(StandardCharsets.UTF_8));
        new Goldens("judged")
                .check(Map.of(ListingForm.NAME + ".txt", JudgedText.of(JudgedText.judged("a", listing)) + "\n"));
    }

    /** Whatever a disk does to it, it is read or refused, and a table that is read has all its words. */
    @Test
    void refusesWhatItHasNotWritten() throws Listing.UnreadableException {
        byte[] body = ("{\"files\":["
                        + String.join(",", JsonScanTest.usual().skip(2).toList()) + "]}")
                .getBytes(StandardCharsets.UTF_8);
        Listing listing = JsonPage.parse(body);
        byte[] form =
                ListingForm.write(listing, JudgedText.judged("a", listing)).orElseThrow();
        Random random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] broken = Arrays.copyOf(form, random.nextBoolean() ? form.length : random.nextInt(form.length));
            if (broken.length > 0) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            try {
                ListingForm.Kept kept = ListingForm.read(broken);
                JsonScanTest.words(kept.listing());
                JudgedText.of(kept.judged());
            } catch (Listing.UnreadableException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    @ParameterizedTest
    @EnumSource(PageStyle.class)
    void theNextRunReadsTheSamePage(PageStyle style) {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.style(style);
            for (String version : List.of("1.0", "1.1")) {
                ServedFile wheel = ServedFile.of(
                        WheelBuilder.of("demo", version).requiresPython(">=3.8").build());
                fixture.index.add(wheel.uploaded("2026-01-02T03:04:05Z"));
            }
            fixture.index.add(
                    ServedFile.of(WheelBuilder.of("demo", "2.0").build()).yanked("a <bad> \"one\""));
            ProjectPage first = fixture.page("demo");
            ProjectPage offline =
                    fixture.again(IndexFixture.OPTIONS.withOffline(true)).page("demo");
            assertThat(offline.wheels()).isEqualTo(first.wheels()).hasSize(3);
            assertThat(offline.releases().versions()).isEqualTo(first.releases().versions());
        }
    }

    /** Links that sign themselves in are kept without that, as the page they came on. */
    @Test
    void keepsNoSecretOfAnAddress() throws IOException {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.always(
                    "/simple/demo/",
                    Answer.json("{\"files\":[{\"filename\":\"demo-1.0-py3-none-any.whl\",\"url\":"
                            + "\"https://files.example/demo-1.0-py3-none-any.whl?token=hidden\"}]}"));
            assertThat(fixture.wheel("demo").url().toString()).endsWith("?token=hidden");
            assertThat(entries()).hasSize(1).noneMatch(entry -> entry.contains("hidden"));
            assertThat(fixture.again(IndexFixture.OPTIONS.withOffline(true))
                            .wheel("demo")
                            .url()
                            .toString())
                    .endsWith("demo-1.0-py3-none-any.whl");
        }
    }

    /** What a later release keeps in its own form is no page for this one, and no damage. */
    @Test
    void fetchesAgainWhatAnotherReleaseHasKept() throws IOException {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index
                    .style(PageStyle.JSON)
                    .add(WheelBuilder.of("demo", "1.0").build());
            ProjectPage first = fixture.page("demo");
            rewrite("form: " + ListingForm.NAME, "form: listing 0");
            assertThat(fixture.again(IndexFixture.OPTIONS).page("demo").wheels())
                    .isEqualTo(first.wheels());
            assertThat(fixture.index.server().received())
                    .allSatisfy(request ->
                            assertThat(request.header("if-none-match")).isEmpty());
            assertThat(fixture.events).noneMatch(event -> event instanceof WheelsEvent.Warned);
        }
    }

    /** No server can pass a page off as one of the cache. */
    @Test
    void takesNoPageInItsFormFromTheNetwork() {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.always("/simple/demo/", Answer.bytes(new byte[40]).with("Form", ListingForm.NAME));
            assertThatThrownBy(() -> fixture.page("demo")).hasMessageStartingWith("[wheels/X410]");
        }
    }

    private List<String> entries() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : files()) {
            texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return texts;
    }

    private List<Path> files() {
        return FileTree.files(cache.resolve("v1/http"));
    }

    /** Changes what entries say, with the checksum of that. */
    private void rewrite(String from, String to) throws IOException {
        for (Path file : files()) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            int line = text.indexOf('\n') + 1;
            byte[] rest = text.substring(line).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
            CRC32C checksum = new CRC32C();
            checksum.update(rest);
            String first = text.substring(0, line - 9) + HexFormat.of().toHexDigits((int) checksum.getValue()) + "\n";
            Files.write(
                    file,
                    (first + new String(rest, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
