// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.testkit.NeedsSh;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is run for the user: what it says is kept in bounds, and it ends. */
@NeedsSh
class HostProgramTest {
    @TempDir
    Path directory;

    private Optional<HostProgram.Ended> run(String script, Duration limit) throws IOException {
        return HostProgram.run(List.of("sh", "-c", script), directory, limit);
    }

    @Test
    void keepsBothStreamsApart() throws IOException {
        assertThat(run("echo out; echo err >&2; exit 3", Duration.ofMinutes(1)))
                .contains(new HostProgram.Ended(3, "out\n", "err\n"));
    }

    /** What went wrong is said last. */
    @Test
    void keepsTheEndOfALongComplaint() throws IOException {
        HostProgram.Ended ended = run(
                        "i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done >&2; echo 'error: last' >&2",
                        Duration.ofMinutes(1))
                .orElseThrow();

        assertThat(ended.errors()).hasSize(64 << 10).endsWith("line 19999\nerror: last\n");
    }

    /** On a path may be what the locale has no characters for; a NUL is in the name of no file anywhere. */
    @Test
    void findsAProgramPastADirectoryThatCanBeNone() throws IOException {
        Path program = Files.createFile(directory.resolve("tool"));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(HostProgram.find("tool", String.join(File.pathSeparator, "a\0b", directory.toString())))
                .contains(program);
    }

    @Test
    void isStoppedAtItsLimit() throws IOException {
        assertThat(run("while :; do :; done", Duration.ofMillis(50))).isEmpty();
    }
}
