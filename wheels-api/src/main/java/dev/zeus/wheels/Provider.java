package dev.zeus.wheels;

/** Who supplies a package of the closure. */
public enum Provider {
    /** A wheel from the declared source, locked by hash. */
    WHEEL,
    /** The package of that name in nixpkgs; it is locked for pip and uv, but no derivation is written for it. */
    NIXPKGS
}
