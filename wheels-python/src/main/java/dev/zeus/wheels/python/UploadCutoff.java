// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.time.Duration;
import java.time.Instant;

/**
 * How old a file of an index must be to be used: uploaded before a moment, or long enough ago.
 *
 * <pre>{@code
 * UploadCutoff.parse("7 days").instant(now);               // a week before now
 * UploadCutoff.parse("2026-11-01").instant(now);           // 2026-11-02T00:00:00Z: that day's files are in
 * UploadCutoff.parse("2026-11-01T12:00:00Z").instant(now); // that moment
 * }</pre>
 *
 * <p>Standard: none; the upload times are those of <a href="https://peps.python.org/pep-0700/">PEP 700</a>, the forms
 * those of uv's {@code exclude-newer} and pip's {@code --uploaded-prior-to}.
 */
public sealed interface UploadCutoff {

    /** A moment. */
    record At(Instant instant) implements UploadCutoff {
        @Override
        public Instant instant(Instant now) {
            return instant;
        }
    }

    /** So long before the moment of asking. */
    record Ago(Duration age) implements UploadCutoff {
        @Override
        public Instant instant(Instant now) {
            return now.minus(age);
        }
    }

    /**
     * {@return the moment before which files must have been uploaded}
     *
     * @param now the moment that an age counts from
     */
    Instant instant(Instant now);

    /**
     * Reads an instant ({@code 2026-11-01T12:00:00Z}), a day, which is in whole and by UTC ({@code 2026-11-01}), a
     * number of minutes, hours, days or weeks ({@code 7 days}), or an ISO 8601 duration of these ({@code P7D},
     * {@code PT12H}).
     *
     * @param text the cutoff as it is written
     * @return the cutoff
     * @throws PackagingParseException if the text is none of these
     */
    static UploadCutoff parse(String text) {
        return UploadCutoffParser.parse(text);
    }
}
