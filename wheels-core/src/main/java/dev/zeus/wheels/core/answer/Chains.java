package dev.zeus.wheels.core.answer;

import dev.zeus.wheels.core.lock.LockedPackage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

/** The shortest ways from what is declared to a locked package. */
final class Chains {
    private Chains() {}

    /**
     * A way.
     *
     * @param declared its beginning
     * @param packages the declared package, what it needs, and so on to the package that is asked about
     */
    record Chain(Declared declared, List<LockedPackage> packages) {
        Chain {
            packages = List.copyOf(packages);
        }
    }

    /** One for each declaration that leads to a package, the shortest first. */
    static List<Chain> to(LockGraph graph, LockedPackage locked) {
        IdentityHashMap<LockedPackage, LockedPackage> next = new IdentityHashMap<>();
        List<LockedPackage> order = new ArrayList<>();
        Deque<LockedPackage> open = new ArrayDeque<>(List.of(locked));
        next.put(locked, locked);
        while (!open.isEmpty()) {
            LockedPackage one = open.remove();
            order.add(one);
            for (Link link : graph.neededBy(one)) {
                if (next.putIfAbsent(link.from(), one) == null) {
                    open.add(link.from());
                }
            }
        }
        List<Chain> chains = new ArrayList<>();
        for (LockedPackage one : order) {
            graph.declared(one).forEach(declared -> chains.add(new Chain(declared, way(next, one))));
        }
        return chains;
    }

    private static List<LockedPackage> way(IdentityHashMap<LockedPackage, LockedPackage> next, LockedPackage from) {
        List<LockedPackage> way = new ArrayList<>(List.of(from));
        LockedPackage last = from;
        for (LockedPackage then = next.getOrDefault(last, last); then != last; then = next.getOrDefault(last, last)) {
            way.add(then);
            last = then;
        }
        return way;
    }
}
