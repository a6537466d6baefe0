// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.index.PackageIndex;
import dev.zeus.wheels.core.index.ProjectPage;
import dev.zeus.wheels.core.index.SdistContent;
import dev.zeus.wheels.core.index.SdistFile;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.PackageName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same answer to every scenario, whichever page or metadata file comes first. */
class AnswerOrderTest {
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** Runs what it is given on many threads, some of it much later than what came after it. */
    private static final class Shuffling implements Executor {
        private final Executor threads;
        private final Random random;
        private final List<Runnable> held = new ArrayList<>();

        Shuffling(Executor threads, long seed) {
            this.threads = threads;
            this.random = new Random(seed);
        }

        @Override
        public synchronized void execute(Runnable task) {
            held.add(task);
            // A waiting thread may wait for any of them, so nothing is held for ever.
            threads.execute(this::runOne);
        }

        private void runOne() {
            Runnable task;
            synchronized (this) {
                task = held.remove(random.nextInt(held.size()));
            }
            task.run();
        }
    }

    private record Late(PackageIndex index, Executor executor) implements ForwardingIndex {
        @Override
        public CompletableFuture<ProjectPage> page(PackageName name) {
            return late(index.page(name));
        }

        @Override
        public CompletableFuture<CoreMetadata> metadata(WheelFile wheel) {
            return late(index.metadata(wheel));
        }

        @Override
        public CompletableFuture<SdistContent> content(SdistFile sdist) {
            return late(index.content(sdist));
        }

        private <T> CompletableFuture<T> late(CompletableFuture<T> future) {
            return future.thenApplyAsync(value -> value, executor);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void doesNotDependOnWhatComesFirst(long seed) throws IOException {
        Shuffling shuffling = new Shuffling(threads, seed);
        for (Path file : ResolverTest.scenarios().toList()) {
            Scenario scenario = Scenario.parse(Files.readString(file).split("(?m)^---\n", 2)[0]);
            assertThat(scenario.answer(index -> new Late(index, shuffling)))
                    .as(file.toString())
                    .isEqualTo(scenario.answer());
        }
    }
}
