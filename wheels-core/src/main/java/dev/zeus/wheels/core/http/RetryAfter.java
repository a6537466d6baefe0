// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The {@code Retry-After} header: seconds or a date (RFC 9110, 10.2.3). */
final class RetryAfter {
    private RetryAfter() {}

    /** The pause it asks for; empty where it is negative or no such header value. */
    static Optional<Duration> parse(String text, Instant now) {
        String value = text.strip();
        if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            // Ten digits are three centuries; more would overflow and mean no more than that.
            return Optional.of(Duration.ofSeconds(Long.parseLong(value.length() > 10 ? "9999999999" : value)));
        }
        if (value.length() > 40) {
            return Optional.empty();
        }
        try {
            DateTimeFormatter format = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);
            Duration pause =
                    Duration.between(now, ZonedDateTime.parse(value, format).toInstant());
            return pause.isNegative() ? Optional.empty() : Optional.of(pause);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
