// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.resolve.Resolution;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The versions that a target tries first: those of nixpkgs where it is to supply them, its locked ones, as far as they
 * may stay, then those of the leader.
 */
record Preferences(PresentLock present, LockUpdate update, Optional<NixpkgsChoice> nixpkgs) {

    Map<PackageName, List<Version>> of(Target target, Optional<Resolution> leading) {
        Map<PackageName, List<Version>> versions = new TreeMap<>();
        nixpkgs.ifPresent(choice -> choice.names()
                .forEach(name -> choice.preferred(name, target).ifPresent(version -> add(versions, name, version))));
        present.lock().stream()
                .flatMap(lock -> lock.packages().stream())
                .filter(locked -> locked.targets().contains(target.id()))
                .filter(locked -> update.keeps(locked.name(), locked.source()))
                .forEach(locked -> add(versions, locked.name(), locked.version()));
        // What is left of a lock does not say where a package came from.
        if (!(update instanceof LockUpdate.UpgradeSource)) {
            present.remains().on(target).forEach((name, found) -> {
                if (update.keeps(name, "")) {
                    found.forEach(version -> add(versions, name, version));
                }
            });
        }
        leading.ifPresent(resolution ->
                resolution.packages().forEach((name, resolved) -> add(versions, name, resolved.version())));
        return versions;
    }

    /** The files that each target keeps, by its id: the metadata that counts for it is theirs. */
    Map<String, Set<String>> files() {
        Map<String, Set<String>> files = new TreeMap<>();
        present.lock().stream()
                .flatMap(lock -> lock.packages().stream())
                .filter(locked -> update.keeps(locked.name(), locked.source()))
                .forEach(locked -> {
                    locked.wheels().forEach(wheel -> add(files, wheel.targets(), wheel.name()));
                    locked.sdist().ifPresent(sdist -> add(files, locked.targets(), sdist.name()));
                });
        return files;
    }

    private static void add(Map<String, Set<String>> files, Set<String> targets, String name) {
        targets.forEach(
                target -> files.computeIfAbsent(target, id -> new HashSet<>()).add(name));
    }

    private static void add(Map<PackageName, List<Version>> versions, PackageName name, Version version) {
        versions.computeIfAbsent(name, key -> new ArrayList<>()).add(version);
    }
}
