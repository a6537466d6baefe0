// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.testkit.ProblemExample;
import org.junit.jupiter.api.Test;

class ImportMojoTest {
    @Test
    void wantsAFile() {
        assertThatThrownBy(() -> new ImportMojo().perform()).satisfies(ProblemExample.printed("D236"));
    }
}
