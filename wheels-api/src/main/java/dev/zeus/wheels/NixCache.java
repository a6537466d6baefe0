// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/** Where a workflow keeps what Nix has built for the next run, such as {@link #GITHUB}. */
public enum NixCache {
    /** Nowhere. */
    NONE,
    /** In the cache of GitHub Actions. */
    GITHUB,
    /** At Cachix; the workflow reads the secret {@code CACHIX_AUTH_TOKEN}. */
    CACHIX,
    /**
     * At an Attic server; the workflow reads the variable {@code ATTIC_ENDPOINT} and the secret {@code ATTIC_TOKEN}.
     */
    ATTIC
}
