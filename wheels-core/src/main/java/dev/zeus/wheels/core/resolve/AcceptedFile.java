// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

/** Which files of a package are accepted. */
public enum AcceptedFile {
    /** A wheel that fits the target. */
    WHEEL,
    /** A pure wheel, {@code py3-none-any}. */
    PURE_WHEEL,
    /** A source distribution, from which the package is built. */
    SDIST
}
