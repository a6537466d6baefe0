// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Optional;
import java.util.Set;

/**
 * Projects that many use.
 *
 * <p>A name that is nearly one of these is mostly a misspelling, and its owner is unknown.
 */
final class KnownProjects {
    static final Set<String> KNOWN = NameTable.read("known-projects.txt");

    private static final NearNames NEAR = new NearNames();

    static {
        KNOWN.forEach(NEAR::add);
    }

    private KnownProjects() {}

    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    /** The one that a name is nearly. */
    static Optional<String> near(String name) {
        return NEAR.near(name);
    }
}
