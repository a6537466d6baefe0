package com.acme.robotics;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.Wheel;

/** A pure wheel; the mathematics below it is nixpkgs'. */
@Wheel(platforms = Platform.UNIVERSAL, version = ">=0.3,<0.4")
interface Einx {
    /** Every package of nixpkgs shares it. */
    @Wheel(provider = Provider.NIXPKGS)
    interface Numpy {}

    /** Locked for whoever installs without Nix. */
    @SuppressWarnings("wheels:V214")
    @Wheel(platforms = Platform.UNIVERSAL, provider = Provider.NIXPKGS)
    interface Sympy {}
}
