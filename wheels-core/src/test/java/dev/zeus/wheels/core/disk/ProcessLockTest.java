// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.disk.ProcessLock.Kind;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.testkit.ProblemExample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // the lock is held, and not asked
final class ProcessLockTest {
    @TempDir
    Path directory;

    private ProcessLock take(Kind kind, Duration patience) {
        return ProcessLock.take(
                new ProcessLock.Target(directory.resolve("lock"), true, "the test", patience), kind, EventSink.SILENT);
    }

    @Test
    void oneAtATimeHoldsItAndTheFileGoesWithTheLast() {
        AtomicInteger inside = new AtomicInteger();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(CompletableFuture.runAsync(() -> {
                try (ProcessLock mine = take(Kind.EXCLUSIVE, Duration.ofMinutes(1))) {
                    assertThat(inside.incrementAndGet()).isEqualTo(1);
                    inside.decrementAndGet();
                }
            }));
        }
        all.forEach(CompletableFuture::join);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void manyShareItAndOneAloneHasToWaitForThem() {
        ProcessLock first = take(Kind.SHARED, Duration.ZERO);
        ProcessLock second = take(Kind.SHARED, Duration.ZERO);
        first.close();
        first.close();
        assertThatThrownBy(() -> take(Kind.EXCLUSIVE, Duration.ofMillis(1)))
                .satisfies(ProblemExample.printed("E112"))
                .hasMessageContaining("[wheels/E112] another thread of this build has used the test")
                .hasMessageContaining(directory.resolve("lock").toString());
        second.close();
        take(Kind.EXCLUSIVE, Duration.ZERO).close();
    }

    @Test
    void saysWhomItWaitsFor() {
        ProcessLock.Target target = new ProcessLock.Target(
                directory.resolve("generated"), true, "the generated directory", Duration.ofMinutes(1));
        ProblemExample.printed("E111").accept(ProcessLock.waiting(target, "process 4711"));
    }

    @Test
    void anInterruptEndsTheWait() {
        try (ProcessLock held = take(Kind.EXCLUSIVE, Duration.ZERO)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> take(Kind.EXCLUSIVE, Duration.ofMinutes(1)))
                    .satisfies(ProblemExample.printed("E113"))
                    .hasMessageContaining("[wheels/E113]");
            assertThat(Thread.interrupted()).isTrue();
        }
        take(Kind.EXCLUSIVE, Duration.ZERO).close();
    }

    @Test
    void aNameThatIsReachedByALinkIsTheSameLock() throws Exception {
        Path link = directory.resolve("link");
        Files.createSymbolicLink(link, directory);
        try (ProcessLock held = take(Kind.EXCLUSIVE, Duration.ZERO)) {
            ProcessLock.Target target =
                    new ProcessLock.Target(link.resolve("lock"), true, "the test", Duration.ofMillis(1));
            assertThatThrownBy(() -> ProcessLock.take(target, Kind.EXCLUSIVE, EventSink.SILENT))
                    .hasMessageContaining("[wheels/E112]");
        }
    }
}
