// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.core.text.AddressSecrets;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A {@link ForeignSet} while it is read. */
final class Gathering {
    /** Ten times what the largest known projects have. */
    private static final int MOST = 50_000;

    private final List<DirectRequirement> direct = new ArrayList<>();
    private final List<Requirement> constraints = new ArrayList<>();
    private final List<Requirement> overrides = new ArrayList<>();
    private final List<LockedNode> locked = new ArrayList<>();
    private final List<Requirement> roots = new ArrayList<>();
    private final Set<ExtraName> chosen = new HashSet<>();
    private final Set<ExtraName> scoped = new HashSet<>();
    private final List<ForeignTable.Item> environments = new ArrayList<>();
    private final Map<String, Optional<String>> lockedFrom = new HashMap<>();
    private final ForeignIndexes indexes = new ForeignIndexes(this);
    private final SortedSet<PackageName> built = new TreeSet<>();
    private final Set<Platform> platforms = EnumSet.noneOf(Platform.class);
    private final Map<PackageName, String> wheelNames = new TreeMap<>();
    private final List<ForeignCustom> customs = new ArrayList<>();
    private final SortedSet<String> offered = new TreeSet<>();
    private final List<NotCarried> left = new ArrayList<>();
    private Optional<VersionSpecifiers> python = Optional.empty();
    private boolean prereleases;
    private boolean edges;
    private int size;

