// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The moment of an upload as indexes write it (PEP 700), such as {@code 2026-01-02T03:04:05.678901Z}.
 *
 * <p>A page has thousands of them, all in this one form, which is read by its columns; any other goes to the JDK.
 */
final class UploadTime {
    private static final String FORM = "0000-00-00T00:00:00";

    /** Nanoseconds. */
    private static final int MOST_DIGITS = 9;

    private UploadTime() {}

    /** The moment; empty if the text is not a time. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(isUsual(text) ? usual(text) : Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isUsual(String text) {
        int last = text.length() - 1;
        if (last < FORM.length() || text.charAt(last) != 'Z' || last > FORM.length() + 1 + MOST_DIGITS) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            char form = i < FORM.length() ? FORM.charAt(i) : i == FORM.length() ? '.' : '0';
            char c = text.charAt(i);
            if (form == '0' ? c < '0' || c > '9' : c != form) {
                return false;
            }
        }
        return last != FORM.length() + 1;
    }

    private static Instant usual(String text) {
        int fraction = 0;
        int digits = text.length() - FORM.length() - 2;
        for (int i = 0; i < MOST_DIGITS; i++) {
            fraction = 10 * fraction + (i < digits ? text.charAt(FORM.length() + 1 + i) - '0' : 0);
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19),
                            fraction)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            // The end of a day and a leap second are moments all the same; the 30th of February is not.
            return Instant.parse(text);
        }
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
