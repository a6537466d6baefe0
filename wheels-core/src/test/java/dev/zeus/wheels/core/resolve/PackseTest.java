package dev.zeus.wheels.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Asks our resolver the scenarios of others, in packse's format: an example, and those of a folder named by
 * {@code -Dwheels.scenarios}.
 *
 * <p>Where we answer otherwise on purpose, {@code packse/differences.txt} says which answer and why.
 */
class PackseTest {
    private static final Path HERE = Path.of("src/test/resources/dev/zeus/wheels/core/resolve/packse");

    /** An answer that differs on purpose. */
    private record Difference(String answer, String reason) {}

    @Test
    void answersAsOthersDo() throws IOException {
        Map<String, Difference> differences = differences();
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> actual = new TreeMap<>();
        for (PackseScenario scenario : scenarios()) {
            Optional<Difference> known = Optional.ofNullable(differences.get(scenario.name()));
            expected.put(scenario.name(), known.map(Difference::answer).orElse(scenario.expected()));
            actual.put(scenario.name(), scenario.actual());
            assertThat(known.map(Difference::answer))
                    .as("%s no longer differs", scenario.name())
                    .isNotEqualTo(Optional.of(scenario.expected()));
        }
        assertThat(actual).isEqualTo(expected).isNotEmpty();
    }

    private static List<PackseScenario> scenarios() throws IOException {
        Optional<String> others = Optional.ofNullable(System.getProperty("wheels.scenarios"));
        List<PackseScenario> scenarios = read(HERE);
        if (others.isPresent()) {
            scenarios.addAll(read(Path.of(others.get())));
        }
        return scenarios;
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
        return Files.readAllLines(HERE.resolve("differences.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" : ", 3))
                .collect(Collectors.toMap(parts -> parts[0], parts -> new Difference(parts[1], parts[2])));
    }
}
