// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every input of {@code bench/fuzz/corpus} for the processor once more: what a fuzzer found stays mended. */
class CorpusTest {
    private static final Path CORPUS = Stream.of(Path.of("bench/fuzz/corpus"), Path.of("../bench/fuzz/corpus"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();

    @Test
    void everyValueOfAnAnnotationIsReadOrRefused() throws IOException {
        for (Path input : inputs("annotations")) {
            AnnotationFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
        }
    }

    @Test
    void everyLockIsReadAsFarAsItCanBe() throws IOException {
        for (Path input : inputs("lock")) {
            LockFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
        }
    }

    private static List<Path> inputs(String directory) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve(directory))) {
            List<Path> inputs = files.filter(Files::isRegularFile).sorted().toList();
            assertThat(inputs).isNotEmpty();
            return inputs;
        }
    }
}
