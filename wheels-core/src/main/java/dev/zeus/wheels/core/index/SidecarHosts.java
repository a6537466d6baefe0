// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which hosts serve metadata files that their index does not announce.
 *
 * <p>Some indexes serve them and say nothing, others do not have them at all. A host that has failed to have one a few
 * times, and never had one, is not asked again in this run.
 */
final class SidecarHosts {
    private static final int PATIENCE = 3;

    private final Map<String, AtomicInteger> misses = new ConcurrentHashMap<>();

    boolean isWorthAsking(URI file) {
        return misses(file).get() < PATIENCE;
    }

    void had(URI file) {
        misses(file).set(Integer.MIN_VALUE / 2);
    }

    void missed(URI file) {
        misses(file).incrementAndGet();
    }

    private AtomicInteger misses(URI file) {
        return misses.computeIfAbsent(String.valueOf(file.getHost()), host -> new AtomicInteger());
    }
}
