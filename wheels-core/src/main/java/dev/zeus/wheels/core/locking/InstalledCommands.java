package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.index.WheelListing;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.setup.IndexAccess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

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
                        .flatMap(wheel -> joined(cached.of(locked.source()).listing(file(wheel))).stream())
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
            List<CompletableFuture<Optional<WheelListing>>> reading = new ArrayList<>();
            unread.forEach(locked -> reading.add(read(locked, indexes)));
            for (int i = 0; i < reading.size(); i++) {
                LockedPackage locked = unread.get(i);
                joined(reading.get(i)).flatMap(found -> found).ifPresent(each -> known.put(locked, each.commands()));
            }
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
                .thenCompose(page -> page.wheels().stream()
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

    private static WheelFile file(LockedWheel wheel) {
        return new WheelFile(
                wheel.filename(),
                wheel.url(),
                Optional.of(wheel.sha256()),
                wheel.requiresPython(),
                wheel.size(),
                wheel.uploadTime(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** What was read; what could not be is not known, which is said where it matters. */
    private static <T> Optional<T> joined(CompletableFuture<T> reading) {
        try {
            return Optional.of(reading.join());
        } catch (CompletionException e) {
            return Optional.empty();
        }
    }

    /** The commands of a package; empty where they are not known. */
    Optional<List<String>> of(LockedPackage locked) {
        return Optional.ofNullable(commands.get(locked));
    }
}
