// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.text.Printable;

/**
 * What a file says and the declarations do not.
 *
 * @param place where it says so
 * @param what the words of the file, or what they are about
 * @param why the reason, and what to do where there is something
 */
record NotCarried(Place place, String what, String why) {
    /** The reason of what no index has. */
    static final String UNPUBLISHED = "it comes from a repository or a folder, and only wheels are declared";

    /** The same, with what to do. */
    static final String UNPUBLISHED_PACKAGE = UNPUBLISHED + "; build a wheel of it, or declare a @CustomPackage";

    private static final int SHOWN = 120;

    @Override
    public String toString() {
        return place + ": \"" + Printable.of(what, SHOWN) + "\": " + why;
    }
}
