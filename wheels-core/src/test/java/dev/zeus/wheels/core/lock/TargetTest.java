// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.python.WheelFilename;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "3.12, X86_64_LINUX,   2.39, cp312-x86_64-linux,   linux,  Linux,  x86_64",
        "3.9,  AARCH64_LINUX,  2.28, cp39-aarch64-linux,   linux,  Linux,  aarch64",
        "3.12, X86_64_LINUX_MUSL,  1.2, cp312-x86_64-linux-musl,  linux, Linux, x86_64",
        "3.12, AARCH64_LINUX_MUSL, 1.2, cp312-aarch64-linux-musl, linux, Linux, aarch64",
        "3.13, X86_64_DARWIN,  14.0, cp313-x86_64-darwin,  darwin, Darwin, x86_64",
        "3.13, AARCH64_DARWIN, 14.0, cp313-aarch64-darwin, darwin, Darwin, arm64",
    })
    void describesItsMachine(
            String python, Platform platform, String floor, String id, String os, String system, String machine) {
        Target target = new Target(python, platform, floor);

        assertThat(target.id()).isEqualTo(id);
        assertThat(target.environment().values())
                .containsAllEntriesOf(Map.of(
                        "python_version",
                        python,
                        "python_full_version",
                        python + ".0",
                        "implementation_version",
                        python + ".0",
                        "sys_platform",
                        os,
                        "platform_system",
                        system,
                        "platform_machine",
                        machine,
                        "os_name",
                        "posix",
                        "platform_version",
                        ""));
    }

    @ParameterizedTest
    @CsvSource({
        "X86_64_LINUX,   2.39, a-1-cp312-cp312-manylinux_2_39_x86_64.whl, true",
        "X86_64_LINUX,   2.39, a-1-cp312-cp312-manylinux_2_40_x86_64.whl, false",
        "X86_64_LINUX,   2.39, a-1-cp38-abi3-manylinux2014_x86_64.whl,    true",
        "X86_64_LINUX,   2.39, a-1-cp312-cp312-manylinux_2_28_aarch64.whl, false",
        "X86_64_LINUX,   2.39, a-1-cp312-cp312-musllinux_1_2_x86_64.whl,  false",
        "X86_64_LINUX,   2.39, a-1-py3-none-any.whl,                      true",
        "X86_64_LINUX_MUSL,  1.2, a-1-cp312-cp312-musllinux_1_2_x86_64.whl,    true",
        "X86_64_LINUX_MUSL,  1.2, a-1-cp312-cp312-musllinux_1_1_x86_64.whl,    true",
        "X86_64_LINUX_MUSL,  1.1, a-1-cp312-cp312-musllinux_1_2_x86_64.whl,    false",
        "X86_64_LINUX_MUSL,  1.2, a-1-cp312-cp312-manylinux_2_17_x86_64.whl,   false",
        "X86_64_LINUX_MUSL,  1.2, a-1-py3-none-any.whl,                        true",
        "AARCH64_LINUX_MUSL, 1.2, a-1-cp38-abi3-musllinux_1_2_aarch64.whl,     true",
        "AARCH64_LINUX_MUSL, 1.2, a-1-cp312-cp312-musllinux_1_2_x86_64.whl,    false",
        "AARCH64_DARWIN, 14.0, a-1-cp312-cp312-macosx_14_0_arm64.whl,     true",
        "AARCH64_DARWIN, 14.0, a-1-cp312-cp312-macosx_15_0_arm64.whl,     false",
        "AARCH64_DARWIN, 14,   a-1-cp312-cp312-macosx_11_0_universal2.whl, true",
        "X86_64_DARWIN,  14.0, a-1-cp312-cp312-macosx_11_0_arm64.whl,     false",
    })
    void acceptsWheelsDownToItsFloor(Platform platform, String floor, String wheel, boolean fits) {
        assertThat(new Target("3.12", platform, floor)
                        .tags()
                        .rank(WheelFilename.parse(wheel))
                        .isPresent())
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "AARCH64_DARWIN, 10.15, 19.0.0",
        "AARCH64_DARWIN, 11.0,  20.0.0",
        "X86_64_DARWIN,  12.3,  21.0.0",
        "AARCH64_DARWIN, 14,    23.0.0",
        "AARCH64_DARWIN, 15.0,  24.0.0",
        "AARCH64_DARWIN, 26.0,  25.0.0",
        "X86_64_LINUX,   2.39,  ''",
        "AARCH64_LINUX,  2.28,  ''",
    })
    void knowsTheKernelOfMacosOnly(Platform platform, String floor, String release) {
        Target target = new Target("3.12", platform, floor);
        assertThat(target.environment().get("platform_release")).isEqualTo(release);
        assertThat(target.unknown().contains("platform_release")).isEqualTo(release.isEmpty());
        assertThat(target.unknown()).contains("platform_version");
    }

    @Test
    void comparesPythonsAsNumbers() {
        assertThat(Stream.of("3.10", "3.9", "3.13")
                        .map(python -> new Target(python, Platform.X86_64_LINUX, "2.39"))
                        .sorted()
                        .map(Target::python))
                .containsExactly("3.9", "3.10", "3.13");
    }
}
