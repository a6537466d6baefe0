// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.importing.LockedNode.Need;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.MarkerEvaluationException;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a project asks for where only its lock is there: what nothing else needs; with an extra where all that the extra
 * needs is locked and something of it would not be there without it. Together they lead to all that is locked.
 *
 * <p>For example, a lock of uvicorn, h11 and httptools, of which uvicorn needs h11 always and httptools for its extra
 * {@code standard}, is of a project that asks for {@code uvicorn[standard]}.
 */
final class UnsaidWishes {
    /** The order in which a wish is better than another one: the smaller extra, then by name. */
    private record Candidate(PackageName name, ExtraName extra, int size) {
        static final Comparator<Candidate> BEST = Comparator.comparingInt(Candidate::size)
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
    private final Map<PackageName, List<Candidate>> brings = new HashMap<>();
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
                Candidate candidate = new Candidate(name, extra, names.size());
                names.forEach(each ->
                        brings.computeIfAbsent(each, key -> new ArrayList<>()).add(candidate));
            }
        }));
    }

    /**
     * The wishes by name.
     *
     * @param recorded the extras that the lock says somebody asks for
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
        while (reached.size() < needs.size()) {
            Optional<Candidate> extra = missing().stream()
                    .flatMap(name -> brings.getOrDefault(name, List.of()).stream())
                    .filter(each -> reached.contains(each.name()))
                    .min(Candidate.BEST);
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

    private List<PackageName> missing() {
        return needs.keySet().stream().filter(name -> !reached.contains(name)).toList();
    }

    /** The first that no other of what is missing needs, or the first of a circle. */
    private PackageName first() {
        List<PackageName> missing = missing();
        Set<PackageName> needed = new HashSet<>();
        missing.forEach(name -> needs(name).stream()
                .filter(need -> need.extra().isEmpty())
                .map(need -> need.requirement().name())
                .filter(other -> !other.equals(name))
                .forEach(needed::add));
        return missing.stream()
                .filter(name -> !needed.contains(name))
                .findFirst()
                .orElse(missing.get(0));
    }

    private List<Need> needs(PackageName name) {
        return needs.getOrDefault(name, List.of());
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
        Deque<PackageName> open = new ArrayDeque<>();
        reach(from, extras, open);
        while (!open.isEmpty()) {
            PackageName name = open.remove();
            needs(name).stream()
                    .filter(need ->
                            need.extra().map(extra -> isAsked(name, extra)).orElse(true))
                    .forEach(need ->
                            reach(need.requirement().name(), need.requirement().extras(), open));
        }
    }

    private void reach(PackageName name, SortedSet<ExtraName> extras, Deque<PackageName> open) {
        if (needs.containsKey(name)) {
            boolean more = asked.computeIfAbsent(name, key -> new TreeSet<>()).addAll(extras);
            if (reached.add(name) || more) {
                open.add(name);
            }
        }
    }
}
