// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Other files between class files. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CompiledDeclarationsTest {
    @TempDir
    Path classes;

    @Test
    void readsNothingThatHasNoEnd() throws IOException, InterruptedException {
        Path own = Path.of("CompiledDeclarationsTest.class");
        Files.copy(CompiledDeclarationsTest.class.getResourceAsStream(own.toString()), classes.resolve(own));
        assertThat(new ProcessBuilder("mkfifo", classes.resolve("Fifo.class").toString())
                        .start()
                        .waitFor())
                .isZero();
        Files.createSymbolicLink(classes.resolve("Zero.class"), Path.of("/dev/zero"));
        Files.createSymbolicLink(classes.resolve("Loop.class"), Path.of("Loop.class"));
        Files.createDirectory(classes.resolve("Folder.class"));

        assertThat(CompiledDeclarations.in(classes)).isNotNull();
        assertThat(CompiledDeclarations.in(classes.resolve("Fifo.class"))).isNotNull();
    }
}
