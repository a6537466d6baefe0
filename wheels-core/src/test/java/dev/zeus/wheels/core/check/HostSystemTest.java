// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostSystemTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, x86_64-linux",
        "Linux, aarch64, aarch64-linux",
        "Mac OS X, x86_64, x86_64-darwin",
        "Mac OS X, aarch64, aarch64-darwin",
        "Windows 11, amd64, x86_64-windows",
        "Windows Server 2025, amd64, x86_64-windows",
    })
    void isNamedAsNixNamesIt(String system, String processor, String name) {
        assertThat(HostSystem.name(system, processor)).isEqualTo(name);
    }
}
