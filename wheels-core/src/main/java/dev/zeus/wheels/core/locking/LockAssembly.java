// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.index.PackageIndex;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Standing;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.resolve.Resolution;
import dev.zeus.wheels.core.resolve.ResolvedPackage;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Joins what each target resolved to into one lock, and asks the indexes for the facts that rendering needs.
 *
 * <p>An entry of the present lock that may stay, does: with the files it has, and without a question where its version,
 * its targets and what it needs are the same.
 */
final class LockAssembly {
    private static final String TASK = "read wheels";

    private final List<Resolution> resolutions;
    private final PackageIndexes indexes;
    private final LockedPlaces places;
    private final PresentLock present;
    private final LockUpdate update;
    private final ResolvedWays ways;
    private final Standings standings;
    private final Publishers publishers;
    private final EventSink events;

    LockAssembly(
            List<Resolution> resolutions,
            ResolvedWays ways,
            PackageIndexes indexes,
            LockedPlaces places,
            PresentLock present,
            LockUpdate update,
            boolean attestations,
            EventSink events) {
        this.resolutions = resolutions;
        this.ways = ways;
        this.indexes = indexes;
        this.places = places;
        this.present = present;
        this.update = update;
        this.standings = new Standings(present, update, events);
        this.publishers = new Publishers(present, attestations);
        this.events = events;
    }

    private record Key(PackageName name, Version version, String source) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = name.compareTo(other.name);
            if (order == 0) {
                order = version.compareTo(other.version);
            }
            return order == 0 ? source.compareTo(other.source) : order;
        }
    }

    Lock lock(LockInputs inputs, Optional<Instant> uploadedBefore) {
        SortedMap<Key, List<Installed>> packages = new TreeMap<>();
        for (Resolution resolution : resolutions) {
            resolution
                    .packages()
                    .forEach((name, resolved) -> packages.computeIfAbsent(
                                    new Key(name, resolved.version(), resolved.source()), key -> new ArrayList<>())
                            .add(new Installed(resolution.target(), resolved)));
        }
        events.accept(new WheelsEvent.Started(TASK, packages.size()));
        List<CompletableFuture<LockedPackage>> locked =
                packages.values().stream().map(this::lockedPackage).toList();
        try {
            Lock lock = new Lock(
                    inputs,
                    uploadedBefore,
                    resolutions.stream().map(Resolution::target).toList(),
                    locked.stream().map(CompletableFuture::join).toList());
            events.accept(new WheelsEvent.Finished(
                    TASK,
                    "Resolved " + Counted.of(packages.size(), "package") + " for "
                            + Counted.of(resolutions.size(), "target")));
            return lock;
        } catch (CompletionException e) {
            throw WheelsException.of(e);
        }
    }

    private CompletableFuture<LockedPackage> lockedPackage(List<Installed> installed) {
        ResolvedPackage first = installed.get(0).resolved();
        PackageIndex index = indexes.of(first.source());
        return entry(first)
                .map(entry -> index.page(first.name())
                        .thenCompose(page ->
                                entry(installed, Optional.of(new KeptFiles(entry.with(Standing.GOOD), page)))))
                .orElseGet(() -> entry(installed, Optional.empty()))
                .thenCombine(index.page(first.name()), (entry, page) -> standings.of(entry, page, installed))
                .thenCompose(entry -> publishers.of(entry, index))
                .thenApply(locked -> {
                    events.accept(new WheelsEvent.Advanced(TASK, first.name() + " " + first.version()));
                    return locked;
                })
                .exceptionally(failure -> {
                    throw ways.end(failure, first.name());
                });
    }

    private CompletableFuture<LockedPackage> entry(List<Installed> installed, Optional<KeptFiles> kept) {
        return new EntryAssembly(
                        installed, indexes.of(installed.get(0).resolved().source()), places, kept)
                .entry();
    }

    /** The entry of the present lock for this version, if it may stay. */
    private Optional<LockedPackage> entry(ResolvedPackage resolved) {
        return entry(resolved, present, update);
    }

    private static Optional<LockedPackage> entry(ResolvedPackage resolved, PresentLock present, LockUpdate update) {
        return present.entry(resolved.name(), resolved.version(), resolved.source())
                .filter(locked -> update.keeps(locked.name(), locked.source()));
    }

    /** Asks ahead for the wheels that a target installs, while other targets are still being resolved. */
    static void prefetch(Resolution leading, PackageIndexes indexes, PresentLock present, LockUpdate update) {
        Target leader = leading.target();
        leading.packages().values().forEach(resolved -> {
            boolean known = entry(resolved, present, update)
                    .filter(locked -> locked.targets().contains(leader.id()))
                    .isPresent();
            if (!known && resolved.file() instanceof WheelFile wheel) {
                var unused = indexes.of(resolved.source()).listing(wheel);
            }
        });
    }
}
