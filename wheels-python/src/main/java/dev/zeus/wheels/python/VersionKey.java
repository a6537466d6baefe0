// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Arrays;

/**
 * A version's place in the order, as numbers that compare from left to right.
 *
 * <p>Layout: epoch, release without trailing zeros, {@link #END}, pre-release rank and number, post number or
 * {@link #NO_POST}, dev number or {@link #NO_DEV}, then each local segment after its marker. Two keys compare as their
 * versions do, so comparing is one pass over longs however the versions are written.
 */
final class VersionKey {
    static final long END = -1;
    static final long PRE_DEV = 0;
    static final long PRE_NONE = 4;
    static final long NO_POST = -1;
    static final long NO_DEV = Long.MAX_VALUE;
    static final long LOCAL_TEXT = 1;
    static final long LOCAL_NUMBER = 2;
    static final long AFTER_LOCALS = 3;
    static final long AFTER_POSTS = Long.MAX_VALUE;

    /** The parts of a version that is all head. */
    static final long[] PLAIN = {};

    /** Numbers of more than 18 digits are this plus their count of digits, followed by the digits in groups. */
    private static final long LONG_NUMBER = 1L << 62;

    /** Every number of 18 decimal digits is a long. */
    private static final int GROUP = 18;

    /** How many bits of the head the first three numbers of a release have, and where they lie. */
    private static final int[] BITS = {26, 20, 17};

    private static final int[] SHIFTS = {37, 17, 0};

    private long[] values = new long[12];
    private int size;

    int size() {
        return size;
    }

    void shrink(int newSize) {
        size = newSize;
    }

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    /** Adds the number written in decimal digits; whether it is more than zero. */
    boolean addNumber(String text, int start, int end) {
        int first = start;
        while (first < end && text.charAt(first) == '0') {
            first++;
        }
        int digits = end - first;
        if (digits <= GROUP) {
            long value = group(text, first, end);
            add(value);
            return value > 0;
        }
        add(LONG_NUMBER + digits);
        for (int i = first; i < end; i += GROUP) {
            add(group(text, i, Math.min(end, i + GROUP)));
        }
        return true;
    }

    /** Adds lower case letters and digits, seven to a number. */
    void addText(CharSequence text, int start, int end) {
        for (int i = start; i < end; i += 7) {
            long packed = 0;
            for (int j = i; j < i + 7; j++) {
                packed = packed << 8 | (j < end ? text.charAt(j) : 0);
            }
            add(packed);
        }
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /**
     * The first three numbers of a release as one number: versions whose heads differ are in the order of their heads.
     * A number that does not fit counts as the largest that does, and those after it are left out, so that only the
     * parts decide.
     */
    static long head(long... parts) {
        if (parts[0] != 0) {
            return Long.MAX_VALUE;
        }
        long head = 0;
        for (int i = 0; i < BITS.length && parts[i + 1] != END; i++) {
            long largest = (1L << BITS[i]) - 1;
            // The end of a release comes before a zero that follows.
            long number = Math.min(parts[i + 1] + 1, largest);
            head |= number << SHIFTS[i];
            if (number == largest) {
                break;
            }
        }
        return head;
    }

    /** The largest number that has room at a place of the head. */
    static long largest(int place) {
        return (1L << BITS[place]) - 3;
    }

    /** The head of a release of three numbers that have room, of which the last may be zeros. */
    static long head(long major, long minor, long micro) {
        if (micro != 0) {
            return (major + 1) << SHIFTS[0] | (minor + 1) << SHIFTS[1] | micro + 1;
        }
        if (minor != 0) {
            return (major + 1) << SHIFTS[0] | (minor + 1) << SHIFTS[1];
        }
        return major == 0 ? 0 : (major + 1) << SHIFTS[0];
    }

    /** Whether a version of these parts is all head: a release of up to three numbers that have room, and no more. */
    static boolean isPlain(long... parts) {
        int end = 1;
        while (parts[end] != END) {
            if (end > BITS.length || parts[end] + 1 >= (1L << BITS[end - 1]) - 1) {
                return false;
            }
            end++;
        }
        return parts[0] == 0
                && parts.length == end + 4
                && parts[end + 1] == PRE_NONE
                && parts[end + 2] == NO_POST
                && parts[end + 3] == NO_DEV;
    }

    /** The parts of a version that is all head. */
    static long[] parts(long head) {
        long[] parts = new long[BITS.length + 5];
        int size = 1;
        for (int i = 0; i < BITS.length; i++) {
            long number = head >>> SHIFTS[i] & (1L << BITS[i]) - 1;
            if (number == 0) {
                break;
            }
            parts[size++] = number - 1;
        }
        parts[size++] = END;
        parts[size++] = PRE_NONE;
        parts[size++] = NO_POST;
        parts[size++] = NO_DEV;
        return Arrays.copyOf(parts, size);
    }

    private static long group(String text, int start, int end) {
        long value = 0;
        for (int i = start; i < end; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }
}
