// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import java.util.Comparator;

/**
 * A requirement as Nix sees it: a package, or the packages of one of its extras.
 *
 * @param name the attribute name
 * @param extra the extra's name, empty for the package itself
 */
record Edge(String name, String extra) implements Comparable<Edge> {
    private static final Comparator<Edge> ORDER =
            Comparator.comparing(Edge::name).thenComparing(Edge::extra);

    @Override
    public int compareTo(Edge other) {
        return ORDER.compare(this, other);
    }
}
