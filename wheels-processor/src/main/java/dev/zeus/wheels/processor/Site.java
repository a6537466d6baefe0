// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

/**
 * A place in the source that a mistake is reported at, such as the second element of {@code platforms}.
 *
 * <p>Rules hand sites on and never look inside: only the reader, which makes them, and the reporter know that a
 * compiler stands behind.
 */
interface Site {
    /** How the place is written in a message, such as {@code targets[1].glibc}; empty for a whole annotation. */
    String path();

    /** The place's rank in reading order, by which reports are sorted. */
    int order();
}
