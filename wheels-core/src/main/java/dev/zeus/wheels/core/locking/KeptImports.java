// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.lock.ImportsAlone;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.locking.InstalledClosure.OnTarget;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which modules import alone, as the present lock records it: it holds for a target as long as that installs the same
 * wheel with the same requirements, and the same of all that these lead to.
 */
final class KeptImports {
    private static final int NAMED = 5;

    private final Optional<Lock> before;
    private final EventSink events;

    /** What a target installed, and what it installs now. */
    private record Installations(Optional<OnTarget> before, OnTarget now) {
        boolean areSame(PackageName name) {
            return before.filter(old -> InstalledClosure.of(old, name).equals(InstalledClosure.of(now, name)))
                    .isPresent();
        }
    }

    KeptImports(Optional<Lock> before, EventSink events) {
        this.before = before;
        this.events = events;
    }

    /** A lock with what still holds; what does not is left out, and said. */
    Lock in(Lock lock) {
        Map<PackageName, ImportsAlone> former = new TreeMap<>();
        before.ifPresent(old -> former.putAll(recorded(old)));
        Map<String, Installations> installations = new HashMap<>();
        List<LockedPackage> packages = new ArrayList<>();
        SortedSet<PackageName> dropped = new TreeSet<>();
        for (LockedPackage locked : lock.packages()) {
            ImportsAlone old = former.getOrDefault(locked.name(), ImportsAlone.NONE);
            SortedSet<String> holding = new TreeSet<>(locked.targets());
            holding.retainAll(old.recorded());
            holding.removeIf(target -> !installations
                    .computeIfAbsent(target, id -> installations(lock, id))
                    .areSame(locked.name()));
            // An entry names the modules of its first wheel, which may be that of a new target now.
            ImportsAlone kept = old.within(holding).among(locked.facts().imports());
            packages.add(locked.with(locked.facts().with(kept)));
            if (old.recorded().stream()
                    .anyMatch(target ->
                            isLocked(lock, locked, target) && !kept.on(target).equals(old.on(target)))) {
                dropped.add(locked.name());
            }
        }
        say(dropped);
        return lock.with(packages);
    }

    /** Of each package, whichever of its versions a target installs. */
    private static Map<PackageName, ImportsAlone> recorded(Lock lock) {
        Map<PackageName, ImportsAlone> recorded = new TreeMap<>();
        for (LockedPackage locked : lock.packages()) {
            ImportsAlone own = locked.facts().importsAlone();
            ImportsAlone all = recorded.getOrDefault(locked.name(), ImportsAlone.NONE);
            for (String target : own.recorded()) {
                all = all.with(target, own.on(target));
            }
            recorded.put(locked.name(), all);
        }
        return recorded;
    }

    private Installations installations(Lock lock, String target) {
        return new Installations(before.map(old -> OnTarget.of(old, target)), OnTarget.of(lock, target));
    }

    /** Whether a target is of this entry; a package that it installs no more has nothing to lose. */
    private static boolean isLocked(Lock lock, LockedPackage locked, String target) {
        return lock.ids().contains(target) && locked.targets().contains(target);
    }

    private void say(SortedSet<PackageName> dropped) {
        if (dropped.isEmpty()) {
            return;
        }
        List<String> quoted = dropped.stream().map(name -> "\"" + name + "\"").toList();
        events.accept(new WheelsEvent.Warned(new Problem(
                LockingProblem.OUTDATED_IMPORTS,
                "which modules of " + Counted.first(NAMED, quoted)
                        + " import alone was recorded with other wheels, and is left out",
                "record it again with: mvn wheels:check -Dwheels.check.recordImports")));
    }
}
