// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.MachOBytes;
import dev.zeus.wheels.testkit.NativeBytes;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SoundWheelsTest {
    private static final String TAGS = "cp312-cp312-manylinux_2_17_x86_64";
    private static final NativeBytes MODULE = NativeBytes.elf("x86_64")
            .soname("_core.so")
            .needs("libc.so.6", "GLIBC_2.17", "GLIBC_2.2.5")
            .imports("PyLong_FromLong")
            .exports("PyInit__core")
            .runPath("$ORIGIN/../demo.libs");

    @TempDir
    Path directory;

    private static BuiltWheel wheel(NativeBytes module) {
        return WheelBuilder.of("demo", "1.0")
                .tags(TAGS)
                .file("demo/__init__.py", "")
                .file("demo/_core.cpython-312-x86_64-linux-gnu.so", module.build())
                .file(
                        "demo/other.dylib",
                        MachOBytes.fat(MachOBytes.thin("arm64", 11, 0), MachOBytes.thin("x86_64", 10, 13)))
                .build();
    }

    @Test
    void recallsWhatWasReadOfCompiledFiles() throws IOException {
        Path file = Files.write(
                directory.resolve("demo-1.0-" + TAGS + ".whl"), wheel(MODULE).bytes());
        try (WheelArchive archive = WheelArchive.open(file)) {
            NativeContent content = NativeContent.read(archive);
            assertThat(content.linux()).hasSize(1);
            assertThat(content.macos()).hasSize(1);
            SoundWheels.remember(file, content);
            assertThat(SoundWheels.recall(file)).contains(content);
        }
    }

    @Test
    void recallsNothingThatWasAltered() throws IOException {
        Path file = directory.resolve("demo-1.0-py3-none-any.whl");
        SoundWheels.remember(file, new NativeContent(List.of(), List.of(), Optional.empty()));
        assertThat(SoundWheels.recall(file)).isPresent();
        Path findings = directory.resolve("demo-1.0-py3-none-any.whl.findings");
        byte[] bytes = Files.readAllBytes(findings);
        bytes[bytes.length - 1] ^= 1;
        Files.write(findings, bytes);
        assertThat(SoundWheels.recall(file)).isEmpty();
        Files.write(findings, new byte[7]);
        assertThat(SoundWheels.recall(file)).isEmpty();
    }

    @Test
    void saysTheSameOfAWheelThatHasPassedBefore() throws IOException {
        BuiltWheel good = wheel(MODULE);
        List<String> first = answers(good);
        assertThat(findings()).hasSize(1);
        assertThat(answers(good))
                .isEqualTo(first)
                .anyMatch(answer -> answer.contains(" native ") && answer.endsWith("passed"));
    }

    @Test
    void judgesCompiledFilesAnew() throws IOException {
        BuiltWheel newer = wheel(NativeBytes.elf("x86_64").needs("libc.so.6", "GLIBC_2.40"));
        List<String> first = answers(newer);
        assertThat(first).anyMatch(answer -> answer.contains("C235"));
        assertThat(findings()).hasSize(1);
        assertThat(answers(newer)).isEqualTo(first);
    }

    @Test
    void neverRemembersWhatDidNotPass() throws IOException {
        BuiltWheel lying =
                WheelBuilder.of("demo", "1.0").record("demo/__init__.py,,\n").build();
        List<String> first = answers(lying);
        assertThat(first).anyMatch(answer -> answer.contains("C205"));
        assertThat(findings()).isEmpty();
        assertThat(answers(lying)).isEqualTo(first);
    }

    private List<String> answers(BuiltWheel wheel) {
        try (CheckFixture fixture = new CheckFixture(directory, BrokenWheels.LINUX)) {
            return fixture.lock(wheel).run().stream().map(CheckResult::toString).toList();
        }
    }

    private List<Path> findings() {
        return FileTree.files(directory, ".findings");
    }
}
