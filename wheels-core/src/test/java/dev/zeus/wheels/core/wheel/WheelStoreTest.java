// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.http.DiskCache;
import dev.zeus.wheels.core.http.Http;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import dev.zeus.wheels.testkit.disk.TroubledDisk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store of whole wheels; numbers are those of the list of faults. */
final class WheelStoreTest {
    private static final BuiltWheel DEMO = WheelBuilder.of("demo", "1.0").build();
    private static final String FILE = "/files/" + DEMO.filename();
    private static final OptionalLong SIZE = OptionalLong.of(DEMO.bytes().length);

    @TempDir
    Path directory;

    private final LoopbackIndex index = LoopbackIndex.start().add(DEMO);
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Sha256 sha256 = new Sha256(DEMO.sha256());
    private final URI url = index.server().uri().resolve(FILE);

    private final List<WheelsEvent> events = new CopyOnWriteArrayList<>();

    private WheelStore store() {
        return store(directory);
    }

    private WheelStore store(Path directory) {
        HttpOptions options =
                HttpOptions.DEFAULTS.withTries(3, Duration.ofMillis(1)).withTrustedHosts(Set.of("127.0.0.1"));
        Http http = Http.open(options, new DiskCache(directory, event -> {}), event -> {});
        return new WheelStore(directory, http, threads, events::add);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        index.close();
    }

    @Test
    void fetchesOnceAndKeepsTheFileName() throws IOException {
        Path path = store().fetch(url, sha256, SIZE);
        assertThat(path.getFileName()).hasToString(DEMO.filename());
        assertThat(Files.readAllBytes(path)).isEqualTo(DEMO.bytes());
        assertThat(store().fetch(url, sha256, SIZE)).isEqualTo(path);
        assertThat(index.count(FILE)).isEqualTo(1);
    }

    @Test
    void fetchesOnceForManyAtOnce() {
        WheelStore store = store();
        List<CompletableFuture<Path>> all = IntStream.range(0, 20)
                .mapToObj(i -> store.fetchLater(url, sha256, OptionalLong.empty()))
                .toList();
        assertThat(all).allSatisfy(path -> assertThat(path.join()).exists());
        assertThat(index.count(FILE)).isEqualTo(1);
    }

    @Proves(id = "fault 16", given = "a wheel that breaks off", outcome = "resumed")
    @Test
    void fault16ResumesAWheelThatBreaksOff() throws IOException {
        index.script(FILE, Answer.bytes(DEMO.bytes()).with("ETag", "\"x\"").truncatedTo(100));
        assertThat(Files.readAllBytes(store().fetch(url, sha256, SIZE))).isEqualTo(DEMO.bytes());
        assertThat(index.server().received().get(1).header("range")).contains("bytes=100-");
    }

    @Test
    void wantsAnAddressThatNamesAFile() {
        assertThatThrownBy(() -> store().fetch(URI.create("https://index.example/files/download"), sha256, SIZE))
                .satisfies(ProblemExample.printed("X505"));
    }

    @Proves(
            id = "fault 39",
            given = "an old wheel under a new hash",
            outcome = "refused with both hashes, nothing is left behind")
    @Proves(id = "fault 41", given = "a size that differs from the index", outcome = "refused")
    @Proves(
            id = "attack 7",
            given = "a wheel that was swapped after it was locked",
            outcome = "refused with both hashes")
    @Test
    void fault39And41RefuseOtherBytesAndLeaveNothingBehind() throws IOException {
        byte[] other = DEMO.bytes().clone();
        other[10] ^= 1;
        index.script(FILE, Answer.bytes(other), Answer.bytes(new byte[5]));
        assertThatThrownBy(() -> store().fetch(url, sha256, SIZE))
                .satisfies(ProblemExample.printed("X501"))
                .hasMessageContaining("[wheels/X501]")
                .hasMessageContaining("Expected: sha256:" + sha256)
                .hasMessageContaining("Computed: sha256:" + Sha256.of(other));
        assertThatThrownBy(() -> store().fetch(url, sha256, SIZE))
                .satisfies(ProblemExample.printed("X502"))
                .hasMessageContaining("[wheels/X502]");
        assertThat(FileTree.files(directory)).isEmpty();
    }

    @Test
    @Proves(
            id = "fault 48",
            given = "a wheel in the cache was altered",
            outcome = "its digest is computed on each first use in a run; E102 warns, and it is fetched again")
    void fetchesAnewWhatWasAlteredOnDisk() throws IOException {
        Path path = store().fetch(url, sha256, SIZE);
        Files.write(path, new byte[] {1, 2, 3});
        assertThat(Files.readAllBytes(store().fetch(url, sha256, SIZE))).isEqualTo(DEMO.bytes());
        assertThat(events.toString()).satisfies(ProblemExample.printed("E102")).contains("E102", path.toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Proves(
            id = "fault 49",
            given = "the cache is full or read-only when a whole wheel is fetched",
            outcome = "E119 warns; the wheel goes to a temporary directory that is removed after the run")
    void aStoreThatCannotBeWrittenIsGoneWithout(boolean full) throws IOException {
        TroubledDisk disk = full
                ? new TroubledDisk(directory).holding(DEMO.bytes().length / 2)
                : new TroubledDisk(directory).readOnly();
        Path path;
        try (WheelStore store = store(disk.path("cache"))) {
            path = store.fetch(url, sha256, SIZE);
            assertThat(path).hasBinaryContent(DEMO.bytes());
        }
        assertThat(path).doesNotExist();
        assertThat(events.toString()).contains("E119", disk.path("cache").toString(), " free of ");
    }

    @Proves(
            id = "fault 29",
            given = "a listed file that is gone when it is fetched",
            outcome = "an error that names the file")
    @Proves(
            id = "fault 44",
            given = "a locked file that is gone",
            outcome = "an error that names the file and the way out")
    @Test
    void fault44SaysThatTheFileIsGone() {
        URI gone = url.resolve("gone-1.0-py3-none-any.whl");
        assertThatThrownBy(() -> store().fetch(gone, sha256, SIZE))
                .satisfies(ProblemExample.printed("X506"))
                .hasMessageContaining("[wheels/X506]")
                .hasMessageContaining("404");
    }

    @Test
    void adoptsAWheelOfUnknownDigest() {
        WheelStore.Stored stored = store().adopt(url, OptionalLong.empty());
        assertThat(stored.sha256()).isEqualTo(sha256);
        assertThat(store().fetch(url, sha256, SIZE)).isEqualTo(stored.path());
    }
}
