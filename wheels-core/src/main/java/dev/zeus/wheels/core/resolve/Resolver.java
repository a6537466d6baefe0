// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.index.IndexFile;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.wheel.SelfRequirements;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds one version of every needed package for a target, by PubGrub over what the indexes list.
 *
 * <p>For example, {@code Resolver.resolve(target, roots, new ReadMetadata(), Map.of(), ResolutionRules.NONE, name ->
 * index, EventSink.SILENT)}. The same pages and metadata give the same answer, whatever comes first.
 */
public final class Resolver {
    private Resolver() {}

    /**
     * Resolves all declarations for one target.
     *
     * @param known what another target has read
     * @param preferences versions to try before the highest, in this order, such as the locked ones
     * @param rules what the wheel set asks for beside its requirements
     * @throws WheelsException {@code R201} if the requirements contradict each other, {@code R202} if a package has no
     *     fitting file, {@code R203} if a project does not exist, {@code R204} if it is unclear which source a package
     *     comes from, {@code R205} if a URL is declared, or what the index fails with
     */
    public static Resolution resolve(
            Target target,
            List<RootRequirement> roots,
            ReadMetadata known,
            Map<PackageName, List<Version>> preferences,
            ResolutionRules rules,
            SourceLookup indexes,
            EventSink events) {
        for (RootRequirement root : roots) {
            if (root.requirement().url().isPresent()) {
                throw new WheelsException(
                        ResolveProblem.URL_DECLARED,
                        root.origin() + " names a URL, \"" + root.requirement() + "\"; expected a version",
                        "declare a version of \"" + root.requirement().name() + "\", or a source that has it");
            }
        }
        String task = "resolve " + target.id();
        events.accept(new WheelsEvent.Started(task, 0));
        Demands demands = new Demands(target, rules);
        Catalogue catalogue = new Catalogue(target, roots, known, preferences, rules, demands, indexes);
        Map<PackageKey, Integer> decisions;
        // A target that follows another one finds nearly every page asked for.
        List<RootRequirement> ahead = known.isEmpty() ? roots : List.of();
        LikelyClosure closure = LikelyClosure.ask(catalogue, new Demands(target, rules), target.firstRelease(), ahead);
        try {
            decisions = solve(target, roots, catalogue, demands, events);
        } finally {
            closure.stop();
        }
        new UnknownMachines(target, events).warn(rules);
        Resolution resolution = assemble(target, roots, catalogue, demands, decisions, events);
        events.accept(new WheelsEvent.Finished(task, ""));
        return resolution;
    }

    private static Map<PackageKey, Integer> solve(
            Target target, List<RootRequirement> roots, Catalogue catalogue, Demands demands, EventSink events) {
        Map<PackageName, VersionSet> pinnedYanked = new HashMap<>();
        while (true) {
            try {
                Solver solver = new Solver(target, catalogue, demands, pinnedYanked, Attempt.FIRST);
                Map<PackageKey, Integer> found = solver.solve(roots);
                boolean mayBeBetter = solver.gaveWay() && catalogue.takesHighest() && !catalogue.prefersSome();
                return mayBeBetter
                        ? new Freshening(target, catalogue, demands, roots, pinnedYanked, events).better(found)
                        : found;
            } catch (Solver.PinnedYanked again) {
                // What is pinned only grows, so this ends.
            } catch (Unsatisfiable e) {
                throw new Explanation(target.id(), catalogue, demands, e.proof()).exception();
            }
        }
    }

    private static Resolution assemble(
            Target target,
            List<RootRequirement> roots,
            Catalogue catalogue,
            Demands demands,
            Map<PackageKey, Integer> decisions,
            EventSink events) {
        SortedMap<PackageName, SortedMap<ExtraName, List<ResolvedDependency>>> extras = new TreeMap<>();
        decisions.forEach((key, version) -> {
            if (key instanceof PackageKey.Extra extra) {
                CoreMetadata metadata = catalogue.metadata(catalogue.candidates(extra.name()), version);
                extras.computeIfAbsent(extra.name(), name -> new TreeMap<>())
                        .put(extra.extra(), edges(demands, metadata, demands.ofExtra(metadata, extra.extra())));
            }
        });
        Map<PackageName, Version> versions = new HashMap<>();
        decisions.forEach((key, version) -> {
            if (key instanceof PackageKey.Project project) {
                versions.put(
                        project.name(),
                        catalogue.candidates(project.name()).versions().get(version));
            }
        });
        UnknownMachines unknown = new UnknownMachines(target, events);
        SortedMap<PackageName, ResolvedPackage> packages = new TreeMap<>();
        decisions.forEach((key, version) -> {
            if (key instanceof PackageKey.Project project) {
                PackageName name = project.name();
                Candidates candidates = catalogue.candidates(name);
                CoreMetadata metadata = catalogue.metadata(candidates, version);
                candidates.unmaintained().ifPresent(problem -> events.accept(new WheelsEvent.Warned(problem)));
                warnIfYanked(Catalogue.file(candidates, version), events);
                SortedMap<ExtraName, List<ResolvedDependency>> ofExtras =
                        Optional.ofNullable(extras.get(name)).orElseGet(TreeMap::new);
                unknown.warn(metadata, ofExtras.keySet());
                packages.put(
                        name,
                        new ResolvedPackage(
                                name,
                                candidates.versions().get(version),
                                candidates.source(),
                                Catalogue.file(candidates, version),
                                edges(demands, metadata, demands.base(metadata)),
                                ofExtras,
                                new TreeMap<>(),
                                metadata,
                                Departed.of(demands, metadata, ofExtras.keySet(), versions)));
            }
        });
        OfferedExtras offered = new OfferedExtras(demands, packages.values());
        packages.replaceAll((name, each) -> each.offering(offered.of(each)));
        return new Resolution(target, packages, Remarks.of(roots, catalogue, demands, decisions), catalogue.read());
    }

    private static void warnIfYanked(IndexFile file, EventSink events) {
        file.yanked()
                .ifPresent(reason -> events.accept(new WheelsEvent.Warned(new Problem(
                        ResolveProblem.YANKED,
                        "\"" + file.name() + "\" has been yanked" + (reason.isBlank() ? "" : ": " + reason.strip()),
                        "ask for another version, unless you know why this one was withdrawn"))));
    }

    private static List<ResolvedDependency> edges(
            Demands demands, CoreMetadata metadata, List<Requirement> requirements) {
        return ResolvedDependency.of(
                SelfRequirements.resolved(metadata.name(), requirements, extra -> demands.ofExtra(metadata, extra)));
    }
}
