// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names that no two environments of a set share, each with its place, so that both places of a duplicate are named. */
final class SeenInSet {
    private record Place(Site site, String owner) {}

    private final Map<String, Place> places = new HashMap<>();

    /**
     * Remembers a name, and answers where it stood before, such as {@code applications[0] of com.acme.Service}; empty
     * for a new one.
     */
    Optional<String> put(String name, Site site, String owner) {
        return Optional.ofNullable(places.putIfAbsent(name, new Place(site, owner)))
                .map(before ->
                        before.owner.equals(owner) ? before.site.path() : before.site.path() + " of " + before.owner);
    }
}
