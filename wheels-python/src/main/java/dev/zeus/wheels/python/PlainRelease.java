// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

/**
 * Reads versions that are a release of up to three numbers in normal form, which most are: {@code 1.26.4}.
 *
 * <p>Such a version is its own normal form and its key is one number, so nothing is copied.
 */
final class PlainRelease {
    /** What {@link #head} answers where the text is anything else. */
    static final long NONE = -1;

    /** As many as a head has room for. */
    private static final int NUMBERS = 3;

    /** Seven digits have room in every place of a head but the last two, which are checked. */
    private static final int MAX_DIGITS = 7;

    private PlainRelease() {}

    /** The head of the version's key, or {@link #NONE}. */
    static long head(String text) {
        int length = text.length();
        long[] numbers = new long[NUMBERS];
        int count = 0;
        int at = 0;
        while (true) {
            int start = at;
            long number = 0;
            while (at < length && Chars.isDigit(text.charAt(at))) {
                number = number * 10 + (text.charAt(at++) - '0');
                if (at - start > MAX_DIGITS) {
                    return NONE;
                }
            }
            boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
            if (at == start || leadingZero || count == NUMBERS || number > VersionKey.largest(count)) {
                return NONE;
            }
            numbers[count++] = number;
            if (at == length) {
                return VersionKey.head(numbers[0], numbers[1], numbers[2]);
            }
            if (text.charAt(at++) != '.') {
                return NONE;
            }
        }
    }
}
