// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * This machine's clock beside that of the servers, as the {@code Date} of their answers tells it.
 *
 * <p>A handshake that fails has no answer and no date, so what another server said earlier in the run has to do.
 */
final class ServerClock {
    /** Clocks differ by that much, and a date is of the moment an answer was made. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final Clock here;
    private volatile Optional<Duration> ahead = Optional.empty();
    private volatile String last = "";

    /** The text of a date, and what it means: many answers come in one second. */
    private record Read(String date, Optional<Instant> instant) {}

    private static volatile Read read = new Read("", Optional.empty());

    ServerClock(Clock here) {
        this.here = here;
    }

    /** Remembers the date of an answer; one from a cache on the way is of the past and tells nothing. */
    void see(HttpFields fields) {
        // Many answers come in one second.
        String date = fields.get("date").orElse("");
        if (!date.equals(last)) {
            date(fields).ifPresent(there -> {
                ahead = Optional.of(Duration.between(here.instant(), there));
                last = date;
            });
        }
    }

    /** What time it is at a server; empty where its answer does not tell. */
    static Optional<Instant> date(HttpFields fields) {
        String date = fields.get("date").orElse("");
        if (date.isEmpty() || date.length() > 40 || fields.get("age").isPresent()) {
            return Optional.empty();
        }
        Read known = read;
        if (!known.date().equals(date)) {
            known = new Read(date, parse(date));
            read = known;
        }
        return known.instant();
    }

    private static Optional<Instant> parse(String date) {
        try {
            DateTimeFormatter format = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);
            return Optional.of(ZonedDateTime.parse(date, format).toInstant());
        } catch (DateTimeException e) {
            // A server without a clock of its own has nothing to say of ours.
            return Optional.empty();
        }
    }

    /** Whether a server has confirmed this machine's clock. */
    boolean isHere() {
        return ahead.filter(ServerClock::isSmall).isPresent();
    }

    /** What is known of the time, for a message. */
    String said() {
        Instant now = here.instant().truncatedTo(ChronoUnit.SECONDS);
        String mine = "this machine's clock says " + now;
        return ahead.map(difference -> isSmall(difference)
                        ? mine + ", as do other servers"
                        : mine + " where another server says "
                                + now.plus(difference).truncatedTo(ChronoUnit.MINUTES))
                .orElse(mine);
    }

    private static boolean isSmall(Duration difference) {
        return difference.abs().compareTo(TOLERANCE) < 0;
    }
}
