// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.report;

import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What happened to one package between two locks, such as {@code Updated numpy 2.4.6 -> 2.5.5}.
 *
 * @param name the package
 * @param before the versions locked before, none where it is new
 * @param after the versions locked now, none where it is gone
 */
public record LockChange(PackageName name, SortedSet<Version> before, SortedSet<Version> after) {

    /** The packages whose versions differ, by name. */
    public static List<LockChange> between(Optional<Lock> before, Lock after) {
        SortedMap<PackageName, SortedSet<Version>> old =
                before.map(LockChange::versions).orElseGet(TreeMap::new);
        SortedMap<PackageName, SortedSet<Version>> now = versions(after);
        SortedSet<PackageName> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        List<LockChange> changes = new ArrayList<>();
        for (PackageName name : names) {
            SortedSet<Version> from = old.getOrDefault(name, new TreeSet<>());
            SortedSet<Version> to = now.getOrDefault(name, new TreeSet<>());
            if (!from.equals(to)) {
                changes.add(new LockChange(name, from, to));
            }
        }
        return changes;
    }

    private static SortedMap<PackageName, SortedSet<Version>> versions(Lock lock) {
        return lock.packages().stream()
                .collect(Collectors.groupingBy(
                        LockedPackage::name,
                        TreeMap::new,
                        Collectors.mapping(LockedPackage::version, Collectors.toCollection(TreeSet::new))));
    }

    /** {@code added}, {@code removed} or {@code updated}. */
    public String kind() {
        if (before.isEmpty()) {
            return "added";
        }
        return after.isEmpty() ? "removed" : "updated";
    }

    /** Whether the newest version locked now is older than the newest before. */
    public boolean isDowngrade() {
        return !before.isEmpty() && !after.isEmpty() && after.last().compareTo(before.last()) < 0;
    }

    @Override
    public String toString() {
        return switch (kind()) {
            case "added" -> "Added " + name + " " + list(after);
            case "removed" -> "Removed " + name + " " + list(before);
            default -> "Updated " + name + " " + list(before) + " -> " + list(after);
        };
    }

    /** The same as what a run would do, such as {@code Update numpy 2.4.6 -> 2.5.5}. */
    public String imperative() {
        return switch (kind()) {
            case "added" -> "Add " + name + " " + list(after);
            case "removed" -> "Remove " + name + " " + list(before);
            default -> "Update " + name + " " + list(before) + " -> " + list(after);
        };
    }

    private static String list(SortedSet<Version> versions) {
        return versions.stream().map(Version::toString).collect(Collectors.joining(", "));
    }
}
