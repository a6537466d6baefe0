// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.index.WheelListing;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.IndexAnswer;
import dev.zeus.wheels.core.setup.ListedWheel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What locked packages put into {@code bin}, as far as that is known.
 *
 * @param commands the commands by package; none for one that neither the cache nor its index tells about
 */
record InstalledCommands(Map<LockedPackage, List<String>> commands) {
    static final InstalledCommands NONE = new InstalledCommands(Map.of());

    InstalledCommands {
        commands = Map.copyOf(commands);
    }

    /** Of one of a package's wheels, since all of a version install the same. */
    static InstalledCommands of(Collection<LockedPackage> packages, LockRequest request, EventSink events) {
        Map<LockedPackage, List<String>> known = new HashMap<>();
        try (PackageIndexes cached = open(request, request.access().cacheOnly(), events)) {
            for (LockedPackage locked : packages) {
                locked.wheels().stream()
                        .map(wheel -> ListedWheel.of(wheel, request.directory()))
                        .flatMap(wheel ->
                                IndexAnswer.of(() -> cached.of(locked.source()).listing(wheel)).stream())
                        .findFirst()
                        .ifPresent(listing -> known.put(locked, listing.commands()));
            }
        }
        List<LockedPackage> unread =
                packages.stream().filter(locked -> !known.containsKey(locked)).toList();
        if (unread.isEmpty() || request.access().offline()) {
            return new InstalledCommands(known);
        }
        try (PackageIndexes indexes = open(request, request.access(), events)) {
            Map<LockedPackage, CompletableFuture<Optional<WheelListing>>> reading = new HashMap<>();
            unread.forEach(locked -> reading.put(locked, read(locked, indexes)));
            reading.forEach((locked, listing) -> IndexAnswer.of(() -> listing)
                    .flatMap(found -> found)
                    .ifPresent(found -> known.put(locked, found.commands())));
        }
        return new InstalledCommands(known);
    }

    private static PackageIndexes open(LockRequest request, IndexAccess access, EventSink events) {
        return access.open(request.set().sources(), request.directory(), events);
    }

    /** The first wheel that its index lists as it is locked; the lock's own word on where it is goes for nothing. */
    private static CompletableFuture<Optional<WheelListing>> read(LockedPackage locked, PackageIndexes indexes) {
        return indexes.of(locked.source())
                .page(locked.name())
                .thenCompose(page -> page.releases().wheels(locked.version()).stream()
                        .filter(listed -> locked.wheels().stream().anyMatch(wheel -> isSame(wheel, listed)))
                        .findFirst()
                        .map(listed ->
                                indexes.of(locked.source()).listing(listed).thenApply(Optional::of))
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
    }

    private static boolean isSame(LockedWheel wheel, WheelFile listed) {
        return listed.filename().equals(wheel.filename())
                && listed.sha256().filter(wheel.sha256()::equals).isPresent();
    }

    /** The commands of a package; empty where they are not known. */
    Optional<List<String>> of(LockedPackage locked) {
        return Optional.ofNullable(commands.get(locked));
    }
}
