// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The peers that the lock is held against, {@code uv} and a present-day {@code pip}, in a virtual environment that the
 * tests set up once under {@code target/}.
 */
record PythonTools(Path home) {

    static PythonTools install() throws IOException, InterruptedException {
        Path home = Path.of("target", "python-tools").toAbsolutePath();
        PythonTools tools = new PythonTools(home);
        if (!Files.isExecutable(tools.uv())) {
            Files.createDirectories(home);
            Command.of("python3", "-m", "venv", home).output(home);
            Command.of(home.resolve("bin/pip"), "install", "--quiet", "--upgrade", "pip", "uv")
                    .output(home);
        }
        return tools;
    }

    Path uv() {
        return home.resolve("bin/uv");
    }

    Path pip() {
        return home.resolve("bin/pip");
    }

    Path python() {
        return home.resolve("bin/python");
    }
}
