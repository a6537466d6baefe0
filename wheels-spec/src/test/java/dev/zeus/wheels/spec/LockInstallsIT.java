// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The committed lock is a standard one: pip and uv install it as it is, into an environment that {@code pip check}
 * likes.
 */
final class LockInstallsIT {
    private static final Path LOCK =
            Path.of("..", "generated", "pylock.toml").toAbsolutePath().normalize();

    private static PythonTools tools;

    @TempDir
    Path home;

    @BeforeAll
    static void installTools() throws Exception {
        tools = PythonTools.install();
    }

    @Test
    void uvInstallsIt() throws Exception {
        Path python = environment("uv-environment");
        Command.of(tools.uv(), "pip", "sync", "--quiet", "--python", python, LOCK)
                .output(home);
        assertWorks(python);
    }

    @Test
    void pipInstallsIt() throws Exception {
        Path python = environment("pip-environment");
        Command.of(tools.pip(), "--python", python, "install", "--quiet", "--requirement", LOCK)
                .output(home);
        assertWorks(python);
    }

    private Path environment(String name) throws Exception {
        Command.of(tools.python(), "-m", "venv", "--without-pip", home.resolve(name))
                .output(home);
        return home.resolve(name).resolve("bin/python");
    }

    private void assertWorks(Path python) throws Exception {
        assertThat(Command.of(tools.pip(), "--python", python, "check").output(home))
                .contains("No broken requirements found");
        List<String> imports =
                List.of("databento", "nautilus_trader", "numpy", "pandas", "requests", "fastapi", "uvicorn");
        Command.of(python, "-I", "-c", "import " + String.join(", ", imports)).output(home);
    }
}
