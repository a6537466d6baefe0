// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.Acme;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRootsTest {
    private static final String SOURCE = """
            package com.acme;

            // No class Numpy here.
            @Wheel(source = "pypi")
            public final class Numpy {
                @Wheel(source = "pypi") enum Nested { }
                record Deep() {
                    @Wheel interface Inner{}
                }
                interface Other {
                    @Wheel interface Inner{}
                }
            }
            interface Beside {
                @Wheel interface Inner{}
            }
            """;

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com.acme.Numpy | com.acme.Numpy (src/com/acme/Numpy.java:5)",
                "com.acme.Numpy.Nested | com.acme.Numpy.Nested (src/com/acme/Numpy.java:6)",
                "com.acme.Numpy.Deep.Inner | com.acme.Numpy.Deep.Inner (src/com/acme/Numpy.java:8)",
                "com.acme.Numpy.Lost | com.acme.Numpy.Lost (src/com/acme/Numpy.java)",
                "com.acme.Absent | com.acme.Absent (@Wheel)",
                "com.acme.Numpy$Nested | com.acme.Numpy.Nested (src/com/acme/Numpy.java:6)",
                "com.acme.Numpy$Deep$Inner | com.acme.Numpy.Deep.Inner (src/com/acme/Numpy.java:8)",
                "com.acme.Numpy$Other$Inner | com.acme.Numpy.Other.Inner (src/com/acme/Numpy.java:11)",
                "com.acme.Beside | com.acme.Beside (src/com/acme/Numpy.java:14)",
                "com.acme.Beside$Inner | com.acme.Beside.Inner (src/com/acme/Numpy.java:15)",
                "elsewhere.Absent | elsewhere.Absent (@Wheel)",
                "com.acme.Odd | com.acme.Odd (src/com/acme/Odd.java)",
            })
    void namesFileAndLine(String type, String origin) throws IOException {
        write("Numpy", SOURCE.getBytes(StandardCharsets.UTF_8));
        write("Odd", new byte[] {(byte) 0xff, '\n'});

        assertThat(new SourceRoots(home, List.of(home.resolve("none"), home.resolve("src"))).origin(type))
                .isEqualTo(origin);
    }

    @Test
    void anExplanationBeginsAtTheDeclaration() throws IOException {
        write("numpy", "package com.acme;\n\n@Wheel\nclass numpy {}\n".getBytes(StandardCharsets.UTF_8));
        try (LoopbackIndex index = LoopbackIndex.start()) {
            index.add(WheelBuilder.of("numpy", "1.0").build());
            Acme acme = new Acme(home).source("test", index.uri()).wheel("numpy", "test", ">=2");

            WheelsException error =
                    catchThrowableOfType(WheelsException.class, () -> acme.generate(new LockUpdate.Keep()));

            assertThat(error)
                    .hasMessageContaining("com.acme.numpy (src/com/acme/numpy.java:4) requires numpy>=2")
                    .hasMessageContaining("loosen \"numpy>=2\" in com.acme.numpy (src/com/acme/numpy.java:4)");
        }
    }

    /** A place without its line is still a place; what has no end is not read. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsNothingThatHasNoEnd() throws Exception {
        write("Real", "package com.acme;\ninterface Real {}\n".getBytes(StandardCharsets.UTF_8));
        Path acme = home.resolve("src/com/acme");
        assertThat(new ProcessBuilder(
                                "mkfifo",
                                acme.resolve("Fifo.java").toString(),
                                home.resolve("src/pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        Files.createSymbolicLink(acme.resolve("Zero.java"), Path.of("/dev/zero"));
        Files.createSymbolicLink(acme.resolve("Loop.java"), Path.of("Loop.java"));
        SourceRoots roots = new SourceRoots(home, List.of(home.resolve("src")));

        for (String name :
                new String[] {"com.acme.Fifo", "com.acme.Zero", "com.acme.Loop", "com.acme.None", "pipe.Any"}) {
            assertThat(roots.origin(name)).isEqualTo(name + " (@Wheel)");
        }
        assertThat(roots.origin("com.acme.Real")).isEqualTo("com.acme.Real (src/com/acme/Real.java:2)");
        assertThat(new SourceRoots(home, List.of(home.resolve("src/pipe"))).origin("com.acme.Real"))
                .isEqualTo("com.acme.Real (@Wheel)");
    }

    private void write(String type, byte[] text) throws IOException {
        Path file = home.resolve("src/com/acme/" + type + ".java");
        Files.createDirectories(file.getParent());
        Files.write(file, text);
    }
}
