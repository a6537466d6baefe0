// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken and hostile locks: one coded error with file and line, and nothing is written. */
class HostileLocksTest {
    private static final String EVIL = "\\\") */ class Evil {} /* ${builtins.abort \\\"x\\\"}";

    /** Of each format a lock that can be imported. */
    private static final Map<String, String> SOUND = Map.of(
            "uv.lock", """
                    version = 1
                    [[package]]
                    name = "acme"
                    source = { virtual = "." }
                    dependencies = [{ name = "idna" }]
                    [package.metadata]
                    requires-dist = [{ name = "idna", specifier = ">=3", marker = "python_version >= '3'", extras = ["x"] }]
                    [[package]]
                    name = "idna"
                    version = "3.7"
                    source = { registry = "https://pypi.org/simple" }
                    """,
            "poetry.lock", """
                    [[package]]
                    name = "idna"
                    version = "3.7"
                    optional = false
                    python-versions = ">=3"
                    groups = ["main"]
                    markers = "python_version >= '3'"
                    [package.extras]
                    fast = ["orjson (>=3)"]
                    [metadata]
                    lock-version = "2.1"
                    """,
            "pdm.lock", """
                    [metadata]
                    lock_version = "4.5.0"
                    [[package]]
                    name = "idna"
                    version = "3.7"
                    groups = ["default"]
                    requires_python = ">=3"
                    marker = "python_version >= '3'"
                    dependencies = ["certifi>=1"]
                    """,
            "pylock.toml", """
                    lock-version = "1.0"
                    created-by = "uv"
                    environments = ["python_version >= '3'"]
                    [[packages]]
                    name = "idna"
                    version = "3.7"
                    index = "https://pypi.org/simple"
                    marker = "python_version >= '3'"
                    requires-python = ">=3"
                    """,
            "Pipfile.lock", """
                    {
                     "_meta": {"pipfile-spec": 6, "sources": [{"name": "pypi", "url": "https://pypi.org/simple"}]},
                     "default": {
                      "idna": {"version": "==3.7", "markers": "python_version >= '3'"}
                     }
                    }
                    """,
            "Pipfile", """
                    [packages]
                    idna = {version = ">=3", markers = "python_version >= '3'", extras = ["x"]}
                    """);

    @TempDir
    Path home;

    private void run(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.writeString(file, text);
        Import.run(new ImportRequest(
                file,
                home.resolve("src"),
                "com.acme.python",
                home.resolve("generated"),
                Optional.of("3.12"),
                Optional.empty(),
                Set.of()));
    }

    static Stream<Arguments> broken() {
        List<Arguments> broken = new ArrayList<>();
        SOUND.forEach((name, text) -> {
            broken.add(
                    Arguments.of(name, text.substring(0, text.length() * 3 / 4).stripTrailing(), "I103", "cut"));
            broken.add(Arguments.of(name, "\0" + text, "I103", "NUL"));
            broken.add(Arguments.of(name, "#".repeat((16 << 20) + 1), "I101", "huge"));
            broken.add(Arguments.of(name, deep(name), "I103", "deep"));
            broken.add(Arguments.of(name, text.replace("idna", EVIL), "I103", "a name that is code"));
            broken.add(Arguments.of(name, text.replace(">= '3'", ">= " + EVIL), "I103", "a marker that is code"));
            if (!name.equals("Pipfile")) {
                broken.add(Arguments.of(name, text.replace("3.7", EVIL), "I103", "a version that is code"));
            }
            broken.add(Arguments.of(name, twice(name, text), "I103", "a key twice"));
        });
        broken.add(Arguments.of("uv.lock", text("uv.lock").replace("version = 1", "version = 2"), "I109", "newer"));
        broken.add(Arguments.of("uv.lock", "version = \"1\"", "I109", "text for a number"));
        broken.add(Arguments.of("uv.lock", "version = 1\npackage = 1", "I103", "no array"));
        broken.add(Arguments.of("uv.lock", "version = 1\npackage = [1]", "I103", "no tables"));
        broken.add(Arguments.of("uv.lock", "", "I103", "empty"));
        broken.add(Arguments.of("uv.lock", "version = 1", "I105", "nothing in it"));
        broken.add(Arguments.of("poetry.lock", text("poetry.lock").replace("2.1", "3.0"), "I109", "newer"));
        broken.add(Arguments.of("poetry.lock", "", "I105", "empty"));
        broken.add(Arguments.of(
                "poetry.lock", text("poetry.lock").replace("orjson (>=3)", EVIL), "I103", "an extra that is code"));
        broken.add(Arguments.of("pdm.lock", text("pdm.lock").replace("4.5.0", "5.0"), "I109", "newer"));
        broken.add(Arguments.of("pdm.lock", text("pdm.lock").replace("certifi>=1", EVIL), "I103", "code"));
        broken.add(Arguments.of("pdm.lock", "", "I103", "empty"));
        broken.add(Arguments.of("pylock.toml", text("pylock.toml").replace("\"1.0\"", "\"2.0\""), "I109", "newer"));
        broken.add(Arguments.of(
                "pylock.toml", text("pylock.toml").replace("\"uv\"", "\"zeus-wheels 1\""), "I110", "ours"));
        broken.add(Arguments.of("pylock.toml", "", "I103", "empty"));
        broken.add(Arguments.of(
                "Pipfile.lock", text("Pipfile.lock").replace("pipfile-spec\": 6", "pipfile-spec\": 7"), "I109", ""));
        broken.add(Arguments.of("Pipfile.lock", "[]", "I103", "an array"));
        broken.add(Arguments.of("Pipfile.lock", text("Pipfile.lock") + "{}", "I103", "more"));
        broken.add(Arguments.of(
                "Pipfile.lock", "{\"_meta\": {\"pipfile-spec\": 6}, \"default\": {\"a\": 1}}", "I103", ""));
        return broken.stream();
    }

