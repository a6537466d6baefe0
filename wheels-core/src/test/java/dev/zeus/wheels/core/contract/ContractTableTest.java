package dev.zeus.wheels.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.zeus.wheels.core.http.HttpFaultsTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        Stream<Proof> annotated = new ClassFileImporter()
                .importPackages("dev.zeus.wheels.core").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .flatMap(ContractTableTest::proofs);
        List<Proof> proofs = Stream.concat(annotated, HttpFaultsTest.proofs())
                .sorted(Comparator.comparing(ContractTableTest::kind, Comparator.reverseOrder())
                        .thenComparing(ContractTableTest::number)
                        .thenComparing(Proof::test)
                        .thenComparing(Proof::given))
                .toList();
        StringBuilder page = new StringBuilder(HEAD);
        proofs.forEach(proof -> page.append(line(proof)));
        if (Boolean.getBoolean("goldens.update")
                || System.getProperty("goldens.update", "no").isEmpty()) {
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
        "attack, 16, 23"
    })
    void hasAProofOfEveryCase(String kind, int first, int last) throws IOException {
        String page = Files.readString(PAGE);
        assertThat(IntStream.rangeClosed(first, last))
                .allSatisfy(number -> assertThat(page).contains("| " + kind + " " + number + " |"));
    }

    private static Stream<Proof> proofs(JavaMethod method) {
        Stream<Proves> one = method.isAnnotatedWith(Proves.class)
                ? Stream.of(method.getAnnotationOfType(Proves.class))
                : Stream.empty();
        Stream<Proves> many = method.isAnnotatedWith(Proves.All.class)
                ? Stream.of(method.getAnnotationOfType(Proves.All.class).value())
                : Stream.empty();
        String test = method.getOwner().getSimpleName() + "." + method.getName();
        return Stream.concat(one, many).map(proves -> new Proof(proves.id(), proves.given(), proves.outcome(), test));
    }

    private static String kind(Proof proof) {
        return proof.id().substring(0, proof.id().indexOf(' '));
    }

    private static int number(Proof proof) {
        return Integer.parseInt(proof.id().substring(proof.id().indexOf(' ') + 1));
    }

    private static String line(Proof proof) {
        String outcome = proof.outcome().replace("|", "\\|");
        return "| " + proof.id() + " | " + proof.given() + " | " + outcome + " | `" + proof.test() + "` |\n";
    }
}
