package dev.zeus.wheels.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case that concerns HTTP, indexes, caches and credentials is proved by some test. */
class ContractScopeTest {

    @Test
    void provesEveryFaultInScope() {
        assertThat(missing("fault", "1-57 59 60 61 62 64-67 70 71")).isEmpty();
    }

    @Test
    void provesEveryAttackInScope() {
        assertThat(missing("attack", "1-11 13 16-28 43-46 50-52 54 58 60")).isEmpty();
    }

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

    private static Set<Integer> missing(String kind, String numbers) {
        Set<Integer> missing = Stream.of(numbers.split(" "))
                .flatMapToInt(range -> {
                    String[] ends = range.split("-");
                    return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
                })
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        Proofs.all().stream()
                .filter(proof -> proof.id().startsWith(kind))
                .forEach(proof -> missing.remove(Integer.valueOf(proof.id().substring(kind.length() + 1))));
        return missing;
    }
}
