// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which part of a graph is shown, and from which side.
 *
 * @param start the package to begin with; empty for all that is declared, or that needs nothing where it is inverted
 * @param inverted whether below a package stands what needs it, instead of what it needs
 * @param depth how many levels below the first are shown
 */
public record TreeView(Optional<PackageName> start, boolean inverted, int depth) {

    /** The packages at the margin; what no other one leads to, such as a circle, begins a tree of its own. */
    List<LockedPackage> roots(LockGraph graph) {
        if (start.isPresent()) {
            return graph.packages(start.get());
        }
        List<LockedPackage> natural = inverted
                ? graph.packages().stream()
                        .filter(locked -> graph.needs(locked).isEmpty())
                        .toList()
                : graph.declared().stream().map(Declared::locked).distinct().toList();
        Set<LockedPackage> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        natural.forEach(root -> reach(graph, root, reached));
        List<LockedPackage> others = graph.packages().stream()
                .filter(locked -> {
                    boolean isNew = !reached.contains(locked);
                    reach(graph, locked, reached);
                    return isNew;
                })
                .toList();
        return Stream.concat(natural.stream(), others.stream()).toList();
    }

    /** What stands below a package. */
    List<Link> below(LockGraph graph, LockedPackage locked) {
        return inverted ? graph.neededBy(locked) : graph.needs(locked);
    }

    private void reach(LockGraph graph, LockedPackage from, Set<LockedPackage> reached) {
        ArrayDeque<LockedPackage> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            LockedPackage next = open.pop();
            if (reached.add(next)) {
                below(graph, next).forEach(link -> open.push(link.end(inverted)));
            }
        }
    }
}
