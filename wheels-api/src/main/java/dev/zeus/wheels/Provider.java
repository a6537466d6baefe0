// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/** Who supplies a package of the closure. */
public enum Provider {
    /** A wheel from the declared source, locked by hash. */
    WHEEL,
    /**
     * The source distribution of the declared source, locked by hash, which Nix builds: for what has no wheel that
     * fits. What building it needs comes from the Python package set.
     */
    SDIST,
    /** The package of that name in nixpkgs; it is locked for pip and uv, but no derivation is written for it. */
    NIXPKGS
}
