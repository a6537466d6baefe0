// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/** Where the undeclared rest of a closure comes from. */
public enum DependencyPolicy {
    /** Wheels of the source that the depending package came from. */
    WHEELS,
    /** nixpkgs where its version satisfies the requirement, wheels otherwise. */
    NIXPKGS_FIRST
}
