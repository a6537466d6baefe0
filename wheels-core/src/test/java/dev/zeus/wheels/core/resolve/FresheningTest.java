// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpProblem;
import dev.zeus.wheels.core.index.PackageIndex;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What comes of trades, on random universes in which every answer is one of many. */
class FresheningTest {
    private static final int UNIVERSES = 300;
    private static final int PACKAGES = 8;
    private static final int VERSIONS = 6;
    private static final int DECLARED = 3;
    private static final Path TRADE =
            Path.of("src/test/resources/dev/zeus/wheels/core/resolve/trade-after-giving-way.txt");
    private static final Target TARGET = new Target("3.12", Platform.X86_64_LINUX, "2.39");

    /** Lines of a {@link Universe}: each version asks some packages to be old, the newer the more often. */
    private static List<String> universe(Random random) {
        List<String> lines = new ArrayList<>();
        for (int owner = 0; owner < PACKAGES; owner++) {
            for (int version = 1; version <= VERSIONS; version++) {
                lines.add("package p" + owner + " " + version);
                for (int other = owner + 1; other < PACKAGES; other++) {
                    if (random.nextInt(3) == 0) {
                        lines.add("requires p" + other + "<=" + (1 + random.nextInt(VERSIONS)));
                    }
                }
            }
        }
        return lines;
    }

    private static Map<String, Integer> versions(Map<PackageKey, Integer> answer) {
        Map<String, Integer> versions = new TreeMap<>();
        answer.forEach((key, version) -> {
            if (key instanceof PackageKey.Project project) {
                versions.put(project.name().value(), version + 1);
            }
        });
        return versions;
    }

    private static int behind(Map<String, Integer> versions) {
        return versions.values().stream()
                .mapToInt(version -> VERSIONS - version)
                .sum();
    }

    /** Whether an answer has all that it needs, and nothing else. */
    private static boolean isWhole(List<String> lines, Map<String, Integer> versions) {
        Map<String, Integer> needed = new TreeMap<>();
        for (int i = 0; i < DECLARED; i++) {
            needed.put("p" + i, versions.getOrDefault("p" + i, 0));
        }
        boolean holds = true;
        for (int round = 0; round < PACKAGES; round++) {
            String owner = "";
            for (String line : lines) {
                String[] words = line.split(" ", 3);
                if (words[0].equals("package")) {
                    owner = versions.getOrDefault(words[1], 0) == Integer.parseInt(words[2]) ? words[1] : "";
                } else if (needed.containsKey(owner)) {
                    Requirement requirement = Requirement.parse(words[1]);
                    String name = requirement.name().value();
                    int version = versions.getOrDefault(name, 0);
                    needed.put(name, version);
                    holds &= requirement.specifiers().contains(Version.parse(Integer.toString(version)));
                }
            }
        }
        return holds && needed.equals(versions);
    }

    @Test
    void anAnswerGetsNoWorseAndStaysOne() throws Exception {
        int better = 0;
        for (int seed = 0; seed < UNIVERSES; seed++) {
            List<String> lines = universe(new Random(seed));
            Universe index = new Universe("one", lines);
            List<RootRequirement> roots = new ArrayList<>();
            for (int i = 0; i < DECLARED; i++) {
                roots.add(new RootRequirement(Requirement.parse("p" + i), "one", AcceptedFile.WHEEL, "Declared"));
            }
            Demands demands = new Demands(TARGET, ResolutionRules.NONE);
            Catalogue catalogue = new Catalogue(
                    TARGET, roots, new ReadMetadata(), Map.of(), ResolutionRules.NONE, demands, name -> index);
            Map<PackageKey, Integer> first =
                    new Solver(TARGET, catalogue, demands, new HashMap<>(), Attempt.FIRST).solve(roots);
            Freshening freshening = new Freshening(TARGET, catalogue, demands, roots, Map.of(), EventSink.SILENT);

            Map<String, Integer> before = versions(first);
            Map<String, Integer> after = versions(freshening.better(first));

            assertThat(isWhole(lines, before)).as("%d %s", seed, before).isTrue();
            assertThat(isWhole(lines, after))
                    .as("%d %s %s", seed, before, after)
                    .isTrue();
            assertThat(behind(after)).as("%d %s %s", seed, before, after).isLessThanOrEqualTo(behind(before));
            for (int i = 0; i < DECLARED; i++) {
                assertThat(after.get("p" + i)).as("%d p%d", seed, i).isGreaterThanOrEqualTo(before.get("p" + i));
            }
            assertThat(versions(freshening.better(first))).isEqualTo(after);
            better += behind(after) < behind(before) ? 1 : 0;
        }
        assertThat(better).isGreaterThan(UNIVERSES / 10);
    }

