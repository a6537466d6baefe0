// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.text.Printable;
import java.util.Locale;

/**
 * One thing about the client that a user may set.
 *
 * <p>Example: {@code -Dwheels.http.retries=6}, or {@code WHEELS_HTTP_RETRIES=6} in the environment. Messages about a
 * limit name its key.
 */
public enum HttpSetting {
    /** How often a request is tried again. */
    RETRIES("retries", Unit.COUNT, 0, 3, 19),
    /** The base of the pause before another try, which doubles with each. */
    BACKOFF("backoff", Unit.MILLISECONDS, 1, 500, 30_000),
    /** The longest pause that a server may ask for. */
    LONGEST_WAIT("longestWait", Unit.SECONDS, 0, 120, 3600),
    /** How many redirects are followed. */
    REDIRECTS("redirects", Unit.COUNT, 0, 10, 50),
    /** How many connections one host is asked for at most. */
    CONNECTIONS("connections", Unit.COUNT, 1, 32, 256),
    /** How long a connection may take. */
    CONNECT_TIMEOUT("connectTimeout", Unit.SECONDS, 1, 10, 3600),
    /** How long a server may say nothing. */
    IDLE_TIMEOUT("idleTimeout", Unit.SECONDS, 1, 30, 3600),
    /** How long a small answer may take in all. */
    TOTAL_TIMEOUT("totalTimeout", Unit.SECONDS, 1, 600, 86_400),
    /** The least speed of an answer, measured over a minute. */
    LEAST_RATE("leastRate", Unit.BYTES_PER_SECOND, 0, 1000, 1_000_000),
    /** How large a project page may be, once decoded. */
    PAGE_SIZE("pageSize", Unit.MEBIBYTES, 1, 64, 100),
    /** How large any other small file, such as metadata, may be, once decoded. */
    FILE_SIZE("fileSize", Unit.MEBIBYTES, 1, 16, 100);

    /** What a value counts, and how it is kept. */
    private enum Unit {
        COUNT("", 1),
        MILLISECONDS(" ms", 1),
        SECONDS(" s", 1000),
        BYTES_PER_SECOND(" bytes a second", 1),
        MEBIBYTES(" MiB", 1 << 20);

        private final String name;
        private final long scale;

        Unit(String name, long scale) {
            this.name = name;
            this.scale = scale;
        }
    }

    private final String key;
    private final Unit unit;
    private final int least;
    private final int standard;
    private final int most;

    HttpSetting(String key, Unit unit, int least, int standard, int most) {
        this.key = "wheels.http." + key;
        this.unit = unit;
        this.least = least;
        this.standard = standard;
        this.most = most;
    }

    /** The name of the Maven property, such as {@code wheels.http.retries}. */
    public String key() {
        return key;
    }

    /** The name of the environment variable, such as {@code WHEELS_HTTP_RETRIES}. */
    public String variable() {
        return "WHEELS_HTTP_" + name();
    }

    /** What holds where nothing is set: a count, milliseconds or bytes. */
    long standard() {
        return standard * unit.scale;
    }

    /** The values that a user may write, and the one that holds where nothing is written; for the documentation. */
    String range() {
        return String.format(Locale.ROOT, "%d (%d to %d%s)", standard, least, most, unit.name);
    }

    /** A value for a message, with its key, such as {@code 30 s (wheels.http.idleTimeout)}. */
    String said(long value) {
        boolean whole = value % unit.scale == 0;
        String number = whole
                ? Long.toString(value / unit.scale)
                : String.format(Locale.ROOT, "%.1f", (double) value / unit.scale);
        return number + unit.name + " (" + key + ")";
    }

    /**
     * Parses a value as a user writes it.
     *
     * @param name the property or variable that it stands in, for the message
     * @return a count, milliseconds or bytes
     * @throws WheelsException {@code E404} if it is not a whole number in the setting's range
     */
    long parse(String name, String text) {
        String digits = text.strip();
        boolean number =
                !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = number ? Integer.parseInt(digits) : -1;
        if (value < least || value > most) {
            throw new WheelsException(
                    HttpProblem.BAD_HTTP_SETTING,
                    String.format(
                            Locale.ROOT,
                            "%s is \"%s\"; expected a whole number from %d to %d%s",
                            name,
                            Printable.of(text, 40),
                            least,
                            most,
                            unit.name),
                    "correct " + name + ", or leave it out for the default of " + standard + unit.name);
        }
        return value * unit.scale;
    }
}
