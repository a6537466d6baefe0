// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import dev.zeus.wheels.core.lock.LockedPackage;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why one locked version of a package is there, and why no other.
 *
 * @param locked the version
 * @param bounds who bounds it
 * @param unread who needs it with requirements that the cache does not have
 * @param elsewhere of each target of the lock that does not install it, by its id, what is so there
 * @param outlook whether it could be newer; empty where the cache does not have the releases
 */
public record Reasons(
        LockedPackage locked,
        List<Bound> bounds,
        List<String> unread,
        SortedMap<String, String> elsewhere,
        Optional<Outlook> outlook) {
    public Reasons {
        bounds = List.copyOf(bounds);
        unread = List.copyOf(unread);
        elsewhere = Collections.unmodifiableSortedMap(new TreeMap<>(elsewhere));
    }
}
