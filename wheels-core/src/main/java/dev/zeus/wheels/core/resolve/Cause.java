// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.Requirement;

/** Why an incompatibility holds. */
sealed interface Cause {
    /** A declaration requires something. */
    record Declared(RootRequirement root) implements Cause {}

    /** Versions of a package, or of its extra, require something. */
    record Depends(PackageKey owner, VersionSet versions, Requirement requirement) implements Cause {}

    /** Versions of a package cannot be used on this target. */
    record Unusable(Exclusion exclusion) implements Cause {}

    /** An extra has the version of its project. */
    record SameVersion() implements Cause {}

    /** What is tried for a better answer must be no worse than the one that there is. */
    record NoWorse() implements Cause {}

    /** It follows from two others. */
    record Derived(Incompatibility first, Incompatibility second) implements Cause {}
}
