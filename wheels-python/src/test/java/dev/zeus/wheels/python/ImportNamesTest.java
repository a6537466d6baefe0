// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportNamesTest {
    @ParameterizedTest
    @CsvSource({"sklearn, scikit-learn", "cv2, opencv-python", "PIL, pillow", "google_protobuf, protobuf"})
    void knowsWhoseModuleItIs(String name, String project) {
        assertThat(ImportNames.project(PackageName.parse(name))).contains(PackageName.parse(project));
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy", "scikit-learn", "attrs"})
    void takesProjectsForThemselves(String name) {
        assertThat(ImportNames.project(PackageName.parse(name))).isEmpty();
        assertThat(ImportNames.isStandard(PackageName.parse(name))).isFalse();
    }

    @Test
    void knowsPythonsOwnModules() {
        assertThat(ImportNames.isStandard(PackageName.parse("asyncio"))).isTrue();
        assertThat(ImportNames.isStandard(PackageName.parse("zoneinfo"))).isTrue();
    }
}