    /** Every attempt reads all versions of a package in vain; so do all together, up to a bound that a note names. */
    @Test
    void readsNoMoreThanAShareOfTheFirstAnswer() throws Exception {
        int held = 40;
        List<String> lines = new ArrayList<>(List.of("package app 1"));
        for (int i = 0; i < held; i++) {
            lines.add("requires q" + i);
            lines.add("requires p" + i);
        }
        for (int i = 0; i < held; i++) {
            for (int version = 1; version <= 40; version++) {
                lines.add("package p" + i + " " + version);
            }
            for (int version = 1; version <= 40; version++) {
                lines.add("package q" + i + " " + version);
                lines.add("requires p" + i + "<2");
            }
        }
        Universe index = new Universe("one", lines);
        List<RootRequirement> roots =
                List.of(new RootRequirement(Requirement.parse("app"), "one", AcceptedFile.WHEEL, "Declared"));
        Demands demands = new Demands(TARGET, ResolutionRules.NONE);
        Catalogue catalogue = new Catalogue(
                TARGET, roots, new ReadMetadata(), Map.of(), ResolutionRules.NONE, demands, name -> index);
        Map<PackageKey, Integer> first =
                new Solver(TARGET, catalogue, demands, new HashMap<>(), Attempt.FIRST).solve(roots);
        int ofTheFirst = catalogue.budget().reads();
        List<String> notes = new ArrayList<>();
        EventSink events = event -> {
            if (event instanceof WheelsEvent.Noted noted) {
                notes.add(noted.note());
            }
        };

        assertThat(new Freshening(TARGET, catalogue, demands, roots, Map.of(), events).better(first))
                .isEqualTo(first);

        int ofTrades = catalogue.budget().reads() - ofTheFirst;
        assertThat(ofTheFirst).isGreaterThan(2 * held);
        assertThat(ofTrades).isBetween(128, 256);
        assertThat(notes)
                .containsExactly(
                        "Newer versions for cp312-x86_64-linux were looked for until 256 metadata files had been"
                                + " read beyond the " + ofTheFirst
                                + " of the first answer: \"p23\" and what is less behind stay"
                                + " as they are");
    }

    /** An index that does not give the metadata of one file, as from a cache without network. */
    private record Without(PackageIndex index, String file) implements ForwardingIndex {
        @Override
        public CompletableFuture<CoreMetadata> metadata(WheelFile wheel) {
            return wheel.name().equals(file)
                    ? CompletableFuture.failedFuture(
                            new WheelsException(HttpProblem.NOT_CACHED, file + " is not in the cache", "go online"))
                    : index.metadata(wheel);
        }
    }

    @Test
    void whatAnIndexDoesNotGiveEndsTheAttemptsAndNotTheRun() throws IOException {
        Scenario scenario = Scenario.parse(Files.readString(TRADE).split("(?m)^---\n", 2)[0]);

        assertThat(scenario.answer()).contains("old-1.0-");
        assertThat(scenario.answer(index -> new Without(index, "old-1.0-py3-none-any.whl")))
                .contains("old-2.0-", "many-1.0-");
    }
}
