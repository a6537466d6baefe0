// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Resolves written universes: the module's own, and those of a folder named by {@code -Dwheels.scenarios}.
 *
 * <p>What follows a line {@code ---} is the expected answer, rewritten with {@code -Dgoldens.update}.
 */
class ResolverTest {
    private static final Path SCENARIOS = Path.of("src/test/resources/dev/zeus/wheels/core/resolve");

    static Stream<Path> scenarios() {
        Stream<Path> own = texts(SCENARIOS);
        Optional<String> others = Optional.ofNullable(System.getProperty("wheels.scenarios"));
        return others.isPresent() ? Stream.concat(own, texts(Path.of(others.get()))) : own;
    }

    private static Stream<Path> texts(Path folder) {
        return FileTree.files(folder, ".txt").stream();
    }

    /** What the page of a code shows. */
    @ParameterizedTest
    @CsvSource({
        "R201, constraint-conflict",
        "R202, no-wheel",
        "R203, no-project",
        "R204, sources-unclear",
        "R205, url-declared",
        "R206, yanked-pinned-by-root",
        "R207, marker-kernel-of-linux"
    })
    void isShown(String code, String scenario) throws IOException {
        Path file = SCENARIOS.resolve(scenario + ".txt");
        ProblemExample.printed(code)
                .accept(Scenario.parse(Files.readString(file).split("(?m)^---\n", 2)[0])
                        .answer());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void resolves(Path scenario) throws IOException {
        String[] parts = Files.readString(scenario).split("(?m)^---\n", 2);
        String actual = Scenario.parse(parts[0]).answer();
        if (System.getProperty("goldens.update") != null) {
            Files.writeString(scenario, parts[0] + "---\n" + actual);
        } else {
            assertThat(actual).isEqualTo(parts[1]);
        }
    }
}
