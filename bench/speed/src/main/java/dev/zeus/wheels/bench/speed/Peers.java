// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What else locks the same declarations, or collects their wheels: pip and Poetry, each where it is installed (on the
 * {@code PATH}, or named by the property {@code pip} or {@code poetry}). Both ask for the Python and the machine that
 * they run on only.
 *
 * @param work their caches and what they write
 * @param root the root of the server: its pages are at {@code simple/}, and without digests at {@code unhashed/}
 */
record Peers(Path work, String root) {
    /** What both must not read of this machine, and where Poetry keeps what it has fetched. */
    Map<String, String> environment() {
        return Map.of(
                "PIP_CONFIG_FILE", "/dev/null",
                "PIP_DISABLE_PIP_VERSION_CHECK", "1",
                "POETRY_CACHE_DIR", work.resolve("poetry-cache").toString(),
                "POETRY_VIRTUALENVS_CREATE", "false",
                "PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring");
    }

    /** What a run from nothing must not find, of the one before. */
    List<Path> locks() {
        return List.of(work.resolve("pylock.toml"), work.resolve("wheels"), work.resolve("poetry"));
    }

    /** The program of a name; empty where this machine has none. */
    static Optional<String> program(String name) {
        String given = System.getProperty(name, "");
        if (!given.isEmpty()) {
            return Optional.of(given);
        }
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** {@code pip lock}, which the standard's lock file is from. */
    List<String> lock(String pip, List<String> names) {
        return pip(
                pip,
                "lock",
                "simple/",
                List.of("-o", work.resolve("pylock.toml").toString()),
                names);
    }

    /** {@code pip download}: every wheel, for one target. */
    List<String> download(String pip, List<String> names) {
        return pip(
                pip,
                "download",
                "unhashed/",
                List.of("-d", work.resolve("wheels").toString()),
                names);
    }

    private List<String> pip(String pip, String verb, String pages, List<String> options, List<String> names) {
        Uv.write(work.resolve("README"), "Of pip and Poetry.\n");
        List<String> command = new ArrayList<>(List.of(pip, verb, "--quiet", "--only-binary", ":all:", "--index-url"));
        command.addAll(
                List.of(root + pages, "--cache-dir", work.resolve("pip-cache").toString()));
        command.addAll(options);
        command.addAll(names);
        return command;
    }

    /** {@code poetry lock} of a project. */
    List<String> poetry(String poetry, List<String> names) {
        Path project = work.resolve("poetry");
        Uv.write(
                project.resolve("pyproject.toml"),
                "[project]\nname = \"bench\"\nversion = \"1\"\nrequires-python = \">=3.11,<3.14\"\ndependencies = ["
                        + names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "))
                        + "]\n[tool.poetry]\npackage-mode = false\n[[tool.poetry.source]]\nname = \"replayed\"\nurl = \""
                        + root + "simple/\"\npriority = \"primary\"\n");
        return List.of(poetry, "lock", "--quiet", "--no-interaction", "--directory", project.toString());
    }
}
