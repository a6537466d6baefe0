package dev.zeus.wheels.core.check;

import dev.zeus.wheels.PackageTest;
import java.util.Locale;
import java.util.Optional;

/** A question about one locked package on one target. */
public enum Check {
    /** Has the wheel the locked digest? */
    HASH(Optional.empty()),
    /** Does {@code RECORD} list exactly the wheel's files, with their digests (PEP 376, PEP 427)? */
    RECORD(Optional.empty()),
    /** Do name, version and requirements in the wheel agree with the lock? */
    METADATA(Optional.of(PackageTest.METADATA)),
    /** Do the wheel's tags fit the target (PEP 425, PEP 600)? */
    TAGS(Optional.of(PackageTest.ABI)),
    /** Can a Python of this machine import what the wheel installs? */
    IMPORT(Optional.of(PackageTest.IMPORT)),
    /** Does {@code importlib.metadata} of a Python of this machine report the locked version? */
    VERSION(Optional.of(PackageTest.METADATA));

    private final Optional<PackageTest> test;

    Check(Optional<PackageTest> test) {
        this.test = test;
    }

    /** The test of a declaration that asks for it; empty where it is always asked. */
    public Optional<PackageTest> test() {
        return test;
    }

    /** Its name in reports, such as {@code record}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
