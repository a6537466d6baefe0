// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that lists every case of the contract is what the tests say. */
class ContractTableTest {
    private static final Path PAGE = Path.of("..", "docs", "index-contract.md");
    private static final String HEAD = """
            # What happens when the outside world misbehaves

            Every line is proved by the test it names; `ContractTableTest` writes this page
            (`mvn -pl wheels-core -am test -Dgoldens.update`).

            | case | given | outcome | test |
            |---|---|---|---|
            """;

    @Test
    void listsEveryProof() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        Proofs.all().forEach(proof -> page.append(proof.line()));
        if (System.getProperty("goldens.update") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).hasToString(Files.readString(PAGE));
    }

    /** The cases that concern HTTP, caches, indexes, credentials and what is written, by their numbers. */
    @ParameterizedTest
    @CsvSource({
        "fault, 1, 41",
        "fault, 43, 57",
        "fault, 62, 68",
        "fault, 70, 71",
        "attack, 1, 7",
        "attack, 9, 11",
        "attack, 13, 13",
        "attack, 16, 28",
        "attack, 43, 46",
        "attack, 50, 52",
        "attack, 54, 54",
        "attack, 58, 58",
        "attack, 60, 60"
    })
    void everyCaseHasAProof(String kind, int first, int last) {
        assertThat(Proofs.all())
                .extracting(Proof::id)
                .containsAll(IntStream.rangeClosed(first, last)
                        .mapToObj(number -> kind + " " + number)
                        .toList());
    }
}
