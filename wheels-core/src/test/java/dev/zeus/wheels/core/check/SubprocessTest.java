// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.testkit.NeedsSh;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsSh
final class SubprocessTest {
    @TempDir
    Path directory;

    private Subprocess.Result sh(String script, Duration limit) throws IOException {
        return Subprocess.run(List.of("/bin/sh", "-c", script), directory, limit);
    }

    @Test
    void keepsTheEndOfWhatIsSaid() throws IOException {
        Subprocess.Result result = sh(
                "i=0; while [ $i -lt 9000 ]; do echo noise $i; i=$((i+1)); done; echo why >&2; exit 3",
                Duration.ofMinutes(1));

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.lastLine()).isEqualTo("why");
        assertThat(result.output()).hasSizeLessThanOrEqualTo(64 << 10);
    }

    @Test
    void stopsWhatDoesNotEnd() throws IOException {
        Subprocess.Result result = sh("sleep 600 & sleep 600", Duration.ofMillis(300));

        assertThat(result.timedOut()).isTrue();
        assertThat(result.succeeded()).isFalse();
    }

    @Test
    void hidesTheEnvironment() throws IOException {
        assertThat(sh("env", Duration.ofMinutes(1)).output().lines().map(line -> line.split("=", 2)[0]))
                .isSubsetOf("PATH", "HOME", "TMPDIR", "LC_ALL", "PWD", "OLDPWD", "SHLVL", "_")
                .contains("HOME");
    }
}
