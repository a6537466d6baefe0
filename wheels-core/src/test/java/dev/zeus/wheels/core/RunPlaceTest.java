// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunPlaceTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private static Duration idle(Optional<Boolean> daemon, Map<String, String> environment) {
        return RunPlace.of(true, daemon, environment).idle();
    }

    @Test
    void aProcessStaysUnlessThisIsACi() {
        assertThat(idle(Optional.empty(), Map.of())).isEqualTo(TEN_MINUTES);
        assertThat(idle(Optional.empty(), Map.of("CI", "false"))).isEqualTo(TEN_MINUTES);
        assertThat(idle(Optional.empty(), Map.of("CI", "true"))).isZero();
    }

    @Test
    void whatIsAskedForGoesFirst() {
        assertThat(idle(Optional.of(true), Map.of("CI", "true"))).isEqualTo(TEN_MINUTES);
        assertThat(idle(Optional.of(false), Map.of())).isZero();
    }

    @Test
    void noneStaysWhereNoneIsStarted() {
        assertThat(RunPlace.of(false, Optional.of(true), Map.of())).isEqualTo(RunPlace.HERE);
    }
}
