// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.ProjectDeclaration;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the layouts of Python projects say: versions that stand elsewhere, and which files are a project. */
class OwnProjectTest {
    private static final String DYNAMIC = "[project]|name = 'acme-shop'|dynamic = ['version']|";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        [tool.setuptools.dynamic]|version = {attr = 'acme_shop.__version__'}; acme_shop/__init__.py;             import os|__version__ = '1.2'; 1.2
        [tool.setuptools.dynamic]|version = {attr = 'acme_shop.about.VERSION'}; src/acme_shop/about.py;             VERSION: str = '1.2rc1'; 1.2rc1
        [tool.setuptools.dynamic]|version = {file = 'VERSION'}; VERSION; 2.0|; 2.0
        [tool.setuptools.dynamic]|version = {file = ['VERSION']}; VERSION; 2.0; 2.0
        [tool.hatch.version]|path = 'src/acme_shop/__about__.py'; src/acme_shop/__about__.py; __version__ = 'v3'; 3
        [tool.hatch.version]|path = 'acme_shop.py'; acme_shop.py; Version = '3'; 3
        [tool.pdm.version]|source = 'file'|path = 'acme_shop.py'; acme_shop.py; __version__ = '4.1'  # now; 4.1
        [tool.poetry]|version = '5.0'; a.py; ; 5.0
        [build-system]|requires = ['flit_core']|build-backend = 'flit_core.buildapi'; acme_shop/__init__.py;             __version__ = '6.0'; 6.0
        [build-system]|requires = ['flit_core']|build-backend = 'flit_core.buildapi'|[tool.flit.module]|name = 'shop';             src/shop.py; __version__ = '6.1'; 6.1
        """)
    void aVersionIsReadWhereItStands(String toml, String file, String text, String version) throws IOException {
        write("pyproject.toml", DYNAMIC + toml);
        write("acme_shop.py", "");
        write(file, text == null ? "" : text);

        assertThat(read("", List.of()).version()).hasToString(version);
        // Where it is declared, nothing else is asked.
        assertThat(read("9", List.of()).version()).hasToString("9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        [tool.setuptools_scm]; pyproject.toml:3: version is dynamic
        [tool.hatch.version]|source = 'vcs'; pyproject.toml:3: version is dynamic
        [tool.hatch.version]|path = 'acme_shop.py'|pattern = '(.*)'; pyproject.toml:3: version is dynamic
        [tool.hatch.version]|path = '../acme_shop.py'; pyproject.toml:3: version is dynamic
        [tool.hatch.version]|path = 'acme_shop.py'; pyproject.toml:3: version is dynamic
        [tool.setuptools.dynamic]|version = {file = 'acme_shop.py'}; acme_shop.py:1: not a version
        [tool.poetry]|version = '0'|[build-system]|requires = ['poetry-core', 'poetry-dynamic-versioning'];             pyproject.toml:3: version is dynamic
        [tool]|setuptools = 1; pyproject.toml:3: version is dynamic
        """)
    void aVersionThatOnlyABuildTellsIsAskedForByItsMember(String toml, String message) throws IOException {
        write("pyproject.toml", DYNAMIC + toml);
        write("acme_shop.py", "print(1)");

        assertThatThrownBy(() -> read("", List.of()))
                .hasMessageContaining("[wheels/N321] " + message)
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).contains("@PythonProject(version = \"1.0\")"))
                        .isEqualTo(message.contains("dynamic")));
    }

    @Test
    void aDeclaredVersionIsNoOtherThanTheWrittenOne() throws IOException {
        write("pyproject.toml", "[project]|name = 'a'|version = '1.0'");
        write("a.py", "");

        assertThat(read("1", List.of()).version()).hasToString("1.0");
        assertThatThrownBy(() -> read("2", List.of()))
                .hasMessageContaining("pyproject.toml:3: the version is 1.0, and @PythonProject says \"2\"");
    }

    @Test
    void requirementsStandInFilesOfTheirOwn() throws IOException {
        write(
                "pyproject.toml",
                "[project]|name = 'a'|version = '1'|dynamic = ['dependencies']|[tool.setuptools.dynamic]|"
                        + "dependencies = {file = ['requirements.txt', 'more.txt']}");
        write("a.py", "");
        write("requirements.txt", "# all|leaf>=1 # why||root[x]");
        write("more.txt", "twig");

        OwnProject project = read("", List.of());
        assertThat(project.requirements())
                .extracting(each -> each.place() + " " + each.value())
                .containsExactly("requirements.txt:2 leaf>=1", "requirements.txt:4 root[x]", "more.txt:1 twig");
        assertThat(project.contents().files().orElseThrow())
                .containsExactly("a.py", "more.txt", "pyproject.toml", "requirements.txt");
        write("more.txt", "-r requirements.txt");
        assertThatThrownBy(() -> read("", List.of()))
                .hasMessageContaining("[wheels/N321] more.txt:1: not a requirement");
    }

    /** Beside pom.xml and Maven's own folders a project is what its name and its build system say. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        acme_shop/__init__.py tests/test_a.py setup.py README.md LICENSE.txt; ; "";             LICENSE.txt acme_shop pyproject.toml setup.py
        acme_shop/__init__.py README.md; readme = 'README.md'; ""; README.md acme_shop pyproject.toml
        src/acme_shop/__init__.py src/main/resources/a.py; ; src; pyproject.toml src/acme_shop
        src/acme/shop/web.py src/test/python/a.py src/acme_shop.egg-info/a; ; src; pyproject.toml src/acme
        acme/shop/web.py generated/pylock.toml generated/check.py node_modules/a.py .venv/a.py; ; "";             acme pyproject.toml
        shop.py conftest.py noxfile.py; ; ""; pyproject.toml shop.py
        tests/__init__.py tools/a.py acme_shop.py; ; ""; acme_shop.py pyproject.toml
        lib/acme_shop/__init__.py; [tool.setuptools]|package-dir = {"" = 'lib'}; lib; lib pyproject.toml
        lib/acme_shop/__init__.py; [tool.setuptools.packages.find]|where = ['./lib/']; lib; lib pyproject.toml
        acme_shop/__init__.py src/other/a.py; [tool.uv.build-backend]|module-root = ''; ""; acme_shop pyproject.toml
        py/acme_shop/__init__.py; [tool.pdm.build]|package-dir = 'py'; py; py pyproject.toml
        lib/shop/__init__.py; [tool.hatch.build.targets.wheel]|packages = ['lib/shop']; lib; lib pyproject.toml
        lib/shop/__init__.py; [tool.poetry]|packages = [{include = 'shop', from = 'lib'}]; lib; lib pyproject.toml
        lib/other/pyproject.toml lib/a.py shop/a.py; ; ""; lib pyproject.toml shop
        acme_shop.py; [tool.setuptools]|package-dir = {"" = '../lib'}; ""; acme_shop.py pyproject.toml
        """)
    void beingInOneDirectoryWithOthers(String present, String toml, String source, String files) throws IOException {
        for (String file : present.split(" ", -1)) {
            write(file, "");
        }
        write("src/main/java/App.java", "class App {}");
        write("pom.xml", "<project/>");
        write("pyproject.toml", "[project]|name = 'acme-shop'|version = '1'|" + (toml == null ? "" : toml));

        OwnProject project = read("", List.of());
        assertThat(project.contents().source()).isEqualTo(source);
        assertThat(project.contents().files().orElseThrow()).containsExactly(files.split(" ", -1));
    }

    @Test
    void whatElseBelongsToItIsNamed() throws IOException {
        write("acme.py", "");
        write("pyproject.toml", "[project]|name = 'acme'|version = '1'");

        assertThat(read("", List.of("templates", "acme.py")).contents().files().orElseThrow())
                .containsExactly("acme.py", "pyproject.toml", "templates");
    }

    @Test
    void nothingIsNoSource() throws IOException {
        write("tests/test_acme.py", "");
        write("src/main/java/App.java", "");
        write("pyproject.toml", "[project]|name = 'acme'|version = '1'");

        assertThatThrownBy(() -> read("", List.of()))
                .satisfies(ProblemExample.printed("N329"))
                .hasMessageContaining("[wheels/N329] pyproject.toml:2: there is no source of \"acme\"");
    }

    /** Of a directory of its own all is the project's. */
    @Test
    void aDirectoryOfItsOwn() throws IOException {
        write("service/pyproject.toml", "[project]|name = 'acme'|version = '1'");
        ProjectDeclaration declared = new ProjectDeclaration("acme", "service", true, "", "", List.of());

        assertThat(ProjectReader.read(directory, declared).contents().files()).isEmpty();
    }

    private OwnProject read(String version, List<String> includes) {
        return ProjectReader.read(
                directory, new ProjectDeclaration("acme", ".", true, "", "", List.of(), version, includes));
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text.replace('|', '\n'));
    }
}
