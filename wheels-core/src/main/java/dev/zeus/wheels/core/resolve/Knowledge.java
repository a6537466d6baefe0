// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All incompatibilities known, what follows from them for a partial solution, and what conflicts teach. */
final class Knowledge {
    /** The same requirement of several versions is one incompatibility. */
    private record Edge(PackageKey owner, PackageKey other, VersionSpecifiers specifiers) {
        // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
        @Override
        public boolean equals(Object object) {
            return object instanceof Edge that
                    && owner.equals(that.owner)
                    && other.equals(that.other)
                    && specifiers.equals(that.specifiers);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * owner.hashCode() + other.hashCode()) + specifiers.hashCode();
        }
    }

    private final PartialSolution solution;
    private final Map<PackageKey, List<Watched>> byKey = new HashMap<>();
    private final Map<Edge, Watched> edges = new HashMap<>();
    private final Conflicts conflicts = new Conflicts();
    private final Set<PackageKey> changed = new LinkedHashSet<>();
    private int conflictsLeft;

    /**
     * Nothing known yet.
     *
     * @param mostConflicts after how many it is taken for impossible
     */
    Knowledge(PartialSolution solution, int mostConflicts) {
        this.solution = solution;
        this.conflictsLeft = mostConflicts;
    }

    void add(Incompatibility incompatibility) {
        add(new Watched(incompatibility));
    }

    private void add(Watched watched) {
        for (PackageKey key : watched.incompatibility().terms().keySet()) {
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(watched);
            changed.add(key);
        }
    }

    /** Adds that some versions of one package need some of another. */
    void addDependency(PackageKey owner, VersionSet versions, PackageKey other, VersionSet needed, Cause.Depends why) {
        Edge edge = new Edge(owner, other, why.requirement().specifiers());
        Watched old = edges.get(edge);
        VersionSet owners = versions;
        if (old != null && old.incompatibility().cause() instanceof Cause.Depends before) {
            owners = before.versions().or(versions);
            for (PackageKey key : old.incompatibility().terms().keySet()) {
                byKey.getOrDefault(key, new ArrayList<>()).remove(old);
            }
        }
        Cause cause = new Cause.Depends(owner, owners, why.requirement());
        Optional<Incompatibility> added = Incompatibility.dependency(owner, owners, other, needed, cause);
        if (added.isPresent()) {
            Watched watched = new Watched(added.get());
            edges.put(edge, watched);
            add(watched);
        }
    }

    void changed(PackageKey key) {
        changed.add(key);
    }

    /** How the conflicts so far order the packages. */
    Conflicts conflicts() {
        return conflicts;
    }

    /** Derives all that follows; learns from each conflict and takes decisions back. */
    void propagate() throws Unsatisfiable {
        while (!changed.isEmpty()) {
            PackageKey key = changed.iterator().next();
            changed.remove(key);
            List<Watched> known = List.copyOf(byKey.getOrDefault(key, List.of()));
            for (int i = known.size() - 1; i >= 0; i--) {
                if (derive(known.get(i))) {
                    learn(known.get(i).incompatibility());
                    break;
                }
            }
        }
    }

    /** Derives the one open term of an incompatibility; true if none is open, which is a conflict. */
    private boolean derive(Watched watched) {
        int open = watched.look(solution);
        if (open == Watched.CONFLICT) {
            return true;
        }
        if (open != Watched.IDLE) {
            PackageKey key = watched.key(open);
            solution.derive(key, watched.set(open).complement(), watched.incompatibility());
            changed.add(key);
        }
        return false;
    }

    private void learn(Incompatibility conflict) throws Unsatisfiable {
        Incompatibility learned = conflict;
        if (--conflictsLeft < 0) {
            throw new Unsatisfiable(learned);
        }
        while (!learned.isFailure()) {
            Optional<PartialSolution.Assignment> latest = Optional.empty();
            int previous = 0;
            for (Map.Entry<PackageKey, VersionSet> term : learned.terms().entrySet()) {
                PartialSolution.Assignment step = solution.satisfier(term.getKey(), term.getValue());
                if (latest.isEmpty() || step.index() > latest.get().index()) {
                    previous = Math.max(
                            previous,
                            latest.map(PartialSolution.Assignment::level).orElse(0));
                    latest = Optional.of(step);
                } else {
                    previous = Math.max(previous, step.level());
                }
            }
            PartialSolution.Assignment satisfier = latest.orElseThrow();
            VersionSet term =
                    Optional.ofNullable(learned.terms().get(satisfier.key())).orElseThrow();
            previous = Math.max(previous, solution.levelBefore(satisfier, term));
            if (satisfier.cause().isEmpty() || previous < satisfier.level()) {
                add(learned);
                backtrack(satisfier.key(), learned.terms().keySet(), previous);
                return;
            }
            learned = learned.resolve(satisfier.cause().get(), satisfier.key());
        }
        throw new Unsatisfiable(learned);
    }

    /** Goes back to a level, or further: to before the decisions on packages that are now to be decided otherwise. */
    private void backtrack(PackageKey affected, Collection<PackageKey> involved, int level) {
        int back = level;
        for (PackageKey key : conflicts.record(affected, involved)) {
            back = Math.min(back, Math.max(0, solution.decisionLevel(key).orElse(back + 1) - 1));
        }
        solution.backtrack(back);
        changed.addAll(solution.keys());
    }
}
