// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads cutoffs. */
final class UploadCutoffParser {
    private static final String EXPECTED =
            "an instant (2026-11-01T12:00:00Z), a day (2026-11-01), or an age (7 days, 12 hours, P7D)";
    private static final int MAX_LENGTH = 64;

    /** A million days are 2,700 years. */
    private static final int MAX_DIGITS = 6;

    private static final Map<String, Duration> UNITS = Map.of(
            "minute", ChronoUnit.MINUTES.getDuration(),
            "hour", ChronoUnit.HOURS.getDuration(),
            "day", ChronoUnit.DAYS.getDuration(),
            "week", ChronoUnit.WEEKS.getDuration());

    private UploadCutoffParser() {}

    static UploadCutoff parse(String written) {
        String text = Chars.strip(written);
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw new PackagingParseException("upload cutoff", written, 0, EXPECTED);
        }
        try {
            if (text.length() > 4 && text.charAt(4) == '-') {
                return new UploadCutoff.At(
                        text.indexOf('T') < 0
                                ? LocalDate.parse(text)
                                        .plusDays(1)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant()
                                : OffsetDateTime.parse(text).toInstant());
            }
            return new UploadCutoff.Ago(age(text).orElseThrow(() -> wrong(written)));
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong(written);
        }
    }

    private static Optional<Duration> age(String text) {
        if (text.charAt(0) == 'P') {
            // The last letter of a week is the one that Java's reader does not know.
            String days = text.endsWith("W") ? weeks(text) : text;
            return Optional.of(Duration.parse(days)).filter(age -> !age.isNegative());
        }
        int end = 0;
        while (end < text.length() && Chars.isDigit(text.charAt(end))) {
            end++;
        }
        if (end == 0 || end > MAX_DIGITS) {
            return Optional.empty();
        }
        long count = Long.parseLong(text.substring(0, end));
        String word = Chars.strip(text.substring(end)).toLowerCase(Locale.ROOT);
        String unit = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return Optional.ofNullable(UNITS.get(unit)).map(one -> one.multipliedBy(count));
    }

    private static String weeks(String text) {
        String digits = text.substring(1, text.length() - 1);
        boolean number = !digits.isEmpty()
                && digits.length() <= MAX_DIGITS
                && digits.chars().allMatch(c -> Chars.isDigit((char) c));
        return number ? "P" + 7 * Long.parseLong(digits) + "D" : text;
    }

    private static PackagingParseException wrong(String written) {
        return new PackagingParseException("upload cutoff", written, 0, EXPECTED);
    }
}
