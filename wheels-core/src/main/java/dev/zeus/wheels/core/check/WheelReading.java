// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.WheelsException;

/**
 * How much of a wheel is read to check it: {@code -Dwheels.check.read=whole} or {@code ranges}.
 *
 * @param partsFrom wheels of this many bytes or more are read in parts, where they are not in the store and no Python
 *     of this machine could import them
 */
public record WheelReading(long partsFrom) {
    /** Every wheel is read whole. */
    public static final WheelReading WHOLE = new WheelReading(Long.MAX_VALUE);

    /** Wheels of 32 MiB or more are read in parts. */
    public static final WheelReading RANGES = new WheelReading(32L << 20);

    /**
     * Reads what the user typed.
     *
     * @throws WheelsException D207 where it is neither {@code whole} nor {@code ranges}
     */
    public static WheelReading parse(String text) {
        return switch (text) {
            case "whole" -> WHOLE;
            case "ranges" -> RANGES;
            default ->
                throw new WheelsException(
                        CheckProblem.BAD_CHECK_READ,
                        "wheels.check.read is \"" + text + "\"; expected whole or ranges",
                        "give -Dwheels.check.read=ranges, or leave it out");
        };
    }
}
