package dev.zeus.wheels.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Resolves written universes: the module's own, and those of a folder named by {@code -Dwheels.scenarios}.
 *
 * <p>What follows a line {@code ---} is the expected answer, rewritten with {@code -Dgoldens.update}.
 */
class ResolverTest {
    private static final Path SCENARIOS = Path.of("src/test/resources/dev/zeus/wheels/core/resolve");

    static Stream<Path> scenarios() throws IOException {
        Stream<Path> own = texts(SCENARIOS);
        Optional<String> others = Optional.ofNullable(System.getProperty("wheels.scenarios"));
        return others.isPresent() ? Stream.concat(own, texts(Path.of(others.get()))) : own;
    }

    private static Stream<Path> texts(Path folder) throws IOException {
        return Files.walk(folder)
                .filter(file -> file.toString().endsWith(".txt"))
                .sorted();
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
