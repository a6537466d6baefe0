package dev.zeus.wheels.core.wheel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.testkit.NativeBytes;
import java.util.List;
import java.util.Optional;
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
            .build();

    @Test
    void readsWhatALibraryNeeds() {
        ElfFile file = ElfFile.parse("demo.so", ELF);

        assertThat(file.machine()).isEqualTo("x86_64");
        assertThat(file.soname()).contains("libdemo.so.1");
        assertThat(file.needed()).containsExactly("libc.so.6", "libz.so.1");
        assertThat(file.runPaths()).containsExactly("$ORIGIN/../demo.libs");
        assertThat(file.versions()).containsExactly("GLIBC_2.17", "GLIBC_2.2.5");
        assertThat(file.imported()).containsExactly("PyLong_FromLong", "malloc");
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
                "demo.so", NativeBytes.machO(machine, major, minor, "@rpath/libomp.dylib", "/usr/lib/libc++.1.dylib"));

        assertThat(file.slices())
                .containsExactly(new MachOFile.Slice(
                        machine,
                        Optional.of(List.of(major, minor)),
                        List.of("@rpath/libomp.dylib", "/usr/lib/libc++.1.dylib")));
    }

    @Test
    void readsAFatMacosLibrary() {
        byte[] fat = NativeBytes.fat(
                NativeBytes.machO("arm64", 11, 0, "/usr/lib/a.dylib"),
                NativeBytes.machO("x86_64", 10, 9, "/usr/lib/b.dylib"));

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
        assertThatThrownBy(() -> ElfFile.parse("x", new byte[] {1, 2})).hasMessageContaining("X505");
        assertThatThrownBy(() -> MachOFile.parse("x", new byte[] {1, 2})).hasMessageContaining("X505");
    }

    /** Whatever is in them: an answer or one error, at once. */
    @Test
    void survivesEveryGarbledFile() {
        Random random = new Random(7);
        byte[] fat = NativeBytes.fat(NativeBytes.machO("arm64", 11, 0, "/usr/lib/a.dylib"));
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
                    assertThat(e.problem().code()).isEqualTo("X505");
                }
            }
        }
    }
}
