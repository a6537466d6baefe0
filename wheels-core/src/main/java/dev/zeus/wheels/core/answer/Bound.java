// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import dev.zeus.wheels.python.VersionSpecifiers;

/**
 * Something that says which versions of a package may be, such as {@code "idna<4,>=2.5"} of {@code requests 2.32.5}.
 *
 * @param requirement what it says
 * @param by who says it
 * @param versions the versions that it admits
 */
public record Bound(String requirement, String by, VersionSpecifiers versions) {
    @Override
    public String toString() {
        return "\"" + requirement + "\" of " + by;
    }
}
