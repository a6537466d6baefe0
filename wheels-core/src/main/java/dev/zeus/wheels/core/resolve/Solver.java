// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.wheel.BrokenWheelException;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * PubGrub over the finite universe of the versions on the pages.
 *
 * <p>Decisions depend on what the indexes say and never on which answer came first.
 */
final class Solver {
    /** A yanked version was pinned that was taken for unusable; the solver begins anew and knows. */
    static final class PinnedYanked extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private record Expanded(PackageKey key, int version) {
        // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Expanded that && version == that.version && key.equals(that.key);
        }

        @Override
        public int hashCode() {
            return 31 * key.hashCode() + version;
        }
    }

    /** Half of the usual connections to an index; more would be asked for in vain when the next version fits. */
    private static final int AHEAD = 16;

    /**
     * Behind every rank of a project, which ends with the last turn: the project decides which of its extras there are.
     */
    private static final int UNDECIDED_PROJECT = 9;

    private final Catalogue catalogue;
    private final Demands demands;
    private final Version python;
    private final Map<PackageName, VersionSet> pinnedYanked;
    private final PartialSolution solution = new PartialSolution();
    private final Knowledge knowledge;
    private final Attempt attempt;
    private final Map<PackageKey, Integer> met = new LinkedHashMap<>();
    private final Set<Expanded> expanded = new HashSet<>();
    private final Map<PackageName, Set<Integer>> looks = new HashMap<>();
    private final ResolutionBounds bounds = new ResolutionBounds();

    Solver(
            Target target,
            Catalogue catalogue,
            Demands demands,
            Map<PackageName, VersionSet> pinnedYanked,
            Attempt attempt) {
        this.attempt = attempt;
        this.knowledge = new Knowledge(solution, attempt.mostConflicts());
        this.catalogue = catalogue;
        this.demands = demands;
        this.python = target.firstRelease();
        this.pinnedYanked = pinnedYanked;
    }

    /** Decides a version for every package that is needed. */
    Map<PackageKey, Integer> solve(List<RootRequirement> roots) throws Unsatisfiable, PinnedYanked {
        List<RootRequirement> active = demands.active(roots);
        active.forEach(root -> {
            catalogue.askers().declared(root.requirement().name(), root.origin());
            catalogue.ask(root.requirement(), root.source());
        });
        solution.decide(PackageKey.ROOT, 0, 1);
        attempt.held().forEach((name, versions) -> {
            PackageKey.Project project = new PackageKey.Project(name);
            introduce(project, catalogue.candidates(name));
            knowledge.add(Incompatibility.of(project, versions.complement(), new Cause.NoWorse()));
        });
        for (RootRequirement root : active) {
            for (Map.Entry<PackageKey, VersionSet> need :
                    needs(root.requirement()).entrySet()) {
                Incompatibility.dependency(
                                PackageKey.ROOT,
                                VersionSet.of(1, 0),
                                need.getKey(),
                                need.getValue(),
                                new Cause.Declared(root))
                        .ifPresent(knowledge::add);
            }
        }
        knowledge.propagate();
        for (Optional<PackageKey> next = next(); next.isPresent(); next = next()) {
            decide(next.get());
            knowledge.propagate();
        }
        return solution.decisions();
    }

    /** The package to decide: extras of decided projects, no choice left, those in conflicts, first met. */
    private Optional<PackageKey> next() {
        int least = Integer.MAX_VALUE;
        Optional<PackageKey> first = Optional.empty();
        // Asked once for each package that is decided, of all that are met.
        for (PackageKey key : met.keySet()) {
            if (solution.decision(key).isEmpty()) {
                Optional<VersionSet> known = solution.known(key);
                if (known.isPresent() && !known.get().allowsAbsence()) {
                    int rank = rank(key);
                    if (rank < least) {
                        least = rank;
                        first = Optional.of(key);
                    }
                }
            }
        }
        return first;
    }

    private int rank(PackageKey key) {
        if (key instanceof PackageKey.Extra extra) {
            return solution.decision(new PackageKey.Project(extra.name())).isPresent() ? 0 : UNDECIDED_PROJECT;
        }
        if (solution.known(key).filter(set -> set.count() == 1).isPresent()) {
            return 1;
        }
        return 2 + knowledge.conflicts().turn(key);
    }

    private void decide(PackageKey key) throws PinnedYanked {
        VersionSet open = solution.known(key).orElseThrow();
        if (key instanceof PackageKey.Extra extra) {
            decideExtra(extra, open);
        } else if (key instanceof PackageKey.Project project) {
            Candidates candidates = catalogue.candidates(project.name());
            int version = Optional.ofNullable(attempt.preferred().get(key))
                    .filter(open::contains)
                    .or(() -> catalogue.best(candidates, open))
                    .orElseThrow();
            askAhead(candidates, open, version);
            if (usable(project, candidates, version)) {
                CoreMetadata metadata = catalogue.metadata(candidates, version);
                expandAndDecide(project, candidates, version, demands.base(metadata));
            }
        }
    }

    private void decideExtra(PackageKey.Extra extra, VersionSet open) throws PinnedYanked {
        PackageKey.Project project = new PackageKey.Project(extra.name());
        Candidates candidates = catalogue.candidates(extra.name());
        int count = candidates.versions().size();
        int version = solution.decision(project).orElseThrow();
        if (!open.contains(version) || open.count() > 1) {
            VersionSet same = VersionSet.of(count, version);
            VersionSet others = VersionSet.all(count).minus(same);
            knowledge.add(new Incompatibility(Map.of(project, same, extra, others), new Cause.SameVersion()));
            return;
        }
        CoreMetadata metadata = catalogue.metadata(candidates, version);
        expandAndDecide(extra, candidates, version, demands.ofExtra(metadata, extra.extra()));
    }

    private void expandAndDecide(PackageKey key, Candidates candidates, int version, List<Requirement> requirements)
            throws PinnedYanked {
        int count = candidates.versions().size();
        if (expanded.add(new Expanded(key, version))) {
            VersionSet owner = VersionSet.of(count, version);
            for (Requirement requirement : requirements) {
                Optional<String> url = requirement.url();
                if (url.isPresent() && !catalogue.isDeclaredAt(requirement.name(), url.get())) {
                    Exclusion exclusion = Exclusion.of(
                            candidates.name(),
                            Exclusion.Kind.DIRECT_URL,
                            owner,
                            "\"" + requirement + '"',
                            WayOut.ofAddress(requirement));
                    catalogue.exclude(exclusion);
                    knowledge.add(Incompatibility.of(key, owner, new Cause.Unusable(exclusion)));
                    return;
                }
            }
            Version owning = candidates.versions().get(version);
            requirements.forEach(requirement -> {
                catalogue.askers().needed(requirement.name(), candidates.name(), owning);
                catalogue.ask(requirement, candidates.source());
            });
            for (Requirement requirement : requirements) {
                Cause.Depends why = new Cause.Depends(key, owner, requirement);
                for (Map.Entry<PackageKey, VersionSet> need : needs(requirement).entrySet()) {
                    knowledge.addDependency(key, owner, need.getKey(), need.getValue(), why);
                }
            }
        }
        solution.decide(key, version, count);
        knowledge.changed(key);
    }

    /** What a requirement needs of which package; a package met for the first time is introduced. */
    private Map<PackageKey, VersionSet> needs(Requirement requirement) throws PinnedYanked {
        PackageName name = requirement.name();
        Candidates candidates = catalogue.candidates(name);
        int count = candidates.versions().size();
        VersionSet matching = candidates.matching(requirement.specifiers());
        VersionSet yanked = candidates.yanked().and(matching);
        VersionSet known = knownYanked(candidates);
        if (Demands.pins(requirement) && !yanked.within(known)) {
            pinnedYanked.put(name, known.or(yanked));
            throw new PinnedYanked();
        }
        PackageKey.Project project = new PackageKey.Project(name);
        Map<PackageKey, VersionSet> needs = new LinkedHashMap<>();
        needs.put(project, matching);
        introduce(project, candidates);
        for (ExtraName extra : requirement.extras()) {
            PackageKey key = new PackageKey.Extra(name, extra);
            needs.put(key, matching);
            if (met.putIfAbsent(key, met.size()) == null) {
                Incompatibility.dependency(
                                key, VersionSet.all(count), project, VersionSet.all(count), new Cause.SameVersion())
                        .ifPresent(knowledge::add);
            }
        }
        return needs;
    }

    /** The yanked versions of a package that are taken all the same. */
    private VersionSet knownYanked(Candidates candidates) {
        return pinnedYanked
                .getOrDefault(
                        candidates.name(), VersionSet.none(candidates.versions().size()))
                .or(catalogue.preferred(candidates));
    }

    /** Adds what is known of a package that is met for the first time. */
    private void introduce(PackageKey.Project project, Candidates candidates) {
        if (met.putIfAbsent(project, met.size()) != null) {
            return;
        }
        for (Exclusion exclusion : candidates.exclusions()) {
            VersionSet excluded = exclusion.kind() == Exclusion.Kind.YANKED
                    ? exclusion.versions().minus(knownYanked(candidates))
                    : exclusion.versions();
            if (!excluded.isEmpty()) {
                knowledge.add(Incompatibility.of(project, excluded, new Cause.Unusable(exclusion)));
            }
        }
    }

    /** Whether packages had to give way to others again and again, so that another answer may be the better one. */
    boolean gaveWay() {
        return knowledge.conflicts().haveMoved();
    }

    /** Whether the metadata of a version can be used; if not, the reason is added to what is known. */
    private boolean usable(PackageKey.Project project, Candidates candidates, int version) {
        Exclusion.Kind kind;
        String detail;
        List<String> ways = List.of();
        try {
            CoreMetadata metadata = catalogue.metadata(candidates, version);
            boolean admitted = Candidates.admits(metadata, python);
            Optional<String> unanswered = admitted ? demands.unanswered(metadata) : Optional.empty();
            if (admitted && unanswered.isEmpty()) {
                return true;
            }
            if (metadata.requiresPython().map(r -> Candidates.caps(r, python)).orElse(false)) {
                catalogue.cap(candidates, version);
            }
            kind = admitted ? Exclusion.Kind.BROKEN : Exclusion.Kind.PYTHON;
            ways = admitted ? Exclusion.waysOfBroken(project.name()) : List.of();
            detail = unanswered.orElseGet(
                    () -> metadata.requiresPython().map(r -> "Python " + r).orElse(""));
        } catch (BrokenWheelException e) {
            kind = Exclusion.Kind.BROKEN;
            detail = e.reason();
            ways = List.of(e.problem().hint());
        }
        bounds.unusable(project.name(), detail);
        VersionSet set = VersionSet.of(candidates.versions().size(), version);
        Exclusion exclusion = Exclusion.of(project.name(), kind, set, detail, ways);
        catalogue.exclude(exclusion);
        knowledge.add(Incompatibility.of(project, set, new Cause.Unusable(exclusion)));
        return false;
    }

    /** After the first looks at a package, asks for the metadata of ever more of the versions that are next. */
    private void askAhead(Candidates candidates, VersionSet open, int version) {
        Set<Integer> looked = looks.computeIfAbsent(candidates.name(), name -> new HashSet<>());
        // One that is decided again after a conflict elsewhere says nothing of the versions below it.
        if (!looked.add(version)) {
            return;
        }
        int ahead = attempt.asksAhead() ? Math.min(AHEAD, 1 << Math.min(looked.size() - 1, 10)) : 1;
        for (int next = version; next >= 0 && ahead > 0; next--) {
            if (open.contains(next)) {
                catalogue.ask(candidates, next);
                ahead--;
            }
        }
    }
}
