// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RunPlaceTest {
    @Test
    void aProcessStaysWhereItIsToAndOneIsStarted() {
        assertThat(RunPlace.of(true, true).idle()).isEqualTo(Duration.ofMinutes(10));
        assertThat(RunPlace.of(true, false)).isEqualTo(RunPlace.forked());
        assertThat(RunPlace.forked().idle()).isZero();
        assertThat(RunPlace.of(false, true)).isEqualTo(RunPlace.HERE);
    }
}
