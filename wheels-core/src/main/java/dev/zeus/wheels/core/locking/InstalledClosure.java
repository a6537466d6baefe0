// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a target installs of a package and of all that it leads to, with or without an extra: two that are equal give a
 * program the same modules.
 *
 * @param members each of them, by name
 */
record InstalledClosure(SortedMap<PackageName, Member> members) {

    /**
     * One package of it.
     *
     * @param file the digest of its file
     * @param requires what it requires: extra, name and extras of that
     * @param removed what of that the set does without
     * @param fromNixpkgs whether nixpkgs supplies it
     */
    record Member(
            Optional<Sha256> file, SortedSet<String> requires, SortedSet<PackageName> removed, boolean fromNixpkgs) {}

    /** That of a package; without members where the target does not install it. */
    static InstalledClosure of(OnTarget installed, PackageName name) {
        SortedMap<PackageName, Member> members = new TreeMap<>();
        Deque<PackageName> open = new ArrayDeque<>();
        open.add(name);
        while (!open.isEmpty()) {
            PackageName next = open.remove();
            Optional<LockedPackage> locked =
                    Optional.ofNullable(installed.packages().get(next));
            if (locked.isPresent() && !members.containsKey(next)) {
                members.put(next, member(installed, locked.get()));
                on(locked.get().allDependencies(), installed.target())
                        .map(LockedDependency::name)
                        .forEach(open::add);
            }
        }
        return new InstalledClosure(members);
    }

    /** The packages of a lock that a target installs, by name. */
    record OnTarget(Lock lock, String target, Map<PackageName, LockedPackage> packages) {
        static OnTarget of(Lock lock, String target) {
            Map<PackageName, LockedPackage> packages = new HashMap<>();
            lock.packages().stream()
                    .filter(locked -> locked.targets().contains(target))
                    .forEach(locked -> packages.put(locked.name(), locked));
            return new OnTarget(lock, target, packages);
        }
    }

    private static Member member(OnTarget installed, LockedPackage locked) {
        String target = installed.target();
        SortedSet<String> requires = new TreeSet<>();
        on(locked.dependencies().stream(), target).forEach(edge -> requires.add(text("", edge)));
        locked.optionalDependencies()
                .forEach((extra, edges) ->
                        on(edges.stream(), target).forEach(edge -> requires.add(text(extra.value(), edge))));
        SortedSet<PackageName> removed = new TreeSet<>();
        on(locked.departures().removed().stream(), target).forEach(edge -> removed.add(edge.name()));
        Stream<LockedFile> wheels = locked.wheels().stream()
                .filter(wheel -> wheel.targets().contains(target))
                .map(wheel -> wheel);
        return new Member(
                Stream.concat(wheels, locked.sdist().stream()).findFirst().map(LockedFile::sha256),
                requires,
                removed,
                installed
                        .lock()
                        .nixpkgs()
                        .filter(share -> share.packages().contains(locked.name()))
                        .isPresent());
    }

    private static String text(String extra, LockedDependency edge) {
        return extra
                + ':'
                + edge.name()
                + edge.extras().stream().map(ExtraName::value).toList();
    }

    private static Stream<LockedDependency> on(Stream<LockedDependency> edges, String target) {
        return edges.filter(edge -> edge.targets().contains(target));
    }
}
