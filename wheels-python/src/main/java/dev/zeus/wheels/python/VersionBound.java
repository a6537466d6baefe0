// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Arrays;

/**
 * A place in the order of versions: that of a version, or between some.
 *
 * @param head what {@link VersionKey#head} says of the parts, compared first
 */
record VersionBound(long head, long[] parts) implements Comparable<VersionBound> {
    /** Below every version. */
    static final VersionBound LOWEST = new VersionBound(-1, new long[0]);
    /** Above every version. */
    static final VersionBound HIGHEST = new VersionBound(Long.MAX_VALUE, new long[] {Long.MAX_VALUE});

    static VersionBound of(long... parts) {
        return new VersionBound(VersionKey.head(parts), parts);
    }

    @Override
    public int compareTo(VersionBound other) {
        return head == other.head ? Arrays.compare(parts, other.parts) : Long.compare(head, other.head);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionBound that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts);
    }
}
