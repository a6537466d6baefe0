// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Trades a few releases of some packages for many of others, where an answer was found by giving way again and again.
 *
 * <p>The solver takes the newest version of each package that the decisions before it allow, so that one of these can
 * hold another package back by hundreds of releases. Each package that is behind is tried at a newer one, farthest
 * behind first, with all else as it is or moved as little as that asks. What comes of it is kept where no declared
 * package loses and the sum of releases behind falls, over all packages and over those that both answers have.
 */
final class Freshening {
    /** Most sets of several hundred packages have no more that can be raised. */
    private static final int MOST_ATTEMPTS = 24;

    /** One that gets into more is seldom any better. */
    private static final int MOST_CONFLICTS = 64;

    /**
     * What came to anything in the deep sets of the bench read other versions of three packages at most, what did not,
     * up to 66. What an attempt brings along for the first time is not counted here: it can be dozens of packages.
     */
    private static final int MOST_READ_AGAIN = 16;

    /** Together they read a third of what the first answer took, or this many, which bring a large package along. */
    private static final int SHARE = 3;

    private static final int FREE_READS = 256;

    private final Target target;
    private final Catalogue catalogue;
    private final Demands demands;
    private final List<RootRequirement> roots;
    private final Map<PackageName, VersionSet> pinnedYanked;
    private final Map<PackageName, VersionSpecifiers> declared = new LinkedHashMap<>();
    private final Map<PackageName, VersionSet> allowed = new HashMap<>();
    private final EventSink events;

    Freshening(
            Target target,
            Catalogue catalogue,
            Demands demands,
            List<RootRequirement> roots,
            Map<PackageName, VersionSet> pinnedYanked,
            EventSink events) {
        this.events = events;
        this.target = target;
        this.catalogue = catalogue;
        this.demands = demands;
        this.roots = roots;
        this.pinnedYanked = pinnedYanked;
        for (RootRequirement root : roots) {
            if (demands.holds(root.requirement())) {
                declared.merge(root.requirement().name(), root.requirement().specifiers(), VersionSpecifiers::and);
            }
        }
    }

    /**
     * An answer that is no worse.
     *
     * @throws WheelsException what an index fails with, since another answer would depend on when it was asked; without
     *     network, where the cache lacks what it takes, the answer is what there is by then, with a warning
     */
    Map<PackageKey, Integer> better(Map<PackageKey, Integer> found) {
        Map<PackageKey, Integer> best = found;
        Set<PackageName> tried = new HashSet<>();
        int begun = catalogue.budget().reads();
        int most = Math.max(begun / SHARE, FREE_READS);
        for (Optional<PackageName> next = farthestBehind(best, tried);
                next.isPresent() && tried.size() < MOST_ATTEMPTS;
                next = farthestBehind(best, tried)) {
            int left = most - (catalogue.budget().reads() - begun);
            if (left == 0) {
                events.accept(new WheelsEvent.Noted("Newer versions for " + target.id() + " were looked for until "
                        + most + " metadata files had been read beyond the " + begun + " of the first answer: \""
                        + next.get() + "\" and what is less behind stay as they are"));
                return best;
            }
            tried.add(next.get());
            try {
                Map<PackageKey, Integer> other = raise(next.get(), best, left);
                best = isNewer(other, best) ? other : best;
            } catch (WheelsException e) {
                if (!PackageIndexes.isOutOfReach(e)) {
                    throw e;
                }
                Problem notCompared = new Problem(
                        ResolveProblem.NOT_COMPARED,
                        "versions for " + target.id() + " are found, but not whether newer ones go together: "
                                + e.problem().message(),
                        "run once without -o: what is locked then may be newer");
                events.accept(
                        new WheelsEvent.Warned(notCompared.about(e.problem().about())));
                return best;
            }
        }
        return best;
    }

