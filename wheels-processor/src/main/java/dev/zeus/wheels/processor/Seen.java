// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What stood in a list before, with its place, so that both places of a duplicate are named. */
final class Seen<T> {
    private final Map<T, Site> places = new HashMap<>();

    /** Remembers a value, and answers how the place is written where it stood before; empty for a new one. */
    Optional<String> put(T value, Site site) {
        return Optional.ofNullable(places.putIfAbsent(value, site)).map(Site::path);
    }
}
