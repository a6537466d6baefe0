// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small random universes, compared with trying every combination. */
class ResolverSoundnessTest {
    private static final int PACKAGES = 5;
    private static final int VERSIONS = 3;
    private static final Target TARGET = new Target("3.12", Platform.X86_64_LINUX, "2.39");

    /** Package {@code other} in {@code low} to {@code high}. */
    private record Need(int other, int low, int high) {
        static Need random(Random random) {
            int low = random.nextInt(VERSIONS);
            return new Need(random.nextInt(PACKAGES), low, low + random.nextInt(VERSIONS - low));
        }

        boolean met(Map<Integer, Integer> chosen) {
            int version = chosen.getOrDefault(other, -1);
            return version >= low && version <= high;
        }

        @Override
        public String toString() {
            return "p" + other + ">=" + low + ",<=" + high;
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 1500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithTryingEverything(int seed) {
        Random random = new Random(seed);
        List<List<List<Need>>> universe = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int p = 0; p < PACKAGES; p++) {
            universe.add(new ArrayList<>());
            for (int v = 0; v < VERSIONS; v++) {
                lines.add("package p" + p + " " + v);
                int owner = p;
                List<Need> needs = IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> Need.random(random))
                        .filter(need -> need.other() != owner)
                        .toList();
                needs.forEach(need -> lines.add("requires " + need));
                universe.get(p).add(needs);
            }
        }
        List<Need> roots = List.of(Need.random(random), Need.random(random));
        Universe index = new Universe("one", lines);
        List<RootRequirement> declared = roots.stream()
                .map(need ->
                        new RootRequirement(Requirement.parse(need.toString()), "one", AcceptedFile.WHEEL, "Declared"))
                .toList();
        Optional<Map<Integer, Integer>> found;
        try {
            Map<Integer, Integer> chosen = new TreeMap<>();
            Resolver.resolve(
                            TARGET,
                            declared,
                            new ReadMetadata(),
                            Map.of(),
                            ResolutionRules.NONE,
                            name -> index,
                            EventSink.SILENT)
                    .packages()
                    .forEach((name, p) -> chosen.put(
                            Integer.parseInt(name.value().substring(1)),
                            Integer.parseInt(p.version().toString())));
            found = Optional.of(chosen);
        } catch (WheelsException e) {
            found = Optional.empty();
        }
        assertThat(found.isPresent()).as(lines + " " + roots).isEqualTo(possible(universe, roots, new HashMap<>(), 0));
        found.ifPresent(
                chosen -> assertThat(consistent(universe, roots, chosen)).isTrue());
    }

    private static boolean possible(
            List<List<List<Need>>> universe, List<Need> roots, Map<Integer, Integer> chosen, int next) {
        if (next == PACKAGES) {
            return consistent(universe, roots, chosen);
        }
        for (int v = -1; v < VERSIONS; v++) {
            chosen.put(next, v);
            if (possible(universe, roots, chosen, next + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean consistent(List<List<List<Need>>> universe, List<Need> roots, Map<Integer, Integer> chosen) {
        return roots.stream().allMatch(need -> need.met(chosen))
                && chosen.entrySet().stream()
                        .filter(entry -> entry.getValue() >= 0)
                        .flatMap(entry -> universe.get(entry.getKey()).get(entry.getValue()).stream())
                        .allMatch(need -> need.met(chosen));
    }
}
