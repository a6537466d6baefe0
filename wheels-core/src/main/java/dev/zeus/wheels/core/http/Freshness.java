// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.time.Duration;
import java.util.Locale;

/** How long an answer may be used without asking again (RFC 9111), as far as a client of indexes needs it. */
final class Freshness {
    /** Longer promises are believed for this long only. */
    static final Duration LONGEST = Duration.ofHours(1);

    private Freshness() {}

    /** Whether the answer may be kept at all. */
    static boolean mayKeep(HttpFields fields) {
        return !directives(fields).contains(",no-store,");
    }

    /** How long from now; zero where the answer says nothing. */
    static Duration of(HttpFields fields) {
        String directives = directives(fields);
        if (directives.contains(",no-cache,")) {
            return Duration.ZERO;
        }
        int start = directives.indexOf(",max-age=");
        if (start < 0) {
            return Duration.ZERO;
        }
        int from = start + ",max-age=".length();
        long age = fields.get("age").map(Freshness::seconds).orElse(0L);
        long left = seconds(directives.substring(from, directives.indexOf(',', from))) - age;
        return Duration.ofSeconds(Math.max(0, Math.min(left, LONGEST.toSeconds())));
    }

    private static String directives(HttpFields fields) {
        String value = fields.get("cache-control").orElse("").toLowerCase(Locale.ROOT);
        return "," + value.replace(" ", "").replace("\t", "").replace("\"", "") + ",";
    }

    /** The number, limited to the largest sensible one; 0 if it is not a number. */
    private static long seconds(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return digits.length() > 10 ? Integer.MAX_VALUE : Long.parseLong(digits);
    }
}