    ForeignSet set() {
        return new ForeignSet(
                new ForeignSet.Wishes(direct, constraints, overrides, prereleases),
                locked.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new LockedGraph(locked, edges, roots.isEmpty() ? wishes() : roots, chosen, scoped)),
                new ForeignSet.Scope(environments, python, platforms),
                new ForeignSet.Sources(indexes.all(), indexes.usual()),
                built,
                wheelNames,
                customs,
                offered,
                left);
    }

    private List<Requirement> wishes() {
        return direct.stream().map(DirectRequirement::requirement).toList();
    }

    private void count(Place place) {
        size++;
        if (size > MOST) {
            throw ImportProblems.malformed(place, "it has more than " + MOST + " entries");
        }
    }

    /** A package that is asked for; by an address, it comes from a source of that address. */
    void need(Requirement requirement, Optional<String> source, Place place) {
        count(place);
        Optional<String> url = requirement.url();
        if (url.isEmpty()) {
            direct.add(new DirectRequirement(requirement, source, place));
        } else if (url.get().startsWith("https://")) {
            index(Optional.of(requirement.name().value()), url.get(), SourceFormat.FLAT, place)
                    .ifPresent(name -> direct.add(new DirectRequirement(requirement, Optional.of(name), place)));
        } else {
            leave(place, requirement.toString(), NotCarried.UNPUBLISHED_PACKAGE);
        }
    }

    /** A package that is asked for with extras where the lock installs it. */
    void need(LockedNode node, SortedSet<ExtraName> extras) {
        count(node.place());
        direct.add(DirectRequirement.of(node, extras));
    }

    void constrain(Requirement requirement, Place place) {
        count(place);
        constraints.add(requirement);
    }

    void override(Requirement requirement, Place place) {
        count(place);
        overrides.add(requirement);
    }

    void lock(LockedNode node) {
        count(node.place());
        locked.add(node);
    }

    /** The entries say what they need. */
    void edges() {
        edges = true;
    }

    /** What the project needs, in the words of the lock. */
    void root(Requirement requirement) {
        roots.add(requirement);
    }

    /** Extras and groups of the project that the markers of entries ask for. */
    void choose(Set<ExtraName> names) {
        chosen.addAll(names);
    }

    /** Extras and groups by names that say the project, so that all markers mean the same by them. */
    void chooseScoped(Set<ExtraName> names) {
        scoped.addAll(names);
    }

    /** What the lock was made for. */
    void environments(List<ForeignTable.Item> markers) {
        environments.addAll(markers);
    }

    boolean asksForNothing() {
        return direct.isEmpty();
    }

    void build(PackageName name) {
        built.add(name);
    }

    void isFor(Platform platform) {
        platforms.add(platform);
    }

    /** The name that a project has on its index, where that is another one. */
    void wheelName(PackageName name, String onIndex) {
        wheelNames.put(name, onIndex);
    }

    void custom(ForeignCustom custom) {
        count(custom.place());
        customs.add(custom);
    }

    void pythons(VersionSpecifiers specifiers) {
        python = Optional.of(specifiers);
    }

    void prereleases() {
        prereleases = true;
    }

    /** An extra or group that is not taken in, of so many requirements. */
    void offer(Place place, String name, int size) {
        offered.add(name);
        leave(place, name, "an extra or group of " + size + " requirements; take it in with -Dwheels.importWith=NAME");
    }

    void leave(Place place, String what, String why) {
        count(place);
        left.add(new NotCarried(place, AddressSecrets.shown(what), why));
    }

    /** Where packages without a source of their own come from. */
    void usual(String source) {
        indexes.usual(source);
    }

    /** The name of the source at an address, which is declared if it is new; empty if it cannot be a source. */
    Optional<String> index(Optional<String> wanted, String address, SourceFormat format, Place place) {
        return indexes.of(wanted, address, format, place);
    }

    /** The source that a tool calls by a name of its own. */
    Optional<String> source(String name) {
        return indexes.named(name);
    }

    /** The source that an entry of a lock says it is from. */
    Optional<String> lockedFrom(String address, Place place) {
        return lockedFrom.computeIfAbsent(address, key -> index(Optional.empty(), key, SourceFormat.SIMPLE, place));
    }

    /** Takes what most of the locked entries are from for what is usual. */
    void usualOfLocked() {
        Map<String, Long> counts = locked.stream()
                .flatMap(node -> node.source().stream())
                .collect(Collectors.groupingBy(source -> source, TreeMap::new, Collectors.counting()));
        counts.entrySet().stream().max(Map.Entry.comparingByValue()).ifPresent(most -> usual(most.getKey()));
    }

    /**
     * Asks for what no other entry needs, where nothing says what the project asks for.
     *
     * @param needed the names that an entry says it needs
     */
    void needWhatNobodyNeeds(Set<PackageName> needed, Place place) {
        List<LockedNode> unneeded =
                locked.stream().filter(node -> !needed.contains(node.name())).toList();
        List<LockedNode> asked = unneeded.isEmpty() ? locked : unneeded;
        asked.forEach(node -> need(node, new TreeSet<>()));
        boolean all = needed.isEmpty() || unneeded.isEmpty();
        leave(
                place,
                "what the project asks for itself",
                all
                        ? "neither this file nor one beside it says; all packages are declared"
                        : "no file beside this one says; what nothing else in it needs is declared, without extras,"
                                + " which this format does not say: add extras = … where one was asked for");
    }

    /**
     * Asks for what the entries do not get of each other, where nothing says what the project asks for.
     *
     * @param optional entries that are only there for an extra of the project
     * @param extras the extras that are requested according to the lock
     */
    void needWhatNobodyNeeds(Set<LockedNode> optional, Map<PackageName, SortedSet<ExtraName>> extras, Place place) {
        List<LockedNode> installed =
                locked.stream().filter(node -> !optional.contains(node)).toList();
        leave(
                place,
                "what the project asks for itself",
                "no file beside this one says; what nothing else in it needs is declared");
        Map<PackageName, List<LockedNode>> byName = installed.stream().collect(Collectors.groupingBy(LockedNode::name));
        UnsaidWishes.of(installed, extras, python).forEach((name, wished) -> {
            List<LockedNode> nodes = byName.getOrDefault(name, List.of());
            nodes.forEach(node -> need(node, wished.extras()));
            wished.guess()
                    .ifPresent(why -> leave(
                            nodes.get(0).place(),
                            String.valueOf(nodes.get(0).name())
                                    + (wished.extras().isEmpty() ? "" : wished.extras()),
                            why));
        });
    }
}
