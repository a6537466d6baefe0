// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of this machine, run to its end. */
record Command(List<String> words) {
    private static final long MINUTES = 15;

    static Command of(Object... words) {
        return new Command(List.of(words).stream().map(Object::toString).toList());
    }

    /** Its standard output; fails with everything it printed where its exit code is not 0. */
    String output(Path directory) throws IOException, InterruptedException {
        Path errors = directory.resolve("stderr.txt");
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("UV_PYTHON_DOWNLOADS", "never");
        environment.put("PIP_DISABLE_PIP_VERSION_CHECK", "1");
        Process process = builder.redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                .as("%s ended", this)
                .isTrue();
        assertThat(process.exitValue())
                .as("%s: %s%n%s", this, output, java.nio.file.Files.readString(errors))
                .isZero();
        return output;
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
