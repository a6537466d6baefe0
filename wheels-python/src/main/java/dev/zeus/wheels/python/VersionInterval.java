// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.List;

/**
 * The versions between two bounds.
 *
 * @param withLow whether the lower bound itself is among them
 */
record VersionInterval(VersionBound low, boolean withLow, VersionBound high, boolean withHigh) {
    static final VersionInterval ALL = new VersionInterval(VersionBound.LOWEST, true, VersionBound.HIGHEST, true);

    boolean contains(Version version) {
        int above = version.compareTo(low);
        if (above < 0 || (above == 0 && !withLow)) {
            return false;
        }
        int below = version.compareTo(high);
        return below < 0 || (below == 0 && withHigh);
    }

    /** The versions of both. */
    VersionInterval and(VersionInterval other) {
        int lows = low.compareTo(other.low);
        int highs = high.compareTo(other.high);
        return new VersionInterval(
                lows < 0 ? other.low : low,
                lows == 0 ? withLow && other.withLow : lows < 0 ? other.withLow : withLow,
                highs > 0 ? other.high : high,
                highs == 0 ? withHigh && other.withHigh : highs > 0 ? other.withHigh : withHigh);
    }

    boolean isEmpty() {
        int order = low.compareTo(high);
        return order > 0 || (order == 0 && !(withLow && withHigh));
    }

    /** What is left above all that the excluded runs take away from the lower end on; a gap further up stays. */
    VersionInterval without(List<VersionInterval> excluded) {
        VersionInterval rest = this;
        boolean moved = true;
        while (moved && !rest.isEmpty()) {
            moved = false;
            for (VersionInterval run : excluded) {
                if (run.takesStartOf(rest)) {
                    rest = new VersionInterval(run.high, !run.withHigh, rest.high, rest.withHigh);
                    moved = true;
                }
            }
        }
        return rest;
    }

    private boolean takesStartOf(VersionInterval other) {
        int begin = low.compareTo(other.low);
        int end = high.compareTo(other.low);
        return (begin < 0 || (begin == 0 && (withLow || !other.withLow)))
                && (end > 0 || (end == 0 && withHigh && other.withLow));
    }
}
