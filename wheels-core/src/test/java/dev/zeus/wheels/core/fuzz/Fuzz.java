package dev.zeus.wheels.core.fuzz;

import java.util.Locale;

/** What Jazzer calls: the target that {@code -Dwheels.fuzz.target=page-json} names. */
public final class Fuzz {
    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("wheels.fuzz.target", "")
            .toUpperCase(Locale.ROOT)
            .replace('-', '_'));

    private Fuzz() {}

    /** Loads, and has the agent look at, what the first input would wait for. */
    public static void fuzzerInitialize() {
        TARGET.run(new byte[0]);
    }

    public static void fuzzerTestOneInput(byte[] data) {
        TARGET.run(data);
    }
}
