// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.ProjectDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.project.OwnSources;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages about own source that cannot be used, or that the wheel set does not fit. */
class OwnSourceErrorsTest {
    private static final String HEAD = "[project]|name = 'shop'|version = '1.0'|";

    /** What the pages of N321 to N325 show. */
    private static final Set<String> SHOWN = Set.of(
            "[project]|name = 'a'",
            "HEAD [build-system]|requires = [|'maturin>=1']",
            "HEAD dependencies = [|'leaf',|'root'|]",
            "HEAD dependencies = ['leaf>=2']",
            "[project]|name = 'Leaf'|version = '1.0'",
            "HEAD requires-python = '>=3.13'");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            [tool.poetry]|name = 'a'; N321; service/pyproject.toml:1: it has no table [project]
            [project]|name = 'a'; N321; service/pyproject.toml:1: [project] has no version
            [project|name = 'a'; N321; service/pyproject.toml:1: no TOML
            [project]|name = 'a'|version = 1; N321; service/pyproject.toml:3: project.version is not text
            [project]|name = 'a b'|version = '1'; N321; service/pyproject.toml:2: not a project name: "a b"
            [project]|name = 'a'|dynamic = [|'version']; N321; service/pyproject.toml:4: version is dynamic
            [project]|name = 'a'|version = '1'|dynamic = ['scripts']; N321; service/pyproject.toml:4: scripts is dynamic
            HEAD [build-system]|requires = [|'maturin>=1']; N330; service/pyproject.toml:6: "maturin" builds
            HEAD dependencies = ['leaf']|[project.scripts]|shop = 'a & b'; N321; service/pyproject.toml:6: \
            "shop = a & b" is no command
            HEAD dependencies = [|'leaf',|'root'|]; N322; service/pyproject.toml:6: "root" is not locked for cp312-
            HEAD dependencies = ['leaf>=2']; N323; service/pyproject.toml:4: it requires "leaf>=2", and 1.0 is locked
            HEAD dependencies = ['leaf @ https://x.example/leaf-2.0-py3-none-any.whl']; N323; service/pyproject.toml:4: \
            it requires "leaf" from an address of its own, and 1.0 of "pypi" is locked
            HEAD readme = 'README.md'; N321; service/pyproject.toml:4: the readme "README.md" is not there
            HEAD [project.entry-points."a b"]|x = 'y'; N321; service/pyproject.toml:4: "a b" is no group of entry points
            HEAD dependencies = ['leaf[wax]']; N322; service/pyproject.toml:4: "leaf[wax]" asks for the extra "wax"
            [project]|name = 'Leaf'|version = '1.0'; N324; service/pyproject.toml:2: the name "leaf" is taken
            HEAD requires-python = '>=3.13'; N325; service/pyproject.toml:4: it runs on Python >=3.13
            """)
    void isSaidWithItsLine(String text, String code, String message) throws IOException {
        write(text.replace("HEAD ", HEAD).replace('|', '\n'));

        assertThatThrownBy(() -> render(""))
                .satisfies(ProblemExample.printed(code, SHOWN.contains(text)))
                .isInstanceOfSatisfying(
                        WheelsException.class,
                        e -> assertThat(e.problem().code() + " " + e.problem().message())
                                .startsWith(code + " ")
                                .contains(message));
    }

    /** In a test of its own, since the table ends a column at a semicolon. */
    @Test
    void aMarkerWithoutAnAnswerIsNamed() throws IOException {
        write(HEAD.replace('|', '\n') + "dependencies = [\n\"leaf; sys_platform ~= 'linux'\"]\n");

        assertThatThrownBy(() -> render(""))
                .hasMessageStartingWith("[wheels/N321] service/pyproject.toml:5: the marker of \"leaf")
                .hasMessageContaining("\" has no answer: text is compared by \"~=\", which is not defined: ");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> render(""))
                .satisfies(ProblemExample.printed("N320"))
                .hasMessageContaining("N320")
                .hasMessageContaining("service/pyproject.toml");
    }

    @Test
    void testsNeedPytest() throws IOException {
        write(HEAD.replace('|', '\n'));

        assertThatThrownBy(() -> render("tests"))
                .satisfies(ProblemExample.printed("N327"))
                .hasMessageContaining("N327")
                .hasMessageContaining("@Wheel interface Pytest {}");
    }

    private void write(String text) throws IOException {
        Path file = directory.resolve("service/pyproject.toml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void render(String tests) {
        Lock lock = new LockBuilder()
                .add("pypi", NO_FACTS, List.of(), LockBuilder.wheel("leaf-1.0-py3-none-any.whl", ""))
                .lock();
        WheelSetDeclaration set = Sets.of(List.of(Sets.wheel("leaf")), List.of())
                .withEnvironments(List.of(new EnvironmentDeclaration(
                                "com.acme.Service", "service", "3.12", List.of(), List.of(), new TreeMap<>(), "")
                        .withParts(List.of(new ProjectDeclaration("service", "service", true, tests, "", List.of())))));
        Renderer.render(set, lock, OwnSources.read(set, directory), type -> type);
    }
}
