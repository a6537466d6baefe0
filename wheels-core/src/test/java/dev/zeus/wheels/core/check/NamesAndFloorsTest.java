// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.python.PlatformTag.Floor;
import dev.zeus.wheels.python.WheelFilename;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.NativeBytes;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of names and floors is equal or enough, and what is not. */
class NamesAndFloorsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "libgcc_s.so.1, GCC_3.0, ''",
        "libstdc++.so.6, CXXABI_1.3.13, ''",
        "libc.so.6, GLIBC_2.17, C235",
    })
    void muslHasTheLibrariesOfTheCompilerToo(String library, String version, String code) throws IOException {
        BuiltWheel wheel = BrokenWheels.compiled(
                        "cp312-cp312-musllinux_1_2_x86_64",
                        BrokenWheels.MODULE,
                        NativeBytes.elf("x86_64").needs(library, version))
                .build();
        Path file = Files.write(directory.resolve(wheel.filename()), wheel.bytes());
        try (WheelArchive archive = WheelArchive.open(file)) {
            assertThat(NativeCheck.problems(
                            WheelFilename.parse(wheel.filename()), NativeContent.read(archive), Optional.empty()))
                    .extracting(Problem::code)
                    .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2.17, 2.28, C235",
        "2.28, 2.28, ''",
        "2.39, 2.28, ''",
    })
    void theFloorOfTheTargetDecides(String floor, String needed, String code) throws IOException {
        WheelFilename name = WheelFilename.parse("demo-1.0-cp312-cp312-manylinux_2_17_x86_64.whl");
        BuiltWheel wheel = WheelBuilder.of("demo", "1.0")
                .tags("cp312-cp312-manylinux_2_17_x86_64")
                .file(
                        "demo.cpython-312-x86_64-linux-gnu.so",
                        NativeBytes.elf("x86_64")
                                .needs("libc.so.6", "GLIBC_" + needed)
                                .build())
                .build();
        Path file = Files.write(directory.resolve(wheel.filename()), wheel.bytes());
        String[] numbers = floor.split("[.]", -1);
        try (WheelArchive archive = WheelArchive.open(file)) {
            assertThat(NativeCheck.problems(
                            name,
                            NativeContent.read(archive),
                            Optional.of(new Floor(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])))))
                    .extracting(Problem::code)
                    .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "demo-1.0_cpu, ''",
        "demo-1.0+cpu, ''",
        "Demo-1.0+CPU, ''",
        "demo-1.0, C224",
        "demo-1.0_cpu2, C224",
        "other-1.0_cpu, C224"
    })
    void equalSpellingsAreEqual(String stem, String code) throws IOException {
        WheelFilename name = WheelFilename.parse("demo-1.0+cpu-py3-none-any.whl");
        Path file = directory.resolve("w.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(stem + ".dist-info/METADATA"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(stem + ".dist-info/WHEEL"));
            zip.write(
                    "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        try (WheelArchive archive = WheelArchive.open(file)) {
            assertThat(WheelFileCheck.problems(archive, name))
                    .extracting(Problem::code)
                    .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        }
    }
}
