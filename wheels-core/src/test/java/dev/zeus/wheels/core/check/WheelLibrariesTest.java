// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.lock.LibraryFacts;
import dev.zeus.wheels.core.wheel.BrokenWheelException;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.NativeBytes;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the names in a wheel's compiled files the lock keeps. */
class WheelLibrariesTest {
    @TempDir
    Path directory;

    private LibraryFacts read(WheelBuilder wheel) throws IOException {
        BuiltWheel built = wheel.tags("cp312-cp312-manylinux_2_17_x86_64").build();
        return WheelLibraries.of(Files.write(directory.resolve(built.filename()), built.bytes()));
    }

    @ParameterizedTest
    @CsvSource({
        "libz.so.1, libz.so.1",
        "libstdc++.so.6, libstdc++.so.6",
        "libcuda.so.1, libcuda.so.1",
        "/usr/lib/libz.so.1, libz.so.1",
        "libc.so.6, ",
        "libm.so.6, ",
        "ld-linux-x86-64.so.2, ",
        "libpython3.12.so.1.0, ",
        "libown.so.1, ",
        "libinner-12ab.so, ",
    })
    void keepsWhatIsNeededOfOthers(String needs, String kept) throws IOException {
        LibraryFacts facts = read(WheelBuilder.of("demo", "1.0")
                .file("demo/_a.so", NativeBytes.elf("x86_64").needs(needs).build())
                .file(
                        "demo/libown.so.1.2",
                        NativeBytes.elf("x86_64").soname("libown.so.1").build())
                .file("demo.libs/libinner-12ab.so", NativeBytes.elf("x86_64").build()));
        assertThat(String.join(" ", facts.needed())).isEqualTo(kept == null ? "" : kept);
    }

    @ParameterizedTest
    @CsvSource({
        "torch/lib/libtorch.so, '', libtorch.so",
        "torch/lib/libtorch.so.2.1, libtorch.so.2, libtorch.so.2 libtorch.so.2.1",
        "shiboken/libshiboken.abi3.so.6.8, '', libshiboken.abi3.so.6.8",
        "demo/_core.so, '', ''",
        "demo/libcore.cpython-312-x86_64-linux-gnu.so, '', ''",
        "demo/libcore.abi3.so, '', ''",
        "demo.libs/libz-12ab.so.1, libz-12ab.so.1, ''",
    })
    void keepsWhatOthersMayNeed(String path, String soname, String kept) throws IOException {
        NativeBytes file = NativeBytes.elf("x86_64");
        LibraryFacts facts = read(
                WheelBuilder.of("demo", "1.0").file(path, (soname.isEmpty() ? file : file.soname(soname)).build()));
        assertThat(String.join(" ", facts.provided())).isEqualTo(kept);
    }

    @Test
    void asManyNamesAsAWheelLikesAreRefused() {
        WheelBuilder wheel = WheelBuilder.of("demo", "1.0");
        for (int i = 0; i < 87; i++) {
            NativeBytes file = NativeBytes.elf("x86_64");
            for (int j = 0; j < 23; j++) {
                file = file.needs("lib" + i + "x" + j + ".so");
            }
            wheel = wheel.file("demo/_" + i + ".so", file.build());
        }
        WheelBuilder greedy = wheel;
        assertThatThrownBy(() -> read(greedy))
                .isInstanceOf(BrokenWheelException.class)
                .hasMessageContaining("[wheels/X507]")
                .hasMessageContaining("2001 libraries");
    }

    @ParameterizedTest
    @CsvSource({"300, x", "5, '\t'"})
    void aNameThatNoFileHasIsRefused(int times, String text) {
        byte[] bytes = NativeBytes.elf("x86_64").needs(text.repeat(times)).build();
        assertThatThrownBy(() -> read(WheelBuilder.of("demo", "1.0").file("demo/_a.so", bytes)))
                .isInstanceOf(BrokenWheelException.class)
                .hasMessageContaining("[wheels/X507]");
    }
}
