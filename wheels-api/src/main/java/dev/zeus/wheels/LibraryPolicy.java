// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/**
 * How it is known which libraries of the system the compiled Linux wheels of a set need.
 *
 * <p>Example: {@code @WheelSet(libraries = LibraryPolicy.READ, …)}.
 */
public enum LibraryPolicy {
    /** It is not asked: each gets what nearly every one needs, the libraries of the compiler and zlib. */
    COMMON,
    /**
     * It is read from the wheels, which are fetched for that when they are first locked. Each gets exactly what it
     * names, and the lock keeps it, so that a wheel is read once.
     */
    READ
}
