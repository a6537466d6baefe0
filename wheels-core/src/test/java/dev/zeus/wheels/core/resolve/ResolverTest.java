package dev.zeus.wheels.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Resolves written universes.
 *
 * <p>A scenario is the declarations ({@code root a>=1}, {@code pure a}, {@code prefer a 1.0}), the universe, and after
 * a line {@code ---} the expected answer, rewritten with {@code -Dgoldens.update}.
 */
class ResolverTest {
    private static final Path SCENARIOS = Path.of("src/test/resources/dev/zeus/wheels/core/resolve");
    private static final Target TARGET = new Target("3.12", Platform.X86_64_LINUX, "2.39");

    static Stream<Path> scenarios() throws IOException {
        return Files.list(SCENARIOS).sorted();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void resolves(Path scenario) throws IOException {
        String[] parts = Files.readString(scenario).split("(?m)^---\n", 2);
        String actual = answer(parts[0].lines().filter(line -> !line.isBlank()).toList());
        if (System.getProperty("goldens.update") != null) {
            Files.writeString(scenario, parts[0] + "---\n" + actual);
        } else {
            assertThat(actual).isEqualTo(parts[1]);
        }
    }

    private static String answer(List<String> lines) {
        List<RootRequirement> roots = new ArrayList<>();
        Map<PackageName, List<Version>> preferences = new HashMap<>();
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        List<String> universe = first;
        for (String line : lines) {
            String rest = line.substring(line.indexOf(' ') + 1);
            switch (line.substring(0, Math.max(0, line.indexOf(' ')))) {
                case "root", "pure" -> {
                    String[] at = rest.split(" from ", 2);
                    Requirement requirement = Requirement.parse(at[0]);
                    roots.add(new RootRequirement(
                            requirement,
                            at.length > 1 ? at[1] : "one",
                            line.startsWith("pure"),
                            "com.acme." + requirement.name().value().toUpperCase(java.util.Locale.ROOT) + " (@Wheel)"));
                }
                case "prefer" -> {
                    String[] words = rest.split(" ");
                    preferences.put(
                            PackageName.parse(words[0]),
                            Arrays.stream(words).skip(1).map(Version::parse).toList());
                }
                case "index" -> universe = rest.equals("two") ? second : first;
                default -> universe.add(line);
            }
        }
        Map<String, Universe> indexes = Map.of("one", new Universe("one", first), "two", new Universe("two", second));
        try {
            Resolution resolution = Resolver.resolve(
                    TARGET,
                    roots,
                    preferences,
                    Optional.empty(),
                    source -> Optional.ofNullable(indexes.get(source)).orElseThrow(),
                    EventSink.SILENT);
            StringBuilder text = new StringBuilder();
            resolution.packages().values().forEach(p -> text.append(line(p)).append('\n'));
            return text.toString();
        } catch (WheelsException e) {
            return e.problem() + "\n";
        }
    }

    private static String line(ResolvedPackage p) {
        StringBuilder text = new StringBuilder(p.wheel().filename().text());
        if (!p.source().equals("one")) {
            text.append(" from ").append(p.source());
        }
        p.dependencies().forEach(d -> text.append(' ').append(edge(d)));
        p.optionalDependencies().forEach((extra, edges) -> {
            text.append(" [").append(extra).append("]");
            edges.forEach(d -> text.append(' ').append(edge(d)));
        });
        return text.toString();
    }

    private static String edge(ResolvedDependency d) {
        return d.name() + (d.extras().isEmpty() ? "" : d.extras().toString());
    }
}
