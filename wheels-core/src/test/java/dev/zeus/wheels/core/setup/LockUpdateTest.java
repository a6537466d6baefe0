// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.ProblemExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user's options ask for. */
class LockUpdateTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, false, Keep[]",
                "false, -, false, Keep[]",
                "-, -, true, Locked[]",
                "true, -, false, UpgradeAll[]",
                "'NumPy, pandas', -, false, 'UpgradePackages[names=[numpy, pandas]]'",
                "-, acme, false, UpgradeSource[source=acme]"
            })
    void readsOptions(String upgrade, String source, boolean locked, String update) {
        assertThat(LockUpdate.of(upgrade, source, locked)).hasToString(update);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"true, -, true", "-, acme, true", "numpy, acme, false"})
    @Proves(
            id = "fault 63",
            given = "wheels.locked, wheels.upgrade and wheels.source together",
            outcome = "D201, nothing is done")
    void refusesOptionsThatContradictEachOther(String upgrade, String source, boolean locked) {
        assertThatExceptionOfType(WheelsException.class)
                .isThrownBy(() -> LockUpdate.of(upgrade, source, locked))
                .satisfies(ProblemExample.printed("D201"))
                .withMessageContaining("[wheels/D201]");
    }

    @Test
    void namesWhatIsNoPackage() {
        assertThatExceptionOfType(WheelsException.class)
                .isThrownBy(() -> LockUpdate.of("numpy,-x", null, false))
                .satisfies(ProblemExample.printed("D202"))
                .withMessageContaining("[wheels/D202] wheels.upgrade names \"-x\"");
    }
}
