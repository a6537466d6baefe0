// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.python.PackageName;

/** Lets tests of other packages answer as an index does that has no such project. */
public final class MissingProjects {
    private MissingProjects() {}

    public static NoSuchProjectException missing(PackageName name, IndexSource source) {
        return new NoSuchProjectException(name, source);
    }
}
