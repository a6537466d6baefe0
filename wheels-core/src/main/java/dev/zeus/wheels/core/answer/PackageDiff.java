// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What differs of one package between two locks.
 *
 * @param name the package
 * @param before its entries before, none where it is new
 * @param after its entries after, none where it is gone
 */
public record PackageDiff(PackageName name, List<LockedPackage> before, List<LockedPackage> after) {
    public PackageDiff {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** In one word: {@code added}, {@code removed}, {@code upgraded}, {@code downgraded} or {@code changed}. */
    public String kind() {
        if (before.isEmpty()) {
            return "added";
        }
        if (after.isEmpty()) {
            return "removed";
        }
        SortedSet<Version> old = versions(before);
        SortedSet<Version> now = versions(after);
        if (old.equals(now)) {
            return "changed";
        }
        int order = now.last().compareTo(old.last());
        return order > 0 || (order == 0 && now.first().compareTo(old.first()) > 0) ? "upgraded" : "downgraded";
    }

    /** The versions of some entries. */
    static SortedSet<Version> versions(Collection<LockedPackage> entries) {
        return entries.stream().map(LockedPackage::version).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The versions as text; empty if there are none. */
    public static String listed(Collection<LockedPackage> entries) {
        return versions(entries).stream().map(Version::toString).collect(Collectors.joining(", "));
    }

    /** The files that both have under one name, with another content: what no index should do. */
    public List<String> replaced() {
        SortedMap<String, Sha256> old = files(before);
        return files(after).entrySet().stream()
                .filter(file -> Optional.ofNullable(old.get(file.getKey()))
                        .filter(hash -> !hash.equals(file.getValue()))
                        .isPresent())
                .map(file -> file.getKey() + ": sha256 " + old.get(file.getKey()) + " -> " + file.getValue())
                .toList();
    }

    /**
     * What differs beyond versions, in a few words each; of packages that came or went there is nothing more to say.
     */
    public List<String> details() {
        if (before.isEmpty() || after.isEmpty()) {
            return List.of();
        }
        TreeMap<String, SortedSet<String>> pairs = new TreeMap<>();
        List<String> details = new ArrayList<>();
        replaced().forEach(file -> details.add("replaced " + file));
        if (kind().equals("changed")) {
            difference(files(after).keySet(), files(before).keySet()).forEach(file -> details.add("new file " + file));
            difference(files(before).keySet(), files(after).keySet())
                    .forEach(file -> details.add("without file " + file));
        }
        pairs.put("also on ", difference(targets(after), targets(before)));
        pairs.put("no longer on ", difference(targets(before), targets(after)));
        pairs.forEach((what, targets) -> {
            if (!targets.isEmpty()) {
                details.add(what + String.join(", ", targets));
            }
        });
        if (!sources(before).equals(sources(after))) {
            details.add(
                    "from " + String.join(", ", sources(after)) + " instead of " + String.join(", ", sources(before)));
        }
        return details;
    }

    private static SortedSet<String> difference(Collection<String> some, Collection<String> others) {
        SortedSet<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static SortedMap<String, Sha256> files(List<LockedPackage> entries) {
        SortedMap<String, Sha256> files = new TreeMap<>();
        entries.stream().flatMap(LockedPackage::files).forEach(file -> files.put(file.name(), file.sha256()));
        return files;
    }

    private static SortedSet<String> sources(List<LockedPackage> entries) {
        return entries.stream().map(LockedPackage::source).collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> targets(List<LockedPackage> entries) {
        return entries.stream()
                .flatMap(entry -> entry.targets().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Which target installs which version and files: what two equal entries agree on. */
    boolean differs() {
        return !installed(before).equals(installed(after));
    }

    private static SortedSet<String> installed(List<LockedPackage> entries) {
        SortedSet<String> installed = new TreeSet<>();
        for (LockedPackage entry : entries) {
            String own = entry.version() + " " + entry.source() + " ";
            entry.targets().forEach(target -> installed.add(own + target));
            entry.wheels()
                    .forEach(wheel -> wheel.targets()
                            .forEach(
                                    target -> installed.add(own + target + " " + wheel.name() + " " + wheel.sha256())));
            entry.sdist().map(LockedFile::sha256).ifPresent(hash -> installed.add(own + hash));
        }
        return installed;
    }
}
