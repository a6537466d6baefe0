// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.index.PackageIndex;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.Publisher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Who published the files of a lock, where a set wants to know.
 *
 * <p>Of files that are locked already the lock knows it; only others are asked for.
 *
 * @param present the lock that is there
 * @param asked whether the set wants to know
 */
public record Publishers(PresentLock present, boolean asked) {

    /** An entry with its publishers: those of all its files, or none where one file has none. */
    CompletableFuture<LockedPackage> of(LockedPackage entry, PackageIndex index) {
        if (!asked) {
            return CompletableFuture.completedFuture(entry);
        }
        Optional<LockedPackage> known = present.entry(entry.name(), entry.version(), entry.source())
                .filter(before -> !before.standing().publishers().isEmpty())
                .filter(before -> hashes(before).containsAll(hashes(entry)));
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(
                    by(entry, known.get().standing().publishers()));
        }
        Map<String, Sha256> files = new TreeMap<>();
        entry.files().forEach(file -> files.put(file.name(), file.sha256()));
        return index.publishers(entry.name(), files).thenApply(found -> {
            boolean all = files.keySet().stream()
                    .noneMatch(file -> found.getOrDefault(file, Set.of()).isEmpty());
            Set<Publisher> publishers = new TreeSet<>();
            found.values().forEach(publishers::addAll);
            return by(entry, all ? List.copyOf(publishers) : List.of());
        });
    }

    private static LockedPackage by(LockedPackage entry, List<Publisher> publishers) {
        return entry.with(entry.standing().publishedBy(publishers));
    }

    private static Set<Sha256> hashes(LockedPackage entry) {
        return entry.files().map(LockedFile::sha256).collect(Collectors.toCollection(HashSet::new));
    }

    /** A warning of each package whose new version does not come from those who published the locked one. */
    public static List<Problem> moved(Lock before, Lock after) {
        List<Problem> problems = new ArrayList<>();
        for (LockedPackage now : after.packages()) {
            List<LockedPackage> old = before.packages().stream()
                    .filter(each -> each.name().equals(now.name()))
                    .toList();
            boolean moves = old.stream().noneMatch(each -> hashes(each).containsAll(hashes(now)));
            boolean same = old.stream()
                    .anyMatch(each ->
                            each.standing().publishers().equals(now.standing().publishers()));
            old.stream()
                    .filter(each -> !each.standing().publishers().isEmpty())
                    .reduce((first, second) -> second)
                    .filter(each -> moves && !same)
                    .ifPresent(each -> problems.add(problem(each, now)));
        }
        return problems;
    }

    private static Problem problem(LockedPackage old, LockedPackage now) {
        List<Publisher> publishers = now.standing().publishers();
        return new Problem(
                LockingProblem.OTHER_PUBLISHER,
                "\"" + now.name() + "\" " + now.version()
                        + (publishers.isEmpty() ? " says of no publisher" : " was published by " + list(publishers))
                        + ", and " + old.version() + " was published by "
                        + list(old.standing().publishers()),
                "confirm with its authors that this is intended before you commit the lock");
    }

    private static String list(List<Publisher> publishers) {
        return publishers.stream().map(Publisher::toString).collect(Collectors.joining(" and "));
    }
}