    private static String deep(String name) {
        return name.equals("Pipfile.lock") ? "{\"a\":".repeat(100_000) : "x = " + "[".repeat(100_000);
    }

    private static String twice(String name, String text) {
        return name.equals("Pipfile.lock")
                ? text.replace("\"default\"", "\"default\": {},\n \"default\"")
                : text.replaceFirst("\n(\\S+ = [^\n]*)", "\n$1\n$1");
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource
    void broken(String name, String text, String code, String what) throws IOException {
        WheelsException problem = catchThrowableOfType(WheelsException.class, () -> run(name, text));

        assertThat(problem).as(what).isNotNull();
        assertThat(problem.problem().code()).as(problem.problem().message()).isEqualTo(code);
        ProblemExample.printed(code, (name.equals("uv.lock") && text.contains("version = 2")) || code.equals("I110"))
                .accept(problem);
        assertThat(problem.problem().message())
                .contains(name)
                .hasSizeLessThan(600)
                .doesNotContain("\0");
        if (!List.of("I101", "I105").contains(code)) {
            assertThat(problem.problem().message()).containsPattern(Pattern.quote(name) + ":[1-9]");
        }
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly(name);
        }
    }

    private static String text(String name) {
        return Objects.requireNonNull(SOUND.get(name), name);
    }

    static Stream<Arguments> sound() {
        return SOUND.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    /** The other side of the table: what the cases above break is sound before. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void sound(String name, String text) throws IOException {
        run(name, text);

        assertThat(home.resolve("src/com/acme/python/Idna.java")).exists();
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("uv.lock", text("uv.lock").replace("virtual = \".\"", "directory = \"" + EVIL + "\"")),
                Arguments.of("uv.lock", text("uv.lock").replace("https://pypi.org/simple", EVIL)),
                Arguments.of("pylock.toml", text("pylock.toml").replace("https://pypi.org/simple", EVIL)),
                Arguments.of(
                        "Pipfile.lock",
                        text("Pipfile.lock")
                                .replace("\"pypi\"", "\"" + EVIL + "\"")
                                .replace("pypi.org", "index.example")),
                Arguments.of("poetry.lock", text("poetry.lock").replace("[metadata]", """
                        [package.source]
                        type = "legacy"
                        url = "https://index.example/simple"
                        reference = "%s"
                        [metadata]""".formatted(EVIL))));
    }

    /** Texts that may be anything reach no source as they are. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void texts(String name, String text) throws IOException {
        run(name, text);

        assertThat(FileTree.texts(home.resolve("src")).values())
                .allSatisfy(source -> assertThat(source).doesNotContain("Evil", "${", "*/"));
    }

    /** Packages that need each other are walked once each. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void circles(String name, String text) throws IOException {
        run(name, text);

        assertThat(home.resolve("generated/pylock.toml")).content().contains("name = \"a\"", "name = \"b\"");
    }

    static Stream<Arguments> circles() {
        return Stream.of(Arguments.of("uv.lock", """
                        version = 1
                        [[package]]
                        name = "acme"
                        source = { virtual = "." }
                        dependencies = [{ name = "a", extra = ["x"] }]
                        [[package]]
                        name = "a"
                        version = "1"
                        source = { registry = "https://pypi.org/simple" }
                        dependencies = [{ name = "a" }, { name = "b" }]
                        [package.optional-dependencies]
                        x = [{ name = "a", extra = ["x"] }]
                        [[package]]
                        name = "b"
                        version = "1"
                        source = { registry = "https://pypi.org/simple" }
                        dependencies = [{ name = "a", extra = ["x"] }]
                        """), Arguments.of("poetry.lock", """
                        [[package]]
                        name = "a"
                        version = "1"
                        dependencies = { b = "*" }
                        [[package]]
                        name = "b"
                        version = "1"
                        dependencies = { a = "*" }
                        [metadata]
                        lock-version = "2.0"
                        """));
    }
}
