package dev.zeus.wheels.python;

/**
 * The versions between two bounds.
 *
 * @param withLow whether the lower bound itself is among them
 */
record VersionInterval(VersionBound low, boolean withLow, VersionBound high, boolean withHigh) {
    static final VersionInterval ALL = new VersionInterval(VersionBound.LOWEST, true, VersionBound.HIGHEST, true);

    boolean contains(Version version) {
        int above = version.compareTo(low);
        if (above < 0 || above == 0 && !withLow) {
            return false;
        }
        int below = version.compareTo(high);
        return below < 0 || below == 0 && withHigh;
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
}
