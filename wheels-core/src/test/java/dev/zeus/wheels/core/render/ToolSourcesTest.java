// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.ProjectDeclaration;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.project.OwnSources;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requirements of own projects that uv, Poetry or PDM takes from elsewhere than the wheel set does. */
class ToolSourcesTest {
    private static final String HEAD = "[project]\nname = 'shop'\nversion = '1.0'\ndependencies = ['leaf']\n";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            [tool.uv.sources]|leaf = {git = 'https://git.example/leaf'}; 6: [tool.uv.sources] takes "leaf" from the repository "https://git.example/leaf", and here it comes from "pypi"
            [tool.uv.sources]|leaf = {git = 'https://me:canary@git.example/leaf'}; 6: [tool.uv.sources] takes "leaf" from the repository
            [tool.uv.sources]|leaf = {path = '../leaf'}; takes "leaf" from the path "../leaf"
            [tool.uv.sources]|leaf = {workspace = true}; takes "leaf" from the workspace
            [tool.uv.sources]|Leaf = {url = 'https://x.example/leaf-2.0-py3-none-any.whl'}; takes "leaf" from the address "https://x.example/leaf-2.0-py3-none-any.whl"
            [tool.uv.sources]|leaf = {index = 'inner'}|[[tool.uv.index]]|name = 'inner'|url = 'https://inner.example/simple'; takes "leaf" from the index "inner"
            [tool.uv.sources]|leaf = [{index = 'inner', marker = "python_version >= '3.8'"}]; takes "leaf" from the index "inner"
            [tool.poetry.dependencies]|leaf = {version = '*', source = 'inner'}; [tool.poetry.dependencies] takes "leaf" from the index "inner"
            [tool.poetry.dependencies]|leaf = {git = 'git@git.example:leaf'}; takes "leaf" from the repository
            [tool.poetry.dependencies]|leaf = {path = '../leaf', develop = true}; takes "leaf" from the path
            [[tool.pdm.source]]|name = 'inner'|url = 'https://inner.example'|include_packages = ['le*']; [tool.pdm.source] takes "leaf" from the index "inner"
            [tool.pdm.resolution.overrides]|leaf = 'git+https://git.example/leaf'; [tool.pdm.resolution.overrides] takes "leaf" from the repository
            """)
    void areSaidWithTheirLine(String toml, String message) throws IOException {
        write("service", HEAD + toml.replace('|', '\n'));

        List<Problem> problems = problems("service");
        assertThat(problems).singleElement().asString().contains("[wheels/N331] service/pyproject.toml:", message);
        assertThat(problems).singleElement().asString().doesNotContain("canary");
    }

    @Test
    void looksAsThePageSays() throws IOException {
        write("service", HEAD + "[tool.uv.sources]\nleaf = {git = 'https://git.example/leaf'}\n");

        assertThat(problems("service")).singleElement().asString().satisfies(ProblemExample.printed("N331"));
    }

    /** What the set has as the tool has it, what is not required, what is true nowhere, and what is malformed. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            [tool.uv.sources]|leaf = {index = 'pypi'}
            [tool.uv.sources]|leaf = {index = 'main'}|[[tool.uv.index]]|name = 'main'|url = 'https://index.example/simple'
            [tool.uv.sources]|other = {git = 'https://git.example/other'}
            [tool.uv.sources]|leaf = {workspace = false}
            [tool.uv.sources]|leaf = {index = 'inner', marker = "sys_platform == 'win32'"}
            [tool.uv.sources]|leaf = 1
            [tool.uv]|sources = 'x'
            [tool.poetry.dependencies]|leaf = '^1'
            [[tool.pdm.source]]|name = 'inner'|include_packages = ['le', 'eaf', 'x*', 'l*g']
            [[tool.pdm.source]]|name = 'inner'|include_packages = 'leaf'
            [tool.pdm.resolution.overrides]|leaf = '>=1'
            """)
    void areNotSaidWhereNothingDiffers(String toml) throws IOException {
        write("service", HEAD + toml.replace('|', '\n'));

        assertThat(problems("service")).isEmpty();
    }

    @Test
    void aMemberOfTheWorkspaceThatIsDeclaredIsTaken() throws IOException {
        write("service", HEAD.replace("leaf", "core") + "[tool.uv.sources]\ncore = {workspace = true}\n");
        write("core", "[project]\nname = 'core'\nversion = '1.0'\n");

        assertThat(problems("service", "core")).isEmpty();
        write("service", HEAD.replace("leaf", "core") + "[tool.uv.sources]\ncore = {git = 'https://x.example/core'}\n");
        assertThat(problems("service", "core"))
                .singleElement()
                .asString()
                .contains(
                        "takes \"core\" from the repository \"https://x.example/core\", and the project in \"core\" is it here");
    }

    @Test
    void aMemberThatIsNotDeclaredIsAskedForAsSuch() throws IOException {
        write("service", HEAD.replace("leaf", "core") + "[tool.uv.sources]\ncore = {workspace = true}\n");

        assertThatThrownBy(() -> problems("service"))
                .hasMessageContaining("[wheels/N322] service/pyproject.toml:4: \"core\" is not locked")
                .hasMessageContaining(
                        "declare it as a project of the same environment, @PythonProject(\"its/directory\")");
    }

    @Test
    void aLinkOutOfTheProjectIsNotRead() throws IOException {
        write(
                "service",
                "[project]\nname = 'shop'\ndynamic = ['version']\n[tool.setuptools.dynamic]\nversion = {file = 'VERSION'}\n");
        Files.writeString(directory.resolve("secret"), "canary5f3a\n");
        Files.createSymbolicLink(directory.resolve("service/VERSION"), directory.resolve("secret"));

        assertThatThrownBy(() -> problems("service"))
                .hasMessageContaining(
                        "[wheels/N320] cannot read \"service/VERSION\": a link leads out of its directory")
                .hasMessageNotContaining("canary");
    }

    private void write(String project, String text) throws IOException {
        Path file = directory.resolve(project).resolve("pyproject.toml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The messages about projects in one environment that renders. */
    private List<Problem> problems(String... projects) {
        Lock lock = new LockBuilder()
                .add("pypi", NO_FACTS, List.of(), LockBuilder.wheel("leaf-1.0-py3-none-any.whl", ""))
                .lock();
        List<ProjectDeclaration> declared = new ArrayList<>();
        for (String project : projects) {
            declared.add(new ProjectDeclaration(project, project, true, "", "", List.of()));
        }
        WheelSetDeclaration usual = Sets.of(List.of(Sets.wheel("leaf")), List.of());
        WheelSetDeclaration set = new WheelSetDeclaration(
                        usual.packageName(),
                        usual.pythons(),
                        usual.targets(),
                        List.of(new SourceDeclaration("pypi", "https://index.example/simple/")),
                        usual.dependencies(),
                        usual.resolution(),
                        usual.wheels(),
                        usual.customPackages())
                .withEnvironments(List.of(new EnvironmentDeclaration(
                                "com.acme.Service", "service", "3.12", List.of(), List.of(), new TreeMap<>(), "")
                        .withParts(List.copyOf(declared))));
        OwnSources own = OwnSources.read(set, directory);
        Renderer.render(set, lock, own, type -> type);
        return ToolSources.of(set, lock, own);
    }
}
