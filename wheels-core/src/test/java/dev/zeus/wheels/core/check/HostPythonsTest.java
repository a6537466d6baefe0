// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What may be on a path in the place of a Python, or of a directory of them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostPythonsTest {
    @TempDir
    Path home;

    private Path fifo(String name) throws Exception {
        Path fifo = home.resolve(name);
        Files.createDirectories(fifo.getParent());
        assertThat(new ProcessBuilder("mkfifo", "-m", "777", fifo.toString())
                        .start()
                        .waitFor())
                .isZero();
        return fifo;
    }

    @Test
    void waitsForNothingThatIsNone() throws Exception {
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("python3.12"), Path.of("python3.12"));
        Path other = Files.createDirectories(home.resolve("other/python3.12")).getParent();
        Path zero = Files.createDirectories(home.resolve("zero"));
        Files.createSymbolicLink(zero.resolve("python3.12"), Path.of("/dev/zero"));
        Path pipes = fifo("pipes/python3.12").getParent();
        Path shims = Files.createDirectories(home.resolve("pyenv/shims"));
        fifo("pyenv/versions");

        HostPythons pythons =
                new HostPythons(List.of(fifo("named"), pipes), List.of(bin, other, zero, pipes, fifo("path"), shims));

        assertThat(pythons.find("3.12")).isEmpty();
    }
}
