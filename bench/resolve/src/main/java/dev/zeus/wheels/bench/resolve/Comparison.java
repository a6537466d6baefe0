// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.resolve;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.bench.resolve.Answer.Timed;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.index.IndexSource;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.lock.Target;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Asks both resolvers the sets of a folder for three Linux targets, with caches of their own that are kept, and prints
 * for each set whether the answers are the same, and the times of a second run.
 *
 * <p>How new both are is summed up as releases behind the newest allowed, over the declared packages and over all, and
 * what decides each difference is written to {@code differences.md}.
 *
 * <p>Where they differ, uv is asked whether it accepts our versions: a target takes the version of the target that
 * leads where it can, and uv, which resolves one target at a time, knows of no other.
 */
final class Comparison {
    private static final List<String> PYTHONS =
            List.of(System.getProperty("pythons", "3.11,3.12,3.13").split(","));
    private static final TargetDeclaration LINUX = new TargetDeclaration(Platform.X86_64_LINUX, "2.39");

    private final Ours ours;
    private final Uv uv;
    private final Path caches;
    private final PrintStream report;
    private final PrintStream differences;
    private final PackageIndexes indexes;

    private Comparison(Path work, Uv uv, PrintStream report, PrintStream differences) {
        this.differences = differences;
        this.ours = new Ours(work);
        this.uv = uv;
        this.caches = work.resolve("caches");
        this.report = report;
        this.indexes = PackageIndexes.open(
                List.of(new IndexSource(Sources.PYPI, URI.create(Sources.PYPI_URL))),
                caches.resolve("ours"),
                work,
                HttpOptions.DEFAULTS,
                EventSink.SILENT);
    }

    /** {@code SETS WORK [BEGINNING]}: the folder of the sets, one to work in, and how the names of the sets begin. */
    public static void main(String[] arguments) throws Exception {
        Path work = Files.createDirectories(Path.of(arguments[1]).resolve("comparison"));
        String beginning = arguments.length > 2 ? arguments[2] : "";
        try (PrintStream report = new PrintStream(
                        Files.newOutputStream(work.resolve("report.md")), true, StandardCharsets.UTF_8);
                PrintStream differences = new PrintStream(
                        Files.newOutputStream(work.resolve("differences.md")), true, StandardCharsets.UTF_8)) {
            Comparison comparison = new Comparison(work, Uv.install(work), report, differences);
            comparison.print(
                    "| set | packages | answers | behind, ours: declared / all / shared | behind, uv's | ours warm"
                            + " | uv warm, 3 targets | uv universal warm |");
            comparison.print("|---|---|---|---|---|---|---|---|");
            for (RequirementSet set : RequirementSet.read(Path.of(arguments[0]), beginning)) {
                comparison.compare(set);
            }
            comparison.indexes.close();
        }
    }

    private void print(String line) {
        System.out.println(line);
        report.println(line);
    }

    private void compare(RequirementSet set) {
        WheelSetDeclaration declaration = set.declaration(PYTHONS, List.of(LINUX));
        Path ourCache = caches.resolve("ours");
        Path uvCache = caches.resolve("uv");
        ours.ask(declaration, ourCache);
        Timed<Function<Target, Answer>> our = Timed.of(() -> ours.ask(declaration, ourCache));
        List<String> remarks = new ArrayList<>();
        Duration uvTime = Duration.ZERO;
        int packages = 0;
        List<Freshness.Behind> ourBehind = new ArrayList<>();
        List<Freshness.Behind> theirBehind = new ArrayList<>();
        for (String python : PYTHONS) {
            Target target = new Target(python, LINUX.platform(), LINUX.floor());
            uv.ask(set, target, uvCache, Map.of());
            Timed<Answer> their = Timed.of(() -> uv.ask(set, target, uvCache, Map.of()));
            uvTime = uvTime.plus(their.time());
            Answer answer = our.value().apply(target);
            packages = Math.max(packages, answer.versions().size());
            remarks.addAll(remarks(set, target, answer, their.value()));
            if (answer.problem().isEmpty() && their.value().problem().isEmpty()) {
                Freshness freshness = new Freshness(indexes.of(Sources.PYPI), set, target);
                ourBehind.add(freshness.of(answer, their.value()));
                theirBehind.add(freshness.of(their.value(), answer));
                freshness
                        .differences(answer, their.value())
                        .forEach(line -> differences.println("- " + set.name() + ", " + python + ": " + line));
            }
        }
        Timed<Answer> universal = Timed.of(() -> uv.askUniversal(set, PYTHONS.get(0), uvCache));
        print(String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %d ms | %d ms | %d ms |",
                set.name(),
                packages,
                remarks.isEmpty() ? "same" : String.join("; ", remarks),
                sum(ourBehind),
                sum(theirBehind),
                our.time().toMillis(),
                uvTime.toMillis(),
                universal.time().toMillis()));
    }

    private static Freshness.Behind sum(List<Freshness.Behind> targets) {
        return new Freshness.Behind(
                targets.stream().mapToInt(Freshness.Behind::declared).sum(),
                targets.stream().mapToInt(Freshness.Behind::all).sum(),
                targets.stream().mapToInt(Freshness.Behind::shared).sum());
    }

    private List<String> remarks(RequirementSet set, Target target, Answer our, Answer their) {
        if (!our.problem().isEmpty() || !their.problem().isEmpty()) {
            return our.problem().isEmpty() == their.problem().isEmpty()
                    ? List.of(target.python() + ": both have no answer")
                    : List.of(target.python() + ": ours: " + firstLines(our.problem()) + " uv: "
                            + firstLines(their.problem()));
        }
        String difference = our.difference(their);
        if (difference.isEmpty()) {
            return List.of();
        }
        Answer confirmed = uv.ask(set, target, caches.resolve("uv"), our.versions());
        return List.of(target.python()
                + (confirmed.versions().equals(our.versions()) ? " accepted: " : " REFUSED: ")
                + difference);
    }

    private static String firstLines(String text) {
        return text.lines().limit(6).map(String::strip).reduce("", (a, b) -> a + " " + b);
    }
}
