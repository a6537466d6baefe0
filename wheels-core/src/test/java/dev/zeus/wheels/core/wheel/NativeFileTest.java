// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.zeus.wheels.testkit.MachOBytes;
import dev.zeus.wheels.testkit.NativeBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ELF and Mach-O files, right and garbled. */
class NativeFileTest {
    private static final byte[] ELF = NativeBytes.elf("x86_64")
            .soname("libdemo.so.1")
            .needs("libc.so.6", "GLIBC_2.17", "GLIBC_2.2.5")
            .needs("libz.so.1")
            .runPath("$ORIGIN/../demo.libs")
            .imports("PyLong_FromLong", "malloc")
            .exports("PyInit_demo")
            .build();

    @Test
    void readsWhatALibraryNeeds() {
        ElfFile file = ElfFile.parse("demo.so", ELF);

        assertThat(file.machine()).isEqualTo("x86_64");
        assertThat(file.soname()).contains("libdemo.so.1");
        assertThat(file.needed()).containsExactly("libc.so.6", "libz.so.1");
        assertThat(file.runPaths()).containsExactly("$ORIGIN/../demo.libs");
        assertThat(file.versions()).containsExactly("GLIBC_2.17", "GLIBC_2.2.5");
        assertThat(file.bits()).isEqualTo(64);
        assertThat(file.versionNeeds().get("libc.so.6")).containsExactly("GLIBC_2.17", "GLIBC_2.2.5");
        assertThat(file.imported()).containsExactly("PyLong_FromLong", "malloc");
        assertThat(file.defined()).containsExactly("PyInit_demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "aarch64", "i686", "s390x", "ppc64le", "armv7l"})
    void readsEveryMachine(String machine) {
        ElfFile file = ElfFile.parse(
                "demo.so",
                NativeBytes.elf(machine).needs("libc.so.6", "GLIBC_2.4").build());

        assertThat(file.machine()).isEqualTo(machine);
        assertThat(file.needed()).containsExactly("libc.so.6");
        assertThat(file.versions()).containsExactly("GLIBC_2.4");
    }

    @ParameterizedTest
    @CsvSource({"arm64, 11, 0", "x86_64, 10, 13"})
    void readsAMacosLibrary(String machine, int major, int minor) {
        MachOFile file = MachOFile.parse(
                "demo.so", MachOBytes.thin(machine, major, minor, "@rpath/libomp.dylib", "/usr/lib/libc++.1.dylib"));

        assertThat(file.slices()).singleElement().satisfies(slice -> {
            assertThat(slice.machine()).isEqualTo(machine);
            assertThat(slice.oldest()).contains(List.of(major, minor));
            assertThat(slice.needed()).containsExactly("@rpath/libomp.dylib", "/usr/lib/libc++.1.dylib");
        });
    }

    @Test
    void readsTheSymbolsOfAMacosLibrary() {
        byte[] bytes = MachOBytes.importing("arm64", 11, 0, "PyLong_FromLong", "malloc");

        assertThat(MachOFile.parse("demo.so", bytes).slices().get(0).imported())
                .containsExactly("PyLong_FromLong", "malloc");
    }

    /** The libraries of the JDK that runs the test are as real as any. */
    @Test
    void readsARealLibrary() throws IOException {
        Path library = Path.of(System.getProperty("java.home"), "lib", "libnet.so");
        assumeThat(library).as("a JDK for Linux").exists();

        ElfFile file = ElfFile.parse("libnet.so", Files.readAllBytes(library));

        String arch = System.getProperty("os.arch");
        assertThat(file.machine()).isEqualTo(arch.equals("amd64") ? "x86_64" : arch);
        assertThat(file.needed()).contains("libjava.so", "libc.so.6");
        assertThat(file.runPaths()).contains("$ORIGIN");
        assertThat(file.imported()).contains("JNU_ThrowByName");
        assertThat(file.defined()).contains("JNI_OnLoad");
    }

    @Test
    void saysWhereAFileIsGarbled() {
        byte[] bytes = ELF.clone();
        bytes[56] = (byte) 0xff;
        bytes[57] = (byte) 0xff;

        assertThatThrownBy(() -> ElfFile.parse("demo.so", bytes))
                .hasMessageContaining("\"demo.so\" is no sound ELF file: at byte 54, it has 65535 segments");
    }

    /** A table of names that every entry of a large table points into must not be read without end. */
    @Test
    void boundsWhatAFileMakesItRead() {
        byte[] bytes = NativeBytes.elf("x86_64")
                .needs("libc.so.6", "GLIBC_2.17")
                .soname("x".repeat(2000))
                .build();
        int need = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\1\0\1\0", 256);
        assertThat(need).isPositive();
        // The one library has 65,535 versions now, each of which is the same entry.
        bytes[need + 2] = (byte) 0xff;
        bytes[need + 3] = (byte) 0xff;
        ElfFile file = ElfFile.parse("demo.so", bytes);

        assertThat(file.versions()).containsExactly("GLIBC_2.17");
    }

    @Test
    void readsAFatMacosLibrary() {
        byte[] fat = MachOBytes.fat(
                MachOBytes.thin("arm64", 11, 0, "/usr/lib/a.dylib"),
                MachOBytes.thin("x86_64", 10, 9, "/usr/lib/b.dylib"));

        assertThat(MachOFile.parse("demo.so", fat).slices())
                .extracting(MachOFile.Slice::machine)
                .containsExactly("arm64", "x86_64");
    }

    @Test
    void tellsThemFromOtherFiles() {
        byte[] javaClass = {
            (byte) 0xca,
            (byte) 0xfe,
            (byte) 0xba,
            (byte) 0xbe,
            0,
            0,
            0,
            61,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0
        };

        assertThat(MachOFile.isMachO(javaClass)).isFalse();
        assertThat(ElfFile.isElf(javaClass)).isFalse();
        assertThat(ElfFile.isElf(ELF)).isTrue();
        assertThatThrownBy(() -> ElfFile.parse("x", new byte[] {1, 2})).hasMessageContaining("X507");
        assertThatThrownBy(() -> MachOFile.parse("x", new byte[] {1, 2})).hasMessageContaining("X507");
    }

    /** Whatever is in them: an answer or one error, at once. */
    @Test
    void survivesEveryGarbledFile() {
        Random random = new Random(7);
        byte[] fat = MachOBytes.fat(
                MachOBytes.thin("arm64", 11, 0, "/usr/lib/a.dylib"), MachOBytes.importing("x86_64", 10, 9, "malloc"));
        for (byte[] right : List.of(
                ELF,
                fat,
                NativeBytes.elf("i686").needs("libc.so.6", "GLIBC_2.0").build())) {
            for (int i = 0; i < 20_000; i++) {
                byte[] bytes = right.clone();
                for (int n = random.nextInt(4); n >= 0; n--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                byte[] cut =
                        random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
                try {
                    if (ElfFile.isElf(cut)) {
                        ElfFile.parse("fuzz.so", cut);
                    } else {
                        MachOFile.parse("fuzz.so", cut);
                    }
                } catch (BrokenWheelException e) {
                    assertThat(e.problem().code()).isEqualTo("X507");
                }
            }
        }
    }
}
