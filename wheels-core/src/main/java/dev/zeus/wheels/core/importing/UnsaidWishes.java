// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.importing.LockedNode.Need;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.MarkerEvaluationException;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a project asks for where only its lock is there: what nothing else needs; with an extra where all that the extra
 * needs is locked and something of it would not be there without it. Together they lead to all that is locked.
 *
 * <p>For example, a lock of uvicorn, h11 and httptools, of which uvicorn needs h11 always and httptools for its extra
 * {@code standard}, is of a project that asks for {@code uvicorn[standard]}.
 */
final class UnsaidWishes {
    /** The order in which a wish is better than another one: the smaller extra, then by name. */
    private record Candidate(PackageName name, ExtraName extra, Set<PackageName> brings) {
        static final Comparator<Candidate> BEST = Comparator.<Candidate>comparingInt(
                        each -> each.brings().size())
                .thenComparing(each -> each.name().value())
                .thenComparing(each -> each.extra().value());
    }

    /**
     * A package that is asked for.
     *
     * @param guess why it is taken for asked, where the lock leaves that open
     */
    record Wish(SortedSet<ExtraName> extras, Optional<String> guess) {}

    private final SortedMap<PackageName, List<Need>> needs = new TreeMap<>();
    private final List<Target> targets;
    /** What the extras of a package bring. */
    private final Map<PackageName, List<Candidate>> offers = new HashMap<>();
    /** The extras of what is reached, the best first. */
    private final PriorityQueue<Candidate> open = new PriorityQueue<>(Candidate.BEST);
    /** What nothing leads to yet. */
    private final SortedSet<PackageName> missing = new TreeSet<>();
    /** How often others that are missing need what is missing, and what of it none of them needs. */
    private final Map<PackageName, Integer> neededBy = new HashMap<>();

    private final SortedSet<PackageName> unneeded = new TreeSet<>();
    private final SortedMap<PackageName, Wish> wishes = new TreeMap<>();
    private final Set<PackageName> reached = new HashSet<>();
    private final Map<PackageName, SortedSet<ExtraName>> asked = new HashMap<>();

    private UnsaidWishes(List<LockedNode> locked, Optional<VersionSpecifiers> python) {
        this.targets = ImportedTargets.all(python);
        locked.forEach(node ->
                needs.computeIfAbsent(node.name(), name -> new ArrayList<>()).addAll(node.needs()));
        needs.forEach((name, all) -> byExtra(all).forEach((extra, ofExtra) -> {
            Set<PackageName> names = new TreeSet<>();
            ofExtra.forEach(need -> names.add(need.requirement().name()));
            if (ofExtra.stream().filter(this::holdsSomewhere).allMatch(this::isLocked)) {
                offers.computeIfAbsent(name, key -> new ArrayList<>()).add(new Candidate(name, extra, names));
            }
        }));
        missing.addAll(needs.keySet());
        unneeded.addAll(needs.keySet());
        needs.keySet()
                .forEach(name -> others(name).forEach(other -> {
                    neededBy.merge(other, 1, Integer::sum);
                    unneeded.remove(other);
                }));
    }

    /** What a package always needs beside itself. */
    private Stream<PackageName> others(PackageName name) {
        return needs.getOrDefault(name, List.of()).stream()
                .filter(need -> need.extra().isEmpty())
                .map(need -> need.requirement().name())
                .filter(other -> !other.equals(name));
    }

    /**
     * The wishes by name.
     *
     * @param recorded the extras that are requested according to the lock
     * @param python the Pythons that the lock is for
     */
    static SortedMap<PackageName, Wish> of(
            List<LockedNode> locked,
            Map<PackageName, SortedSet<ExtraName>> recorded,
            Optional<VersionSpecifiers> python) {
        UnsaidWishes unsaid = new UnsaidWishes(locked, python);
        unsaid.find(recorded);
        return unsaid.wishes;
    }

    private static SortedMap<ExtraName, List<Need>> byExtra(List<Need> all) {
        SortedMap<ExtraName, List<Need>> extras = new TreeMap<>();
        all.forEach(need -> need.extra()
                .ifPresent(extra ->
                        extras.computeIfAbsent(extra, key -> new ArrayList<>()).add(need)));
        return extras;
    }

