// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.index.IndexFile;
import dev.zeus.wheels.core.index.NoSuchProjectException;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the indexes say, asked ahead and waited for in the solver's order.
 *
 * <p>Each package comes from one source: a declared one from its declaration's, any other from that of the package that
 * needs it, or from the built-in one where that is a single file.
 */
final class Catalogue {
    private final Target target;
    private final ReadMetadata known;
    private final ReadMetadata read = new ReadMetadata();
    private final Map<PackageName, List<Version>> preferences;
    private final ResolutionRules rules;
    private final Demands demands;
    private final SourceLookup indexes;
    private final Map<PackageName, String> sources = new HashMap<>();
    private final Map<PackageName, AcceptedFile> accepted = new HashMap<>();
    private final Set<PackageName> preReleases = new HashSet<>();
    private final Map<PackageName, String> declaredSources;
    private final Map<PackageName, CompletableFuture<Candidates>> pages = new HashMap<>();
    private final Map<PlacedProject, CompletableFuture<Candidates>> asked = new ConcurrentHashMap<>();
    private final Map<PackageName, List<Exclusion>> found = new HashMap<>();
    private final Map<PackageName, VersionSet> capped = new HashMap<>();
    private final Askers askers;
    private final ReadBudget budget = new ReadBudget();

    private record PlacedProject(String source, PackageName name) {
        // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof PlacedProject that && name.equals(that.name) && source.equals(that.source);
        }

