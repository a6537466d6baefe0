// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks our resolver the scenarios of others, in packse's format: an example, and those of a folder named by
 * {@code -Dwheels.scenarios}.
 *
 * <p>Where we answer otherwise on purpose, {@code packse/differences.list} says which answer and why.
 */
class PackseTest {
    private static final Path HERE = Path.of("src/test/resources/dev/zeus/wheels/core/resolve/packse");

    /** An answer that differs on purpose. */
    private record Difference(String answer, String reason) {}

    static List<PackseScenario> scenarios() throws IOException {
        List<PackseScenario> scenarios = new ArrayList<>(read(HERE));
        Optional<String> others = Optional.ofNullable(System.getProperty("wheels.scenarios"));
        if (others.isPresent()) {
            scenarios.addAll(read(Path.of(others.get())));
        }
        return scenarios;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void answersAsOthersDo(PackseScenario scenario) throws IOException {
        Optional<Difference> known = Optional.ofNullable(differences().get(scenario.toString()));
        assertThat(scenario.actual()).isEqualTo(known.map(Difference::answer).orElse(scenario.expected()));
        assertThat(known.map(Difference::answer)).isNotEqualTo(Optional.of(scenario.expected()));
    }

    private static List<PackseScenario> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().matches(".*\\.(toml|json)"))
                    .sorted()
                    .toList();
        }
        List<PackseScenario> scenarios = new ArrayList<>();
        for (Path file : files) {
            PackseScenario.read(file).ifPresent(scenarios::add);
        }
        return scenarios;
    }

    /** A line for each: the scenario, a colon, our answer, a colon, the reason. */
    private static Map<String, Difference> differences() throws IOException {
        return Files.readAllLines(HERE.resolve("differences.list")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" : ", 3))
                .collect(Collectors.toMap(parts -> parts[0], parts -> new Difference(parts[1], parts[2])));
    }
}
