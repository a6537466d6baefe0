// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05.678901Z",
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:04:05.Z",
                "2026-01-02T03:04:05.1234567891Z",
                "2026-02-30T03:04:05Z",
                "2026-13-01T03:04:05Z",
                "2026-01-02T24:00:00Z",
                "2026-01-02T23:59:60Z",
                "2026-01-02T03:04:05+02:00",
                "2026-01-02 03:04:05Z",
                "0000-01-01T00:00:00.000000001Z",
                "+12026-01-02T03:04:05Z",
                "",
                "Z",
            })
    void readsAsTheJdkDoes(String text) {
        assertThat(UploadTime.parse(text)).isEqualTo(jdk(text));
    }

    @Test
    void readsRandomTextsAsTheJdkDoes() {
        Random random = new Random(1);
        String good = "2026-01-02T03:04:05.678901Z";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int n = random.nextInt(3); n >= 0; n--) {
                text.setCharAt(random.nextInt(text.length()), "0123456789-:TZ. ".charAt(random.nextInt(16)));
            }
            assertThat(UploadTime.parse(text.toString())).as(text.toString()).isEqualTo(jdk(text.toString()));
        }
    }

    private static Optional<Instant> jdk(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
