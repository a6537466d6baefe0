// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests of other modules that the contract names are there. */
class ProofsElsewhereTest {

    @ParameterizedTest
    @MethodSource
    void findsTheTestsOfOtherModules(Proof proof) throws IOException {
        int dot = proof.test().indexOf('.');
        Path file;
        try (Stream<Path> files = Files.find(
                Path.of(".."),
                20,
                (path, attributes) -> path.endsWith(proof.test().substring(0, dot) + ".java"))) {
            file = files.findFirst().orElseThrow();
        }
        assertThat(Files.readString(file)).contains("void " + proof.test().substring(dot + 1) + "(");
    }

    static Stream<Proof> findsTheTestsOfOtherModules() {
        return Proofs.ELSEWHERE.stream();
    }
}
