// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the solver has decided and derived so far, in order, so that it can be taken back. */
final class PartialSolution {
    /**
     * One step.
     *
     * @param set what the step says of the package
     * @param known what is known of the package with it
     * @param cause what it was derived from; empty for a decision
     */
    record Assignment(
            PackageKey key, VersionSet set, VersionSet known, int level, int index, Optional<Incompatibility> cause) {}

    private final Deque<Assignment> log = new ArrayDeque<>();
    private final Map<PackageKey, List<Assignment>> byKey = new LinkedHashMap<>();
    private final Map<PackageKey, Integer> decisions = new LinkedHashMap<>();
    private int level;

    void decide(PackageKey key, int version, int versions) {
        if (!log.isEmpty()) {
            level++;
        }
        decisions.put(key, version);
        assign(key, VersionSet.of(versions, version), Optional.empty());
    }

    void derive(PackageKey key, VersionSet set, Incompatibility cause) {
        assign(key, set, Optional.of(cause));
    }

    private void assign(PackageKey key, VersionSet set, Optional<Incompatibility> cause) {
        VersionSet known = known(key).map(set::and).orElse(set);
        Assignment assignment = new Assignment(key, set, known, level, log.size(), cause);
        log.addLast(assignment);
        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(assignment);
    }

    /** What is known of a package; empty if nothing is. */
    Optional<VersionSet> known(PackageKey key) {
        List<Assignment> steps = byKey.getOrDefault(key, List.of());
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(steps.get(steps.size() - 1).known());
    }

    /** The first step after which a package is in a set that it is known to be in. */
    Assignment satisfier(PackageKey key, VersionSet term) {
        return byKey.getOrDefault(key, List.of()).stream()
                .filter(step -> step.known().within(term))
                .findFirst()
                .orElseThrow();
    }

    /** The level at which a term became true up to what its satisfier itself adds. */
    int levelBefore(Assignment satisfier, VersionSet term) {
        if (satisfier.set().within(term)) {
            return 0;
        }
        return byKey.getOrDefault(satisfier.key(), List.of()).stream()
                .filter(step -> step.known().and(satisfier.set()).within(term))
                .mapToInt(Assignment::level)
                .findFirst()
                .orElse(satisfier.level());
    }

    /** Takes back everything above a level. */
    void backtrack(int toLevel) {
        while (!log.isEmpty() && log.getLast().level() > toLevel) {
            Assignment last = log.removeLast();
            List<Assignment> steps = byKey.getOrDefault(last.key(), new ArrayList<>());
            steps.remove(steps.size() - 1);
            if (steps.isEmpty()) {
                byKey.remove(last.key());
            }
            if (last.cause().isEmpty()) {
                decisions.remove(last.key());
            }
        }
        level = toLevel;
    }

    /** The level of the decision for a package; empty if it is undecided. */
    Optional<Integer> decisionLevel(PackageKey key) {
        return byKey.getOrDefault(key, List.of()).stream()
                .filter(step -> step.cause().isEmpty())
                .map(Assignment::level)
                .findFirst();
    }

    Optional<Integer> decision(PackageKey key) {
        return Optional.ofNullable(decisions.get(key));
    }

    Map<PackageKey, Integer> decisions() {
        return new LinkedHashMap<>(decisions);
    }

    /** All packages of which something is known. */
    List<PackageKey> keys() {
        return List.copyOf(byKey.keySet());
    }
}