    private boolean isLocked(Need need) {
        return needs.containsKey(need.requirement().name());
    }

    /** A lock leaves out what none of its Pythons needs. */
    private boolean holdsSomewhere(Need need) {
        Optional<EnvironmentMarker> marker = need.requirement().marker();
        Set<ExtraName> extra = Set.copyOf(need.extra().stream().toList());
        return marker.isEmpty()
                || targets.stream().anyMatch(target -> {
                    try {
                        return marker.get().evaluateLocked(target.environment(), extra, Set.of());
                    } catch (MarkerEvaluationException e) {
                        return true;
                    }
                });
    }

    private void find(Map<PackageName, SortedSet<ExtraName>> recorded) {
        Set<PackageName> needed = new HashSet<>();
        needs.forEach((name, all) -> all.stream()
                .map(need -> need.requirement().name())
                .filter(other -> !other.equals(name))
                .forEach(needed::add));
        needs.keySet().stream().filter(name -> !needed.contains(name)).forEach(name -> wish(name, Optional.empty()));
        recorded.forEach((name, extras) -> extras.stream()
                .filter(extra -> !isAsked(name, extra))
                .forEach(extra -> wish(name, extra, Optional.empty())));
        while (!missing.isEmpty()) {
            Optional<Candidate> extra = best();
            if (extra.isPresent()) {
                wish(
                        extra.get().name(),
                        extra.get().extra(),
                        Optional.of(
                                "no file beside this one says so, and all that the extra needs is locked; without it,"
                                        + " not all of that would be needed"));
            } else {
                wish(first(), Optional.of("no file beside this one says who needs it; it is declared by itself"));
            }
        }
    }

    /** The best extra that brings something missing; one that brings nothing now never will. */
    private Optional<Candidate> best() {
        while (!open.isEmpty() && open.element().brings().stream().noneMatch(missing::contains)) {
            open.remove();
        }
        return Optional.ofNullable(open.peek());
    }

    /** The first that no other of what is missing needs, or the first of a circle. */
    private PackageName first() {
        return unneeded.isEmpty() ? missing.first() : unneeded.first();
    }

    private void reached(PackageName name) {
        missing.remove(name);
        unneeded.remove(name);
        open.addAll(offers.getOrDefault(name, List.of()));
        others(name).forEach(other -> {
            if (neededBy.merge(other, -1, Integer::sum) == 0 && missing.contains(other)) {
                unneeded.add(other);
            }
        });
    }

    private boolean isAsked(PackageName name, ExtraName extra) {
        return asked.getOrDefault(name, Collections.emptySortedSet()).contains(extra);
    }

    private void wish(PackageName name, Optional<String> guess) {
        wishes.put(name, new Wish(new TreeSet<>(), guess));
        walk(name, new TreeSet<>());
    }

    private void wish(PackageName name, ExtraName extra, Optional<String> guess) {
        Optional<Wish> before = Optional.ofNullable(wishes.get(name));
        SortedSet<ExtraName> extras = new TreeSet<>(Set.of(extra));
        before.ifPresent(wish -> extras.addAll(wish.extras()));
        wishes.put(name, new Wish(extras, guess.or(() -> before.flatMap(Wish::guess))));
        walk(name, extras);
    }

    private void walk(PackageName from, SortedSet<ExtraName> extras) {
        Set<PackageName> next = new LinkedHashSet<>();
        reach(from, extras, next);
        while (!next.isEmpty()) {
            PackageName name = next.iterator().next();
            next.remove(name);
            needs.getOrDefault(name, List.of()).stream()
                    .filter(need ->
                            need.extra().map(extra -> isAsked(name, extra)).orElse(true))
                    .forEach(need ->
                            reach(need.requirement().name(), need.requirement().extras(), next));
        }
    }

    private void reach(PackageName name, SortedSet<ExtraName> extras, Set<PackageName> next) {
        if (needs.containsKey(name)) {
            boolean more = asked.computeIfAbsent(name, key -> new TreeSet<>()).addAll(extras);
            boolean first = reached.add(name);
            if (first) {
                reached(name);
            }
            if (first || more) {
                next.add(name);
            }
        }
    }
}
