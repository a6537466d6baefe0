// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.check.ImportFailures.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnimportableModulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "setup | - | SystemExit: usage | \"setup\" is a script that builds its package, which no program imports",
                "conftest | pytest | No module named 'pytest' | \"conftest\" is a file of pytest, which no program imports",
                "part_win32 | winreg | No module named 'winreg' | \"part_win32\" is for Windows: No module named 'winreg'",
                "part | win32com.client | absent | \"part\" is for Windows: absent",
                "part | - | module 'ctypes' has no attribute 'windll' | \"part\" is for Windows: module 'ctypes' has no attribute 'windll'",
                "part | numpy | No module named 'numpy' | none",
                "part.setup | - | SystemExit: usage | none",
                "part | - | broken | none"
            })
    void knowsThemByTheirNature(String module, String absent, String said, String reason) {
        assertThat(UnimportableModules.reason(new Failure(module, absent, said)).orElse(null))
                .isEqualTo(reason);
    }
}
