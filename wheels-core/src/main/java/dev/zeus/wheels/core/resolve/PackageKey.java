// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;

/** What the solver gives a version to. */
sealed interface PackageKey {
    /** All declarations together; has one version. */
    record Root() implements PackageKey {
        // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Root;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** A project on an index. */
    record Project(PackageName name) implements PackageKey {
        // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Project that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** An extra of a project: a package of its own, always in the project's version, with the extra's requirements. */
    record Extra(PackageName name, ExtraName extra) implements PackageKey {
        // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Extra that && name.equals(that.name) && extra.equals(that.extra);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + extra.hashCode();
        }
    }

    Root ROOT = new Root();
}
