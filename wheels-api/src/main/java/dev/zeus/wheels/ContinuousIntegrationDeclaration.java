// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;

/**
 * A workflow that checks a wheel set, and proposes upgrades.
 *
 * @param runner the labels of the runner
 * @param java the Java version that Maven runs on
 * @param installNix whether Nix is installed
 * @param cache where what Nix has built is kept
 * @param cacheName the name of the cache; empty where it needs none
 * @param upgrades when upgrades are proposed, as five fields of cron; empty for never
 * @param directory the directory that has {@code generated/}, from the root of the repository; empty for the root
 */
public record ContinuousIntegrationDeclaration(
        List<String> runner,
        int java,
        boolean installNix,
        NixCache cache,
        String cacheName,
        String upgrades,
        String directory) {
    /**
     * Copies what it is given, so that it cannot change.
     *
     * @param runner the labels of the runner
     * @param java the Java version that Maven runs on
     * @param installNix whether Nix is installed
     * @param cache where what Nix has built is kept
     * @param cacheName the name of the cache; empty where it needs none
     * @param upgrades when upgrades are proposed, as five fields of cron; empty for never
     * @param directory the directory that has {@code generated/}, from the root of the repository; empty for the root
     */
    public ContinuousIntegrationDeclaration {
        runner = List.copyOf(runner);
    }
}
