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

    /** Below every version. */
    static final long[] LOWEST = {};
    /** Above every version. */
    static final long[] HIGHEST = {Long.MAX_VALUE};

    /** Numbers of more than 18 digits are this plus their count of digits, followed by the digits in groups. */
    private static final long LONG_NUMBER = 1L << 62;

    private static final int GROUP = 18;

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

    private static long group(String text, int start, int end) {
        long value = 0;
        for (int i = start; i < end; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }
}
