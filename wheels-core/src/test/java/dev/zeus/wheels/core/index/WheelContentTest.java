// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.wheel.BrokenWheelException;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.PageStyle;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.ServedFile;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Metadata, listings and digests of wheels, and the requests they cost; numbers are those of the list of faults. */
final class WheelContentTest {
    private static final String PAGE = "/simple/demo/";
    private static final String FILE = "/files/demo-1.0-py3-none-any.whl";

    @TempDir
    Path cache;

    private static WheelBuilder demo() {
        return WheelBuilder.of("demo", "1.0");
    }

    /** A wheel so large that its end alone does not hold it all. */
    private static BuiltWheel large() {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        return demo().file("demo/__init__.py", "").file("demo/data.bin", noise).build();
    }

    @ParameterizedTest
    @EnumSource
    void readsTheFileBesideTheWheelAnnouncedOrNot(PageStyle style) {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.style(style).add(demo().build());
            assertThat(IndexFixture.get(fixture.client().metadata(fixture.wheel("demo")))
                            .name())
                    .hasToString("demo");
            assertThat(fixture.index.counts()).isEqualTo(Map.of(PAGE, 1L, FILE + ".metadata", 1L));
            fixture.again(IndexFixture.OPTIONS);
            IndexFixture.get(fixture.client().metadata(fixture.wheel("demo")));
            assertThat(fixture.index.counts()).isEqualTo(Map.of(PAGE, 1L));
        }
    }

    @Test
    void readsTheEndOfTheWheelWhereThereIsNoFileBeside() {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.add(ServedFile.of(large()).withoutMetadata());
            WheelFile wheel = fixture.wheel("demo");
            IndexFixture.get(fixture.client().metadata(wheel));
            assertThat(IndexFixture.get(fixture.client().listing(wheel)).paths())
                    .containsExactly(
                            "demo/__init__.py",
                            "demo/data.bin",
                            "demo-1.0.dist-info/METADATA",
                            "demo-1.0.dist-info/WHEEL",
                            "demo-1.0.dist-info/RECORD");
            assertThat(fixture.index.counts()).isEqualTo(Map.of(PAGE, 1L, FILE + ".metadata", 1L, FILE, 1L));
            assertThat(fixture.index.server().received().get(2).header("range")).contains("bytes=-65536");
        }
    }

    @Test
    void namesTheProgramsOfAWheelAlsoFromTheCache() {
        BuiltWheel built = WheelBuilder.of("demo", "1.0")
                .script("demo = demo:main")
                .script("demo-$(id) = demo:main")
                .file("demo-1.0.data/scripts/tool", "#!python")
                .file("demo-1.0.data/data/scripts/no-tool", "")
                .file("demo-1.0.data/data/bin/machine", "")
                .build();
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.add(ServedFile.of(built));
            WheelListing listing = IndexFixture.get(fixture.client().listing(fixture.wheel("demo")));
            assertThat(listing.programs()).containsExactly("demo", "tool");
            assertThat(listing.commands()).containsExactly("demo", "machine", "tool");
            assertThat(fixture.index.count(FILE)).isEqualTo(1);
            fixture.again(IndexFixture.OPTIONS.withOffline(true));
            assertThat(IndexFixture.get(fixture.client().listing(fixture.wheel("demo"))))
                    .isEqualTo(listing);
        }
    }

    @Test
    void readsMetadataThatLiesBeforeTheEnd() {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        String metadata = "Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n";
        BuiltWheel built = WheelBuilder.of("demo", "1.0")
                .file("demo-1.0.dist-info/METADATA", "")
                .metadata(metadata)
                .file("demo/data.bin", noise)
                .build();
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.add(ServedFile.of(built).withoutMetadata());
            assertThat(IndexFixture.get(fixture.client().metadata(fixture.wheel("demo")))
                            .version())
                    .hasToString("1.0");
            assertThat(fixture.index.count(FILE)).isEqualTo(2);
        }
    }

    @Test
    void stopsAskingAHostThatNeverHasTheFileBeside() {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            for (int i = 0; i < 6; i++) {
                fixture.index.add(
                        ServedFile.of(WheelBuilder.of("p" + i, "1.0").build()).withoutMetadata());
                IndexFixture.get(fixture.client().metadata(fixture.wheel("p" + i)));
            }
            assertThat(fixture.index.counts().keySet().stream().filter(path -> path.endsWith(".metadata")))
                    .hasSize(3);
        }
    }

    @Proves(id = "fault 23", given = "ranges advertised but not answered", outcome = "the whole wheel is fetched")
    @Test
    void fault21And23FetchTheWholeWheelWhereRangesAreNotAnswered() {
        BuiltWheel built = large();
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.add(ServedFile.of(built).withoutMetadata());
            for (Answer odd : new Answer[] {
                Answer.bytes(built.bytes()),
                Answer.status(416),
                Answer.status(405),
                Answer.bytes(new byte[9]).withStatus(206).with("Content-Range", "bytes 0-8/9000"),
                Answer.bytes(new byte[9]).withStatus(206).with("Content-Range", "bytes 8991-8999/9000, x"),
                Answer.bytes(new byte[9]).withStatus(206).with("Content-Range", "bytes 8990-8999/9000"),
                Answer.bytes(new byte[9]).withStatus(206)
            }) {
                fixture.index.script(FILE, odd);
                fixture.again(IndexFixture.OPTIONS);
                WheelFile wheel = fixture.wheel("demo");
                WheelFile unknown = new WheelFile(
                        wheel.filename(),
                        wheel.url(),
                        Optional.empty(),
                        wheel.requiresPython(),
                        wheel.size(),
                        wheel.uploadTime(),
                        wheel.yanked(),
                        false,
                        Optional.empty());
                assertThat(IndexFixture.get(fixture.client().listing(unknown)).paths())
                        .contains("demo/data.bin");
                assertThat(fixture.index.count(FILE)).isEqualTo(2);
            }
        }
    }

    @Proves(
            id = "fault 40",
            given = "no hash for a wheel",
            outcome = "computed from the whole file, never taken from the sdist")
    @Test
    void fault40ComputesADigestThatTheIndexDoesNotGive() {
        BuiltWheel built = demo().build();
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.add(ServedFile.of(built).sha256(Optional.empty()));
            WheelFile wheel = fixture.wheel("demo");
            assertThat(wheel.sha256()).isEmpty();
            assertThat(IndexFixture.get(fixture.client().sha256(wheel))).isEqualTo(new Sha256(built.sha256()));
            assertThat(IndexFixture.get(fixture.client().sha256(wheel))).isEqualTo(new Sha256(built.sha256()));
            assertThat(fixture.index.count(FILE)).isEqualTo(1);
        }
    }

    @Proves(
            id = "fault 45",
            given = "METADATA that cannot be used",
            outcome = "that version is left out with its reason")
    @Proves(id = "attack 6", given = "METADATA whose name or version is not the file name's", outcome = "refused")
    @Test
    void fault45AndAttack6RefuseMetadataOfSomethingElse() {
        String[][] cases = {
            {"Metadata-Version: 2.1\nName: other\nVersion: 1.0\n", "X420"},
            {"Metadata-Version: 2.1\nName: demo\nVersion: 1.1\n", "X420"},
            {"Metadata-Version: 2.1\nName: demo\nVersion: one\n", "X421"},
            {"Metadata-Version: 99.0\nName: demo\nVersion: 1.0\n", "X421"}
        };
        for (String[] each : cases) {
            try (IndexFixture fixture = new IndexFixture(cache)) {
                fixture.index
                        .style(PageStyle.JSON)
                        .add(ServedFile.of(demo().build()).metadata(each[0]));
                assertThatThrownBy(() -> IndexFixture.get(fixture.client().metadata(fixture.wheel("demo"))))
                        .isInstanceOf(BrokenWheelException.class)
                        .satisfies(
                                ProblemExample.printed(each[1], each[0].contains("other") || each[0].contains("one")))
                        .hasMessageStartingWith("[wheels/" + each[1] + "]")
                        .hasMessageContaining("demo-1.0-py3-none-any.whl");
            }
        }
    }

    @Proves(id = "fault 39", given = "a metadata file of another hash", outcome = "the expected and the computed hash")
    @Test
    void fault39SaysExpectedAndComputedOfAChangedMetadataFile() {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.style(PageStyle.JSON).add(demo().build());
            fixture.index.always(
                    FILE + ".metadata", Answer.bytes("Metadata-Version: 2.1\n".getBytes(StandardCharsets.UTF_8)));
            assertThatThrownBy(() -> IndexFixture.get(fixture.client().metadata(fixture.wheel("demo"))))
                    .satisfies(ProblemExample.printed("X422"))
                    .hasMessageStartingWith("[wheels/X422]")
                    .hasMessageContaining("Expected: sha256:")
                    .hasMessageContaining("Computed: sha256:");
        }
    }

    @Test
    void readsTheWheelWhereALoginPageAnswersForItsMetadata() {
        for (PageStyle style : PageStyle.values()) {
            try (IndexFixture fixture = new IndexFixture(cache.resolve(style.name()))) {
                fixture.index.style(style).add(demo().build());
                fixture.index.always(FILE + ".metadata", Answer.html("<html>please log in</html>"));

                assertThat(IndexFixture.get(fixture.client().metadata(fixture.wheel("demo")))
                                .name())
                        .hasToString("demo");
                if (style != PageStyle.PLAIN_HTML) {
                    assertThat(fixture.notes())
                            .anyMatch(note -> note.contains(FILE + ".metadata") && note.contains("please log in"));
                }
            }
        }
    }

    @Test
    void doesNotTakeAServersOwnPageForMetadata() {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.add(ServedFile.of(demo().build()).withoutMetadata());
            fixture.index.always(FILE + ".metadata", Answer.html("<html>Not here</html>"));
            assertThat(IndexFixture.get(fixture.client().metadata(fixture.wheel("demo")))
                            .name())
                    .hasToString("demo");
        }
    }

    @Proves(id = "fault 62", given = "-o with a warm cache", outcome = "the same answers, no request")
    @Test
    void fault62AnswersFromAWarmCacheOffline() {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.add(demo().build());
            IndexFixture.get(fixture.client().metadata(fixture.wheel("demo")));
            IndexFixture.get(fixture.client().listing(fixture.wheel("demo")));
            fixture.again(IndexFixture.OPTIONS.withOffline(true));
            WheelFile wheel = fixture.wheel("demo");
            IndexFixture.get(fixture.client().metadata(wheel));
            assertThat(IndexFixture.get(fixture.client().listing(wheel)).paths())
                    .contains("demo/__init__.py");
            assertThat(fixture.index.counts()).isEmpty();
            assertThatThrownBy(() -> fixture.page("other")).hasMessageContaining("/simple/other/");
        }
    }

    @Test
    void fault52LetsManyClientsShareOneColdCache() {
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.style(PageStyle.JSON).add(large());
            List<WheelListing> listings = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(i -> {
                        List<IndexSource> sources = List.of(new IndexSource("acme", fixture.index.uri()));
                        try (PackageIndexes indexes =
                                PackageIndexes.open(sources, cache, cache, IndexFixture.OPTIONS, fixture.events::add)) {
                            PackageIndex client = indexes.of("acme");
                            WheelFile wheel = IndexFixture.get(client.page(PackageName.parse("demo")))
                                    .wheels()
                                    .get(0);
                            IndexFixture.get(client.metadata(wheel));
                            return IndexFixture.get(client.listing(wheel));
                        }
                    })
                    .toList();
            assertThat(listings).hasSize(8).containsOnly(listings.get(0));
            assertThat(fixture.warnings()).isEmpty();
        }
    }
}
