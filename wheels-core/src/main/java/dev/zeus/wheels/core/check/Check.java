package dev.zeus.wheels.core.check;

import dev.zeus.wheels.PackageTest;
import java.util.Locale;
import java.util.Optional;

/** A question about one locked package on one target. */
public enum Check {
    /** Has the wheel the locked digest? */
    HASH(Optional.empty()),
    /** Does every reader unpack the same files of it, on every file system? */
    ARCHIVE(Optional.empty()),
    /** Does {@code RECORD} list exactly the wheel's files, with their digests (PEP 376, PEP 427)? */
    RECORD(Optional.empty()),
    /** Do its {@code WHEEL} file and its directories say what its file name says (PEP 427)? */
    WHEEL(Optional.empty()),
    /** Do name, version and requirements in the wheel agree with the lock? */
    METADATA(Optional.of(PackageTest.METADATA)),
    /** Do the wheel's tags fit the target (PEP 425, PEP 600)? */
    TAGS(Optional.of(PackageTest.ABI)),
    /** Are its compiled files for what its tags name, and is there all that they need (PEP 600, PEP 656, PEP 384)? */
    NATIVE(Optional.of(PackageTest.ABI)),
    /** Do its commands lead to modules that are there? */
    ENTRY_POINTS(Optional.empty()),
    /** Does no other package install another file in the place of one of its own? */
    COLLISION(Optional.empty()),
    /** Has it a licence that the wheel set allows (PEP 639)? */
    LICENSE(Optional.empty()),
    /** Do the user's own checks pass ({@link dev.zeus.wheels.WheelInspection})? */
    OWN(Optional.empty()),
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
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