        @Override
        public int hashCode() {
            return 31 * source.hashCode() + name.hashCode();
        }
    }

    Catalogue(
            Target target,
            List<RootRequirement> roots,
            ReadMetadata known,
            Map<PackageName, List<Version>> preferences,
            ResolutionRules rules,
            Demands demands,
            SourceLookup indexes) {
        this.target = target;
        this.askers = new Askers(target.id());
        this.known = known;
        this.preferences = preferences;
        this.rules = rules;
        this.demands = demands;
        this.indexes = indexes;
        for (RootRequirement root : roots) {
            sources.putIfAbsent(root.requirement().name(), root.source());
            accepted.putIfAbsent(root.requirement().name(), root.accepts());
            if (root.requirement().specifiers().allowsPrereleases()) {
                preReleases.add(root.requirement().name());
            }
        }
        declaredSources = Map.copyOf(sources);
    }

    /** Asks for the page of a required package and, once it is there, for the metadata that is likely wanted. */
    void ask(Requirement requirement, String neededFrom) {
        PackageName name = requirement.name();
        String needingSource = sourceBehind(neededFrom);
        String source = sources.computeIfAbsent(name, n -> needingSource);
        if (!source.equals(needingSource) && !declaredSources.containsKey(name)) {
            throw new WheelsException(
                    ResolveProblem.UNCLEAR_SOURCE,
                    "\"" + name + "\" is needed by packages of the source \"" + source + "\" and of the source \""
                            + needingSource + "\", so it is not clear where it should come from",
                    "declare \"" + name + "\" with the source that it should come from");
        }
        if (!pages.containsKey(name)) {
            CompletableFuture<Candidates> page = placed(name, source);
            pages.put(name, page);
            ResolutionBounds.requireCount(pages.size(), requirement);
            var unused = page.thenAccept(candidates -> best(candidates, candidates.matching(requirement.specifiers()))
                    .ifPresent(version -> ask(candidates, version)));
        }
    }

    /**
     * The page of a package that something from a source needs, where it is likely to come from; any thread may ask.
     */
    CompletableFuture<Candidates> page(PackageName name, String neededFrom) {
        return placed(name, declaredSources.getOrDefault(name, sourceBehind(neededFrom)));
    }

    /** Where what a source has brought takes its requirements from: one that is a single file cannot bring them. */
    private String sourceBehind(String neededFrom) {
        return indexes.of(neededFrom).source().isOneFile() ? Sources.PYPI : neededFrom;
    }

    private CompletableFuture<Candidates> placed(PackageName name, String source) {
        AcceptedFile accepts = accepted.getOrDefault(name, AcceptedFile.WHEEL);
        return asked.computeIfAbsent(
                new PlacedProject(source, name),
                key -> indexes.of(source)
                        .page(name)
                        .thenApply(found ->
                                CandidateChoice.of(found, source, target, accepts, rules, demands.constraints(name)))
                        .exceptionally(failure -> {
                            if (WheelsException.of(failure) instanceof NoSuchProjectException) {
                                return Candidates.missing(name, source);
                            }
                            throw WheelsException.of(failure);
                        }));
    }

    /** Whether an address that stands for versions is the declared source of its package. */
    boolean isDeclaredAt(PackageName name, String url) {
        return declaredSources.containsKey(name)
                && indexes.of(sources.getOrDefault(name, "")).source().isAt(url);
    }

    /** Who asks for packages, for errors about these. */
    Askers askers() {
        return askers;
    }

    /** The versions of a package that was asked for. */
    Candidates candidates(PackageName name) {
        CompletableFuture<Candidates> page = pages.get(name);
        if (page == null) {
            throw new IllegalStateException("never asked for " + name);
        }
        return join(page, name);
    }

    /** Asks for the metadata of a version, if it has a wheel; a source distribution is too large to guess with. */
    void ask(Candidates candidates, int version) {
        var unused = asked(candidates, version);
    }

    /** The metadata of a version that has a wheel, known or asked for; any thread may ask. */
    Optional<CompletableFuture<CoreMetadata>> asked(Candidates candidates, int version) {
        if (candidates.files().of(version).orElse(null) instanceof WheelFile wheel) {
            return Optional.of(known(candidates, version)
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> indexes.of(candidates.source()).metadata(wheel)));
        }
        return Optional.empty();
    }

    /** The metadata of a version's best file, which another target may have read. */
    CoreMetadata metadata(Candidates candidates, int version) {
        IndexFile file = file(candidates, version);
        Optional<CoreMetadata> before = read.of(candidates.source(), candidates.name(), file);
        if (before.isPresent()) {
            return before.get();
        }
        budget.take(candidates.name());
        CoreMetadata metadata = known(candidates, version)
                .orElseGet(() -> join(indexes.of(candidates.source()).metadata(file), candidates.name()));
        // What was asked for ahead is not added: whether it has come by now is chance.
        read.add(candidates.source(), candidates.name(), file, metadata);
        return metadata;
    }

    /** How much metadata the decisions may ask for. */
    ReadBudget budget() {
        return budget;
    }

    private Optional<CoreMetadata> known(Candidates candidates, int version) {
        return known.of(candidates.source(), candidates.name(), file(candidates, version));
    }

    /** Remembers that versions turned out to be of no use when their metadata was read. */
    void exclude(Exclusion exclusion) {
        List<Exclusion> known = found.computeIfAbsent(exclusion.name(), name -> new ArrayList<>());
        if (known.stream()
                .noneMatch(each ->
                        each.kind() == exclusion.kind() && each.versions().equals(exclusion.versions()))) {
            known.add(exclusion);
        }
    }

    /** Remembers that a version refuses this Python as too new. */
    void cap(Candidates candidates, int version) {
        VersionSet one = VersionSet.of(candidates.versions().size(), version);
        capped.merge(candidates.name(), one, VersionSet::or);
    }

    /** The versions of a package that refuse this Python as too new. */
    VersionSet capped(Candidates candidates) {
        return candidates.capped().or(capped.getOrDefault(candidates.name(), candidates.capped()));
    }

    /** Why versions of a package cannot be used: by its page, and by the metadata that was read. */
    List<Exclusion> exclusions(Candidates candidates) {
        return Stream.concat(
                        candidates.exclusions().stream(), found.getOrDefault(candidates.name(), List.of()).stream())
                .toList();
    }

    /** The metadata that the decisions rest on. */
    ReadMetadata read() {
        return read;
    }

    /** The best file of a version that has one. */
    static IndexFile file(Candidates candidates, int version) {
        return candidates.files().of(version).orElseThrow();
    }

    /** The versions to try first; what was yanked since it was locked stays, too. */
    VersionSet preferred(Candidates candidates) {
        int count = candidates.versions().size();
        VersionSet all = VersionSet.none(count);
        for (Version preferred : preferences.getOrDefault(candidates.name(), List.of())) {
            int index = candidates.versions().indexOf(preferred);
            all = index >= 0 ? all.or(VersionSet.of(count, index)) : all;
        }
        return all;
    }

    /** Whether there are versions that come first whatever is newest, as those of a lock or of another target. */
    boolean prefersSome() {
        return !preferences.isEmpty();
    }

    /** Whether the newest version of every package is looked for. */
    boolean takesHighest() {
        return rules.strategy() == ResolutionStrategy.HIGHEST;
    }

    /** The versions with a file that come before yanked ones, and before pre-releases that were not asked for. */
    VersionSet usual(Candidates candidates) {
        VersionSet yanked = candidates.yanked();
        boolean anyRelease = allowsPreReleases(candidates);
        return VersionSet.where(
                candidates.versions().size(),
                version -> candidates.files().has(version)
                        && !yanked.contains(version)
                        && (anyRelease || !candidates.versions().get(version).isPrerelease()));
    }

    private boolean allowsPreReleases(Candidates candidates) {
        return rules.prereleases() == PrereleasePolicy.ALLOW || preReleases.contains(candidates.name());
    }

    /**
     * The version to try first: a preferred one, else the highest, or the lowest by the strategy; yanked ones after all
     * others, and before them pre-releases, unless a declaration names one.
     */
    Optional<Integer> best(Candidates candidates, VersionSet among) {
        for (Version preferred : preferences.getOrDefault(candidates.name(), List.of())) {
            int index = candidates.versions().indexOf(preferred);
            if (index >= 0 && among.contains(index) && candidates.files().has(index)) {
                return Optional.of(index);
            }
        }
        VersionSet yanked = candidates.yanked();
        boolean anyRelease = allowsPreReleases(candidates);
        boolean lowest = takesLowest(candidates.name());
        int best = -1;
        int most = -1;
        for (int version = among.next(0); version >= 0; version = among.next(version + 1)) {
            if (candidates.files().has(version)) {
                boolean usual =
                        anyRelease || !candidates.versions().get(version).isPrerelease();
                int worth = (yanked.contains(version) ? 0 : 2) + (usual ? 1 : 0);
                if (worth > most || (worth == most && !lowest)) {
                    most = worth;
                    best = version;
                }
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    private boolean takesLowest(PackageName name) {
        return switch (rules.strategy()) {
            case HIGHEST -> false;
            case LOWEST -> true;
            case LOWEST_DIRECT -> declaredSources.containsKey(name);
        };
    }

    private <T> T join(CompletableFuture<T> future, PackageName name) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw WheelsException.of(e, () -> askers.subject(name));
        }
    }
}
