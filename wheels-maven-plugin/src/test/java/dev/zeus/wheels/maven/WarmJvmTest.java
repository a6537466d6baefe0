// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmJvmTest {
    private static final Instant BUILD = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, false", "2, false", "30, false", "31, true", "86400, true", "-1, false"})
    void aJvmIsWarmThatWasThereBeforeTheBuild(long secondsBefore, boolean warm) {
        assertThat(WarmJvm.is(Optional.of(BUILD.minusSeconds(secondsBefore)), Optional.of(BUILD)))
                .isEqualTo(warm);
    }

    @Test
    void whereNobodyKnowsItIsTakenForWarm() {
        assertThat(WarmJvm.is(Optional.empty(), Optional.of(BUILD))).isTrue();
        assertThat(WarmJvm.is(Optional.of(BUILD), Optional.empty())).isTrue();
    }
}
