// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.event.Subject;
import dev.zeus.wheels.core.text.WayText;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who asked for a package first, and who for that one, up to the declaration: the end of an error about a package while
 * nothing is resolved yet.
 *
 * <p>The way is that of the solver, which is the same in every run.
 */
final class Askers {
    /** A version of a package that needs another, or a declaration. */
    private record Asker(Optional<PackageName> owner, String shown) {}

    private final Map<PackageName, Asker> first = new HashMap<>();
    private final String target;

    Askers(String target) {
        this.target = target;
    }

    void declared(PackageName name, String origin) {
        first.putIfAbsent(name, new Asker(Optional.empty(), origin));
    }

    void needed(PackageName name, PackageName owner, Version version) {
        first.putIfAbsent(name, new Asker(Optional.of(owner), owner + " " + version));
    }

    /** The package with the way to it, as far as it is known. */
    Subject subject(PackageName name) {
        Subject subject = Subject.ofPackage(name.value()).on(target);
        Deque<String> way = new ArrayDeque<>();
        Set<PackageName> seen = new HashSet<>();
        way.push(name.value());
        for (PackageName at = name; seen.add(at); ) {
            Asker asker = first.get(at);
            if (asker == null) {
                break;
            }
            if (asker.owner().isEmpty()) {
                return subject.neededBy(WayText.line(List.copyOf(way), asker.shown()));
            }
            way.push(asker.shown());
            at = asker.owner().get();
        }
        return subject;
    }
}
