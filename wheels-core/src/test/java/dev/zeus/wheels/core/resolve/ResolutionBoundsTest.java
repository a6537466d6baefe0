// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.testkit.ProblemExample;
import org.junit.jupiter.api.Test;

/** Both sides of each bound. */
final class ResolutionBoundsTest {
    @Test
    void versionsWithoutUsableMetadataAreCountedByPackage() {
        ResolutionBounds bounds = new ResolutionBounds();
        for (int i = 0; i < ResolutionBounds.MOST_UNUSABLE; i++) {
            bounds.unusable(PackageName.parse("one"), "garbled");
            bounds.unusable(PackageName.parse("two"), "garbled");
        }
        assertThatThrownBy(() -> bounds.unusable(PackageName.parse("one"), "no Name"))
                .satisfies(ProblemExample.printed("R208"))
                .hasMessageContaining("[wheels/R208]")
                .hasMessageContaining("\"one\"")
                .hasMessageContaining("no Name");
        assertThatCode(() -> bounds.unusable(PackageName.parse("three"), "garbled"))
                .doesNotThrowAnyException();
    }

    @Test
    void packagesAreCounted() {
        Requirement last = Requirement.parse("one>=1");
        assertThatCode(() -> ResolutionBounds.requireCount(ResolutionBounds.MOST_PACKAGES, last))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ResolutionBounds.requireCount(ResolutionBounds.MOST_PACKAGES + 1, last))
                .satisfies(ProblemExample.printed("R209"))
                .hasMessageContaining("[wheels/R209]")
                .hasMessageContaining("\"one>=1\"");
    }
}
