package dev.zeus.wheels.core;

import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.resolve.Resolution;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The versions that a target tries first: its locked ones, as far as they may stay, then those of the leader. */
record Preferences(Optional<Lock> lock, LockUpdate update) {

    Map<PackageName, List<Version>> of(Target target, Optional<Resolution> leading) {
        Map<PackageName, List<Version>> versions = new TreeMap<>();
        lock.stream()
                .flatMap(present -> present.packages().stream())
                .filter(locked -> locked.targets().contains(target.id()) && stays(locked))
                .forEach(locked -> add(versions, locked.name(), locked.version()));
        leading.ifPresent(resolution ->
                resolution.packages().forEach((name, resolved) -> add(versions, name, resolved.version())));
        return versions;
    }

    private boolean stays(LockedPackage locked) {
        if (update instanceof LockUpdate.UpgradePackages upgrade) {
            return !upgrade.names().contains(locked.name());
        }
        if (update instanceof LockUpdate.UpgradeSource upgrade) {
            return !upgrade.source().equals(locked.source());
        }
        return !(update instanceof LockUpdate.UpgradeAll);
    }

    private static void add(Map<PackageName, List<Version>> versions, PackageName name, Version version) {
        versions.computeIfAbsent(name, key -> new ArrayList<>()).add(version);
    }
}
