// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What may be in the place of a directory. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PinnedTest {
    @TempDir
    Path home;

    @Test
    void holdsDirectoriesOnly() throws Exception {
        Path fifo = home.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        Files.createFile(home.resolve("file"));
        Files.createSymbolicLink(home.resolve("to a fifo"), fifo);
        Files.createSymbolicLink(home.resolve("loop"), Path.of("loop"));
        Files.createSymbolicLink(home.resolve("here"), home);
        for (String name : new String[] {"fifo", "file", "to a fifo", "none"}) {
            try (Pinned pinned = Pinned.open(home.resolve(name))) {
                assertThat(pinned.handle()).as(name).isEmpty();
            }
        }
        try (Pinned pinned = Pinned.open(home.resolve("here"))) {
            assertThat(pinned.handle()).isPresent();
            assertThat(pinned.isStill(home.resolve("here"))).isTrue();
        }
    }
}
