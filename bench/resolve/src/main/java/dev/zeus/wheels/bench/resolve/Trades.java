// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.resolve;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.bench.resolve.Answer.Timed;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.index.IndexSource;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.resolve.AcceptedFile;
import dev.zeus.wheels.core.resolve.ReadMetadata;
import dev.zeus.wheels.core.resolve.Resolution;
import dev.zeus.wheels.core.resolve.ResolutionRules;
import dev.zeus.wheels.core.resolve.Resolver;
import dev.zeus.wheels.core.resolve.RootRequirement;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What trades cost: each set is resolved for one target without them, and then with them behind the same client, which
 * asks for nothing twice. So what the second run fetches and takes longer is what trades cost beyond the first.
 */
final class Trades {
    private static final Target TARGET = new Target("3.11", Platform.X86_64_LINUX, "2.39");
    private static final Map<PackageName, List<Version>> NONE = Map.of();
    /** Nobody trades where there is any preference; this one is of no package. */
    private static final Map<PackageName, List<Version>> WITHOUT =
            Map.of(PackageName.parse("zeus-wheels-prefers-none"), List.of());

    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final Path work;

    private Trades(Path work) {
        this.work = work;
    }

    /** {@code SETS WORK [BEGINNING]}: WORK, where the caches go, is empty where requests are to be counted. */
    public static void main(String[] arguments) throws Exception {
        System.out.println("| set | | packages | behind, declared / all | requests | KiB | seconds |");
        System.out.println("|---|---|---|---|---|---|---|");
        String beginning = arguments.length > 2 ? arguments[2] : "";
        for (RequirementSet set : RequirementSet.read(Path.of(arguments[0]), beginning)) {
            new Trades(Path.of(arguments[1]).resolve(set.name())).measure(set);
        }
    }

    private void measure(RequirementSet set) {
        try (PackageIndexes indexes = PackageIndexes.open(
                List.of(new IndexSource(Sources.PYPI, URI.create(Sources.PYPI_URL))),
                work.resolve("cache"),
                work,
                HttpOptions.DEFAULTS,
                this::count)) {
            print(set, "without", indexes, WITHOUT);
            print(set, "trades, beyond that", indexes, NONE);
        }
    }

    private void count(WheelsEvent event) {
        if (event instanceof WheelsEvent.Fetched fetched) {
            requests.incrementAndGet();
            bytes.addAndGet(fetched.bytes());
        }
    }

    private void print(
            RequirementSet set, String name, PackageIndexes indexes, Map<PackageName, List<Version>> preferences) {
        long requestsBefore = requests.get();
        long bytesBefore = bytes.get();
        Timed<Answer> answer = Timed.of(() -> answer(set, indexes, preferences));
        Freshness.Behind behind =
                new Freshness(indexes.of(Sources.PYPI), set, TARGET).of(answer.value(), answer.value());
        System.out.println(String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d / %d | %d | %d | %d |",
                set.name(),
                name,
                answer.value().versions().size(),
                behind.declared(),
                behind.all(),
                requests.get() - requestsBefore,
                (bytes.get() - bytesBefore) >> 10,
                answer.time().toSeconds()));
    }

    private static Answer answer(
            RequirementSet set, PackageIndexes indexes, Map<PackageName, List<Version>> preferences) {
        List<RootRequirement> roots = set.requirements().stream()
                .map(requirement ->
                        new RootRequirement(requirement, Sources.PYPI, AcceptedFile.WHEEL, "the bench declares"))
                .toList();
        Resolution resolution = Resolver.resolve(
                TARGET, roots, new ReadMetadata(), preferences, ResolutionRules.NONE, indexes::of, EventSink.SILENT);
        TreeMap<String, String> versions = new TreeMap<>();
        resolution
                .packages()
                .forEach((key, chosen) ->
                        versions.put(key.value(), chosen.version().toString()));
        return Answer.of(versions);
    }
}
