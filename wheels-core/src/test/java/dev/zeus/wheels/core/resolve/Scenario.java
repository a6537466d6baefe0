// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.index.PackageIndex;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Declarations and a universe, written as text; README.md beside the scenarios says how. */
final class Scenario {
    private static final Target USUAL = new Target("3.12", Platform.X86_64_LINUX, "2.39");

    private final List<RootRequirement> roots = new ArrayList<>();
    private final Map<PackageName, List<Version>> preferences = new HashMap<>();
    private final List<Requirement> constraints = new ArrayList<>();
    private final List<Requirement> overrides = new ArrayList<>();
    private final Set<PackageName> excludes = new HashSet<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<String> first = new ArrayList<>();
    private final List<String> second = new ArrayList<>();
    private ResolutionStrategy strategy = ResolutionStrategy.HIGHEST;
    private PrereleasePolicy prereleases = PrereleasePolicy.IF_NECESSARY;
    private Optional<Instant> before = Optional.empty();
    private Instant now = Instant.parse("2026-11-21T00:00:00Z");

    static Scenario parse(String text) {
        Scenario scenario = new Scenario();
        List<String> universe = scenario.first;
        for (String line : text.lines().toList()) {
            if (line.startsWith("index ")) {
                universe = line.equals("index two") ? scenario.second : scenario.first;
            } else if (!line.isBlank() && !line.startsWith("#") && !scenario.declared(line)) {
                universe.add(line);
            }
        }
        return scenario;
    }

    /** Takes a line that declares something; false for one of the universe. */
    private boolean declared(String line) {
        String rest = line.substring(line.indexOf(' ') + 1);
        switch (line.substring(0, Math.max(0, line.indexOf(' ')))) {
            case "root" -> root(rest, AcceptedFile.WHEEL);
            case "pure" -> root(rest, AcceptedFile.PURE_WHEEL);
            case "sdist" -> root(rest, AcceptedFile.SDIST);
            case "prefer" -> {
                String[] words = rest.split(" ", -1);
                preferences.put(
                        PackageName.parse(words[0]),
                        Arrays.stream(words).skip(1).map(Version::parse).toList());
            }
            case "constraint" -> constraints.add(Requirement.parse(rest));
            case "override" -> overrides.add(Requirement.parse(rest));
            case "exclude" -> excludes.add(PackageName.parse(rest));
            case "strategy" -> strategy = ResolutionStrategy.valueOf(constant(rest));
            case "prereleases" -> prereleases = PrereleasePolicy.valueOf(constant(rest));
            case "before" -> before = Optional.of(Instant.parse(rest));
            case "now" -> now = Instant.parse(rest);
            case "target" -> {
                String[] words = rest.split(" ", -1);
                targets.add(new Target(words[0], Platform.valueOf(constant(words[1])), words[2]));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void root(String text, AcceptedFile accepts) {
        String[] at = text.split(" from ", 2);
        Requirement requirement = Requirement.parse(at[0]);
        String type = requirement.name().value().toUpperCase(Locale.ROOT);
        roots.add(new RootRequirement(
                requirement, at.length > 1 ? at[1] : "one", accepts, "com.acme." + type + " (@Wheel)"));
    }

    private static String constant(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The files that are chosen, with their edges, then the warnings; or the problem. */
    String answer() {
        return answer(index -> index);
    }

    /** The same from indexes that something is done to, such as slowing them down. */
    String answer(UnaryOperator<PackageIndex> troubled) {
        Map<String, Universe> indexes = Map.of("one", new Universe("one", first), "two", new Universe("two", second));
        List<Target> all = targets.isEmpty() ? List.of(USUAL) : targets;
        ResolutionRules rules = new ResolutionRules(
                constraints, overrides, excludes, strategy, prereleases, Cutoffs.of(before), all, now);
        List<String> warnings = new ArrayList<>();
        try {
            Resolution resolution = Resolver.resolve(
                    all.get(0),
                    roots,
                    new ReadMetadata(),
                    preferences,
                    rules,
                    source -> troubled.apply(
                            Optional.ofNullable(indexes.get(source)).orElseThrow()),
                    event -> {
                        if (event instanceof WheelsEvent.Warned warned) {
                            warnings.add(warned.problem().toString());
                        }
                    });
            StringBuilder text = new StringBuilder();
            resolution.packages().values().forEach(p -> text.append(line(p)).append('\n'));
            warnings.forEach(warning -> text.append(warning).append('\n'));
            return text.toString();
        } catch (WheelsException e) {
            return e.problem() + "\n";
        }
    }

    private static String line(ResolvedPackage p) {
        StringBuilder text = new StringBuilder(p.file().name());
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
