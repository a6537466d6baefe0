// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.util.Locale;
import java.util.Optional;

/**
 * What a {@code Content-Range} header says: which bytes came, of how many.
 *
 * @param first the offset of the first byte
 * @param last the offset of the last byte
 * @param total the size of the whole file
 */
public record ContentRange(long first, long last, long total) {
    /**
     * Parses a value such as {@code bytes 5-9/20}; empty where it is anything else, the unknown total {@code *} too.
     */
    public static Optional<ContentRange> parse(String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        int dash = value.indexOf('-');
        int slash = value.indexOf('/');
        if (!value.startsWith("bytes ") || dash < 0 || slash < dash) {
            return Optional.empty();
        }
        long first = number(value.substring("bytes ".length(), dash));
        long last = number(value.substring(dash + 1, slash));
        long total = number(value.substring(slash + 1));
        return first < 0 || last < first || total <= last
                ? Optional.empty()
                : Optional.of(new ContentRange(first, last, total));
    }

    private static long number(String text) {
        String digits = text.strip();
        boolean sound =
                !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return sound ? Long.parseLong(digits) : -1;
    }
}
