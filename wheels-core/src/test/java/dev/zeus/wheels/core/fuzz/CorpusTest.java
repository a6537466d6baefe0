// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every input of {@code bench/fuzz/corpus} once more: what a fuzzer found stays mended. */
class CorpusTest {
    private static final Path CORPUS = Stream.of(Path.of("bench/fuzz/corpus"), Path.of("../bench/fuzz/corpus"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();

    @TestFactory
    Stream<DynamicTest> eachInputIsReadOrRefused() {
        return Stream.of(FuzzTarget.values())
                .map(target -> dynamicTest(target.directory(), () -> {
                    List<Path> inputs = inputs(target);
                    assertThat(inputs).isNotEmpty();
                    for (Path input : inputs) {
                        target.run(Files.readAllBytes(input));
                    }
                }));
    }

    private static List<Path> inputs(FuzzTarget target) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve(target.directory()))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