    private Optional<PackageName> farthestBehind(Map<PackageKey, Integer> answer, Set<PackageName> tried) {
        return answer.keySet().stream()
                .filter(PackageKey.Project.class::isInstance)
                .map(key -> ((PackageKey.Project) key).name())
                .filter(name -> !tried.contains(name) && behind(name, answer) > 0)
                .max(Comparator.comparingInt((PackageName name) -> behind(name, answer))
                        .thenComparing(PackageName::value, Comparator.reverseOrder()));
    }

    /** The answer with a newer version of a package, where there is one; else as it is. */
    private Map<PackageKey, Integer> raise(PackageName name, Map<PackageKey, Integer> answer, int mostReads) {
        Map<PackageName, VersionSet> held = new LinkedHashMap<>();
        held.put(name, newer(name, answer));
        declared.keySet().stream()
                .filter(each -> !each.equals(name) && answer.containsKey(new PackageKey.Project(each)))
                .forEach(each -> held.put(each, newer(each, answer).or(now(each, answer))));
        catalogue.budget().allow(mostReads, MOST_READ_AGAIN);
        try {
            Map<PackageKey, Integer> raised = solve(new Attempt(answer, held, MOST_CONFLICTS));
            if (!declared.containsKey(name)) {
                // Held, it was needed in any case; perhaps nothing else needs it any more.
                held.remove(name);
            }
            return solve(new Attempt(raised, held, MOST_CONFLICTS));
        } catch (Unsatisfiable | Solver.PinnedYanked | EnoughReadException e) {
            return answer;
        } catch (WheelsException e) {
            if (ResolveProblem.is(e)) {
                return answer;
            }
            throw e;
        } finally {
            catalogue.budget().allowAll();
        }
    }

    /**
     * Whether the sum falls, and not only because packages are no longer there: what makes others older so that one
     * goes that is behind leaves nothing newer.
     */
    private boolean isNewer(Map<PackageKey, Integer> other, Map<PackageKey, Integer> best) {
        return behind(other) < behind(best) && behindInBoth(other, best) < behindInBoth(best, other);
    }

    private Map<PackageKey, Integer> solve(Attempt attempt) throws Unsatisfiable, Solver.PinnedYanked {
        return new Solver(target, catalogue, demands, new HashMap<>(pinnedYanked), attempt).solve(roots);
    }

    /** How many newer releases there are of all packages. */
    private int behind(Map<PackageKey, Integer> answer) {
        return answer.keySet().stream()
                .filter(PackageKey.Project.class::isInstance)
                .mapToInt(key -> behind(((PackageKey.Project) key).name(), answer))
                .sum();
    }

    private int behindInBoth(Map<PackageKey, Integer> answer, Map<PackageKey, Integer> other) {
        return answer.keySet().stream()
                .filter(key -> key instanceof PackageKey.Project && other.containsKey(key))
                .mapToInt(key -> behind(((PackageKey.Project) key).name(), answer))
                .sum();
    }

    private int behind(PackageName name, Map<PackageKey, Integer> answer) {
        return newer(name, answer).count();
    }

    private VersionSet newer(PackageName name, Map<PackageKey, Integer> answer) {
        VersionSet now = now(name, answer);
        VersionSet all = allowed.computeIfAbsent(name, this::allowed);
        return VersionSet.of(count(name), all.versions().filter(version -> version > newest(now)));
    }

    private static int newest(VersionSet set) {
        return set.versions().max().orElse(-1);
    }

    private VersionSet now(PackageName name, Map<PackageKey, Integer> answer) {
        return Optional.ofNullable(answer.get(new PackageKey.Project(name)))
                .map(version -> VersionSet.of(count(name), version))
                .orElseGet(() -> VersionSet.none(count(name)));
    }

    private VersionSet allowed(PackageName name) {
        Candidates candidates = catalogue.candidates(name);
        return candidates
                .matching(declared.getOrDefault(name, VersionSpecifiers.ANY))
                .and(catalogue.usual(candidates));
    }

    private int count(PackageName name) {
        return catalogue.candidates(name).versions().size();
    }
}
