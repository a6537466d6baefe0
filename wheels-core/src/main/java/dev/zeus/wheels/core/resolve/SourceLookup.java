// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.index.PackageIndex;

/** Finds the index of a declared source. */
@FunctionalInterface
public interface SourceLookup {
    /** The index of a source, by the name that declarations use, such as {@code pypi}. */
    PackageIndex of(String source);
}
