// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/** Which of several fitting versions is taken. */
public enum ResolutionStrategy {
    /** The highest. */
    HIGHEST,
    /** The lowest, of every package: what the declared ranges really promise. */
    LOWEST,
    /** The lowest of declared packages, the highest of all others. */
    LOWEST_DIRECT
}
