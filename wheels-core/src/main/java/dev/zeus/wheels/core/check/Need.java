// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

/** How much of a wheel must be at hand for a {@link Check} to be asked. */
enum Need {
    /** Its file name, which the lock has. */
    NAME,
    /** The directory of its archive. */
    DIRECTORY,
    /** That, and the files of its {@code .dist-info}. */
    METADATA,
    /** All of its bytes: what is read of parts of them says nothing. */
    BYTES
}
