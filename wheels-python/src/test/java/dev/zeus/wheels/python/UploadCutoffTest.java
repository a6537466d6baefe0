// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of a cutoff, asked at noon of 21 November 2026. */
class UploadCutoffTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T12:00:00Z,      2026-11-01T12:00:00Z",
        "2026-11-01T12:00:00+02:00, 2026-11-01T10:00:00Z",
        "2026-11-01,                2026-11-02T00:00:00Z",
        "7 days,                    2026-11-14T12:00:00Z",
        "1 Week,                    2026-11-14T12:00:00Z",
        "12hours,                   2026-11-21T00:00:00Z",
        "0 days,                    2026-11-21T12:00:00Z",
        "P7D,                       2026-11-14T12:00:00Z",
        "P1W,                       2026-11-14T12:00:00Z",
        "PT36H,                     2026-11-20T00:00:00Z"
    })
    void reads(String text, Instant cutoff) {
        assertThat(UploadCutoff.parse(text).instant(NOW)).isEqualTo(cutoff);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "7",
                "7 months",
                "-7 days",
                "P-7D",
                "P1M",
                "2026-13-01",
                "2026-11-01T12:00",
                "1234567 days"
            })
    void refuses(String text) {
        assertThatExceptionOfType(PackagingParseException.class)
                .isThrownBy(() -> UploadCutoff.parse(text))
                .withMessageContaining("an instant")
                .satisfies(e -> assertThat(e.input()).isEqualTo(text));
    }
}
