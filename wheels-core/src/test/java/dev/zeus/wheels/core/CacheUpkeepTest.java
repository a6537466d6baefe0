// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.http.CacheContent;
import dev.zeus.wheels.core.http.CacheItem;
import dev.zeus.wheels.core.http.DiskCache;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code wheels:cache} shows and removes. */
final class CacheUpkeepTest {
    @TempDir
    Path directory;

    private void fill() throws IOException {
        try (DiskCache cache = new DiskCache(directory, EventSink.SILENT)) {
            cache.write("http", "page", DiskCache.Entry.of(new byte[1000]));
            cache.write("unchanged", "key", DiskCache.Entry.of(new byte[100]));
        }
        file("v1/metadata/ab/" + "c".repeat(62), 2000, 10);
        file("v1/listing/ab/" + "c".repeat(62), 10, 20);
        file("v1/wheels/ab/" + "ab".repeat(32) + "/demo-1.0-py3-none-any.whl", 4000, 40);
        file("v1/new/123.part", 300, 0);
        file("v7/http/cd/" + "e".repeat(62), 50, 50);
    }

    private void file(String name, int bytes, int daysAgo) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(daysAgo))));
    }

    @Test
    void showsPlaceSizeAndKinds() throws IOException {
        fill();
        assertThat(CacheUpkeep.run(directory, Optional.empty(), EventSink.SILENT)
                        .lines())
                .hasSize(9)
                .contains("Cache: " + directory)
                .anyMatch(line -> line.matches(" +pages +1 entry +1\\.\\d KiB"))
                .anyMatch(line -> line.matches(" +metadata +1 entry +2\\.0 KiB"))
                .anyMatch(line -> line.matches(" +file lists +1 entry +10 B"))
                .anyMatch(line -> line.matches(" +up-to-date marks +1 entry +\\d{3} B"))
                .anyMatch(line -> line.matches(" +wheels +1 entry +3\\.9 KiB"))
                .anyMatch(line -> line.matches(" +unfinished +1 entry +300 B"))
                .anyMatch(line -> line.matches(" +of other releases +1 entry +50 B"))
                .anyMatch(line -> line.matches(" +in all +7 entries +7\\.\\d KiB"));
    }

    @Test
    void keepsForACiWhatIsSmall() throws IOException {
        fill();
        CacheOutcome outcome = CacheUpkeep.run(directory, Optional.of(PruneRule.parse("ci")), EventSink.SILENT);

        assertThat(outcome.lines())
                .noneMatch(line -> line.matches(" +(wheels|unfinished|of other releases) .*"))
                .anyMatch(line -> line.matches(" +pages +1 entry .*"))
                .anyMatch(line -> line.matches(" +metadata +1 entry .*"));
    }

    /** A FIFO waits for a reader or writer, a device has no end, and a link may lead anywhere. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void opensAndRemovesNothingThatNoBuildHasMade() throws Exception {
        fill();
        Path elsewhere =
                Files.createDirectories(directory.resolveSibling("elsewhere").resolve("ab"));
        Path kept = Files.writeString(elsewhere.resolve("d".repeat(62)), "kept");
        List<Path> fifos = List.of(
                directory.resolve("v1/http/ab/" + "f".repeat(62)),
                directory.resolve("v2"),
                directory.resolve("v3/new"),
                directory.resolve("v1/imports"));
        for (Path fifo : fifos) {
            Files.createDirectories(fifo.getParent());
            assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                    .isZero();
        }
        Files.createSymbolicLink(directory.resolve("v4"), elsewhere.getParent());
        Files.createSymbolicLink(directory.resolve("v3/http"), elsewhere.getParent());
        Files.createSymbolicLink(directory.resolve("v5"), Path.of("v5"));
        Files.createSymbolicLink(directory.resolve("v1/http/ab/" + "0".repeat(62)), Path.of("/dev/zero"));

        CacheOutcome outcome = CacheUpkeep.run(directory, Optional.of(PruneRule.parse("0")), EventSink.SILENT);

        assertThat(outcome.lines()).anyMatch(line -> line.contains("7 entries"));
        assertThat(fifos).allMatch(Files::exists);
        assertThat(kept).hasContent("kept");
        try (DiskCache cache = new DiskCache(directory, EventSink.SILENT)) {
            cache.write("http", "page", DiskCache.Entry.of(new byte[10]));
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aTagWithoutAnEndIsNoTag() throws Exception {
        assertThat(new ProcessBuilder(
                                "mkfifo", directory.resolve("CACHEDIR.TAG").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(new CacheContent(directory).items()).isEmpty();
        assertThatThrownBy(() -> {
                    try (DiskCache cache = new DiskCache(directory, EventSink.SILENT)) {
                        cache.write("http", "page", DiskCache.Entry.of(new byte[10]));
                    }
                })
                .hasMessageContaining("E118");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30d|unfinished, wheels, of other releases",
                "true|unfinished, wheels, of other releases",
                "2w|unfinished, file lists, wheels, of other releases",
                "1d|unfinished, metadata, file lists, wheels, of other releases",
                "4KiB|unfinished, wheels",
                "1GiB|unfinished",
                "15d, 2KiB|unfinished, metadata, file lists, wheels, of other releases",
                "0|pages, up-to-date marks, unfinished, metadata, file lists, wheels, of other releases",
            })
    void removesWhatARuleDoesNotLetStay(String rule, String kinds) throws IOException {
        fill();
        CacheOutcome outcome = CacheUpkeep.run(directory, Optional.of(PruneRule.parse(rule)), EventSink.SILENT);
        assertThat(outcome.removed()).extracting(CacheItem::kind).containsExactlyInAnyOrder(kinds.split(", "));
        assertThat(outcome.removed()).allSatisfy(item -> assertThat(item.path()).doesNotExist());
        assertThat(outcome.items()).allSatisfy(item -> assertThat(item.path()).exists());
        assertThat(outcome.items()).hasSize(7 - outcome.removed().size());
    }

    @Test
    void cleansEverythingButTheFrame() throws IOException {
        fill();
        CacheUpkeep.run(directory, Optional.of(PruneRule.CLEAN), EventSink.SILENT);
        assertThat(directory).isDirectoryNotContaining(Files::isDirectory);
        fill();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "30x", "-1d", "1d,2d", "1GiB,2GiB", "1d,1GiB,", "999999d", "9999999999TiB"})
    void saysWhatARuleLooksLike(String text) {
        assertThatThrownBy(() -> PruneRule.parse(text))
                .satisfies(ProblemExample.printed("D220", text.equals("soon")))
                .hasMessageContaining("[wheels/D220]")
                .hasMessageContaining("\"" + text + "\"");
    }

    @Test
    void removesNothingFromWhatIsNoCache() throws IOException {
        Path mine = Files.writeString(
                Files.createDirectories(directory.resolve("v1")).resolve("mine"), "text");
        assertThatThrownBy(() -> CacheUpkeep.run(directory, Optional.of(PruneRule.CLEAN), EventSink.SILENT))
                .hasMessageContaining("[wheels/E117]");
        assertThat(mine).exists();
    }

    /** What a user or another program may have in such a directory, with or without names that look like a cache's. */
    private static final List<String> FOREIGN = List.of(
            "photos/a.jpg",
            ".ssh/id",
            "v1/notes.txt",
            "v1/new/report.part",
            "v1/http/ab/readme",
            "v1/http/" + "a".repeat(62),
            "v1/wheels/ab/" + "ab".repeat(32) + "/thesis.doc",
            "v7/odd",
            "v1beta/http/ab/" + "c".repeat(62),
            "http/ab/" + "c".repeat(62));

    @ParameterizedTest
    @ValueSource(strings = {"0", "30d", "1d,1GiB"})
    void removesOnlyWhatACacheCanName(String rule) throws IOException {
        fill();
        Path link = directory.resolve("v1/http/ff");
        Path home = Files.createDirectories(directory.resolveSibling(directory.getFileName() + "-home"));
        Path mine = Files.writeString(home.resolve("d".repeat(62)), "text");
        Files.setLastModifiedTime(mine, FileTime.from(Instant.EPOCH));
        Files.createSymbolicLink(link, home);
        Files.createDirectories(directory.resolve("empty/of/mine"));
        for (String name : FOREIGN) {
            file(name, 10, 400);
        }
        CacheUpkeep.run(directory, Optional.of(PruneRule.parse(rule)), EventSink.SILENT);
        assertThat(FOREIGN)
                .allSatisfy(name -> assertThat(directory.resolve(name)).exists());
        assertThat(directory.resolve("empty/of/mine")).exists();
        assertThat(mine).exists();
        assertThat(link).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Signature: 8a477f597d28d172789f06886806bc55",
                "Signature: 8a477f597d28d172789f06886806bc55\n# This file is a cache directory tag created by uv.\n",
                ""
            })
    void removesNothingFromTheCacheOfAnother(String tag) throws IOException {
        Files.writeString(directory.resolve("CACHEDIR.TAG"), tag);
        Path theirs = directory.resolve("v1/http/ab/" + "c".repeat(62));
        file("v1/http/ab/" + "c".repeat(62), 10, 400);
        assertThatThrownBy(() -> CacheUpkeep.run(directory, Optional.of(PruneRule.CLEAN), EventSink.SILENT))
                .hasMessageContaining("[wheels/E117]")
                .hasMessageContaining(directory.toString());
        assertThat(theirs).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "photos/a.jpg|it has no CACHEDIR.TAG of Zeus Wheels, and contains \"photos\"",
                ".bashrc|it has no CACHEDIR.TAG of Zeus Wheels, and contains \".bashrc\"",
                "v1/api.html|it has no CACHEDIR.TAG of Zeus Wheels, and contains \"v1\"",
                "v1|it has no CACHEDIR.TAG of Zeus Wheels, and contains \"v1\"",
                "CACHEDIR.TAG|its CACHEDIR.TAG says that another program made it",
            })
    void nothingIsPutIntoADirectoryOfOthers(String name, String why) throws IOException {
        file(name, 10, 1);
        List<Path> before = tree();
        try (DiskCache cache = new DiskCache(directory, EventSink.SILENT)) {
            assertThatThrownBy(() -> cache.read("http", "page"))
                    .hasMessageContaining("[wheels/E118] \"" + directory + "\" cannot become the cache: " + why)
                    .hasMessageContaining("-Dwheels.cacheDirectory=");
        }
        assertThat(tree()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".lock", "v1/http/ab/cd", "v1/new/123.part", ".CACHEDIR.TAG.12-1.new"})
    void aCacheWhoseMakingWasCutShortIsMade(String name) throws IOException {
        if (!name.isEmpty()) {
            file(name, 10, 1);
        }
        try (DiskCache cache = new DiskCache(directory, EventSink.SILENT)) {
            cache.write("http", "page", DiskCache.Entry.of(new byte[1000]));
            cache.write("unchanged", "key", DiskCache.Entry.of(new byte[100]));
            assertThat(cache.read("http", "page")).isPresent();
        }
        assertThat(directory.resolve("CACHEDIR.TAG")).content().contains("created by Zeus Wheels");
    }

    private List<Path> tree() throws IOException {
        try (var all = Files.walk(directory)) {
            return all.sorted().toList();
        }
    }

    @Test
    void aCacheThatIsNotThereIsEmpty() {
        Path none = directory.resolve("none");
        assertThat(CacheUpkeep.run(none, Optional.of(PruneRule.CLEAN), EventSink.SILENT)
                        .items())
                .isEmpty();
        assertThat(none).doesNotExist();
    }

    @Test
    void waitsForTheBuildsThatUseIt() throws Exception {
        fill();
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<CacheOutcome> pruning;
        try (DiskCache used = new DiskCache(directory, EventSink.SILENT)) {
            assertThat(used.read("http", "page")).isPresent();
            pruning = CompletableFuture.supplyAsync(() ->
                    CacheUpkeep.run(directory, Optional.of(PruneRule.CLEAN), event -> {
                        if (event instanceof WheelsEvent.Warned warned
                                && warned.problem().code().equals("E111")) {
                            waiting.countDown();
                        }
                    }));
            waiting.await();
            assertThat(used.read("http", "page")).isPresent();
        }
        assertThat(pruning.get().removed()).hasSize(7);
    }

    @Test
    void useIsNotedToTheDay() throws IOException {
        fill();
        Path page = FileTree.files(directory.resolve("v1/http")).get(0);
        Files.setLastModifiedTime(page, FileTime.from(Instant.now().minus(Duration.ofDays(60))));
        try (DiskCache cache = new DiskCache(directory, EventSink.SILENT)) {
            assertThat(cache.read("http", "page")).isPresent();
        }
        List<CacheItem> removed = CacheUpkeep.run(directory, Optional.of(PruneRule.parse("30d")), EventSink.SILENT)
                .removed();
        assertThat(removed).extracting(CacheItem::kind).doesNotContain("pages");
    }
}
