package com.acme;

import com.acme.python.AcmeWheels;
import dev.zeus.wheels.WheelRegistry;

/** What the module provides: javac asks a provider for its constructor before anything is generated. */
public final class AcmeProvider {
    private AcmeProvider() {}

    public static WheelRegistry provider() {
        return new AcmeWheels();
    }
}
