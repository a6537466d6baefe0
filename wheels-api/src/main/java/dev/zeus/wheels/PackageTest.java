// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/** A test that is generated for a declared package and run by {@code mvn verify} and {@code nix flake check}. */
public enum PackageTest {
    /** Every module that the wheel installs at its top level can be imported. */
    IMPORT,
    /** {@code importlib.metadata} reports the locked name and version. */
    METADATA,
    /** The wheel's tags and its native libraries fit the target. */
    ABI
}
