// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.LibraryPolicy;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.check.WheelLibraries;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LibraryFacts;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.core.wheel.WheelStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Notes in a lock which libraries its compiled Linux wheels need, where the set asks for that.
 *
 * <p>What the present lock says of the same files is taken over. All other wheels are fetched whole into the store that
 * checks use, too. What nixpkgs supplies is not looked at.
 */
final class LibraryReading {
    private static final String TASK = "read libraries";

    private final WheelSetDeclaration set;
    private final WheelStore store;
    private final PresentLock present;
    private final EventSink events;

    LibraryReading(WheelSetDeclaration set, WheelStore store, PresentLock present, EventSink events) {
        this.set = set;
        this.store = store;
        this.present = present;
        this.events = events;
    }

    /**
     * The lock with what is known of libraries, or without any of it.
     *
     * @throws WheelsException X308 for a wheel that is not in the cache of a run without network, X501 or X502 for one
     *     that is not the locked one, X503 or X507 for one that cannot be read
     */
    Lock read(Lock lock) {
        Map<Set<Sha256>, LibraryFacts> known = known();
        Set<String> elsewhere = elsewhere(lock);
        List<LockedPackage> packages = new ArrayList<>();
        Map<LockedPackage, List<LockedWheel>> unread = new HashMap<>();
        for (LockedPackage locked : lock.packages()) {
            List<LockedWheel> wheels = compiled(locked, lock);
            boolean asked = set.libraries() == LibraryPolicy.READ
                    && !wheels.isEmpty()
                    && !elsewhere.contains(locked.name().value());
            Optional<LibraryFacts> facts = asked ? Optional.ofNullable(known.get(digests(wheels))) : Optional.empty();
            LockedPackage entry = locked.with(locked.facts().with(facts));
            packages.add(entry);
            if (asked && facts.isEmpty()) {
                unread.put(entry, wheels);
            }
        }
        return lock.with(unread.isEmpty() ? packages : read(packages, unread));
    }

    private List<LockedPackage> read(List<LockedPackage> packages, Map<LockedPackage, List<LockedWheel>> unread) {
        int count = unread.values().stream().mapToInt(List::size).sum();
        events.accept(new WheelsEvent.Started(TASK, count));
        ExecutorService executor =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Map<LockedWheel, CompletableFuture<LibraryFacts>> reading = new HashMap<>();
            for (LockedPackage locked : packages) {
                unread.getOrDefault(locked, List.of()).forEach(wheel -> reading.put(wheel, read(wheel, executor)));
            }
            List<LockedPackage> all = new ArrayList<>();
            for (LockedPackage locked : packages) {
                Optional<List<LockedWheel>> wheels = Optional.ofNullable(unread.get(locked));
                all.add(wheels.map(list -> LibraryFacts.union(list.stream()
                                .map(reading::get)
                                .map(CompletableFuture::join)
                                .toList()))
                        .map(facts -> locked.with(locked.facts().with(Optional.of(facts))))
                        .orElse(locked));
            }
            events.accept(new WheelsEvent.Finished(TASK, "Read the libraries of " + Counted.of(count, "wheel")));
            return all;
        } catch (CompletionException e) {
            throw WheelsException.of(e);
        } finally {
            executor.shutdownNow();
        }
    }

    private CompletableFuture<LibraryFacts> read(LockedWheel wheel, ExecutorService executor) {
        return store.fetchLater(wheel.url(), wheel.sha256(), wheel.size())
                .thenApplyAsync(WheelLibraries::of, executor)
                .whenComplete((facts, problem) -> events.accept(
                        new WheelsEvent.Advanced(TASK, wheel.filename().text())));
    }

    /** What the present lock says, by the files that it says it of. */
    private Map<Set<Sha256>, LibraryFacts> known() {
        Map<Set<Sha256>, LibraryFacts> known = new HashMap<>();
        present.lock()
                .ifPresent(lock -> lock.packages()
                        .forEach(locked -> locked.facts()
                                .libraries()
                                .ifPresent(facts -> known.put(digests(compiled(locked, lock)), facts))));
        return known;
    }

    private Set<String> elsewhere(Lock lock) {
        Set<String> names = new HashSet<>();
        set.wheels().stream()
                .filter(wheel -> wheel.provider() == Provider.NIXPKGS)
                .forEach(wheel -> names.add(wheel.name()));
        lock.nixpkgs().ifPresent(share -> share.packages().forEach(name -> names.add(name.value())));
        return names;
    }

    private static List<LockedWheel> compiled(LockedPackage locked, Lock lock) {
        Set<String> linux =
                lock.targets().stream().filter(Target::isLinux).map(Target::id).collect(Collectors.toSet());
        return locked.wheels().stream()
                .filter(wheel -> !wheel.isPure() && wheel.targets().stream().anyMatch(linux::contains))
                .toList();
    }

    private static Set<Sha256> digests(List<LockedWheel> wheels) {
        return wheels.stream().map(LockedWheel::sha256).collect(Collectors.toSet());
    }
}
