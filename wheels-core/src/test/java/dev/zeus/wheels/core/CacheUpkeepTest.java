package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.http.CacheItem;
import dev.zeus.wheels.core.http.DiskCache;
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
        }
        file("v1/metadata/ab/cdef", 2000, 10);
        file("v1/listing/ab/cdef", 10, 20);
        file("v1/wheels/ab/abcdef/demo-1.0-py3-none-any.whl", 4000, 40);
        file("v1/new/123.part", 300, 0);
        file("v7/odd", 50, 50);
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
                .hasSize(8)
                .contains("Cache: " + directory)
                .anyMatch(line -> line.matches(" +pages +1 entry +1\\.\\d KiB"))
                .anyMatch(line -> line.matches(" +metadata +1 entry +2\\.0 KiB"))
                .anyMatch(line -> line.matches(" +file lists +1 entry +10 B"))
                .anyMatch(line -> line.matches(" +wheels +1 entry +3\\.9 KiB"))
                .anyMatch(line -> line.matches(" +unfinished +1 entry +300 B"))
                .anyMatch(line -> line.matches(" +of other releases +1 entry +50 B"))
                .anyMatch(line -> line.matches(" +in all +6 entries +7\\.\\d KiB"));
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
                "0|pages, unfinished, metadata, file lists, wheels, of other releases",
            })
    void removesWhatARuleDoesNotLetStay(String rule, String kinds) throws IOException {
        fill();
        CacheOutcome outcome = CacheUpkeep.run(directory, Optional.of(PruneRule.parse(rule)), EventSink.SILENT);
        assertThat(outcome.removed()).extracting(CacheItem::kind).containsExactlyInAnyOrder(kinds.split(", "));
        assertThat(outcome.removed()).allSatisfy(item -> assertThat(item.path()).doesNotExist());
        assertThat(outcome.items()).allSatisfy(item -> assertThat(item.path()).exists());
        assertThat(outcome.items()).hasSize(6 - outcome.removed().size());
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
        assertThat(pruning.get().removed()).hasSize(6);
    }

    @Test
    void useIsNotedToTheDay() throws IOException {
        fill();
        Path page;
        try (var all = Files.walk(directory.resolve("v1/http"))) {
            page = all.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Files.setLastModifiedTime(page, FileTime.from(Instant.now().minus(Duration.ofDays(60))));
        try (DiskCache cache = new DiskCache(directory, EventSink.SILENT)) {
            assertThat(cache.read("http", "page")).isPresent();
        }
        List<CacheItem> removed = CacheUpkeep.run(directory, Optional.of(PruneRule.parse("30d")), EventSink.SILENT)
                .removed();
        assertThat(removed).extracting(CacheItem::kind).doesNotContain("pages");
    }
}
