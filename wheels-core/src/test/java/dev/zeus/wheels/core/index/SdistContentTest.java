// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.wheel.BrokenWheelException;
import dev.zeus.wheels.core.wheel.SdistArchive;
import dev.zeus.wheels.python.SdistFilename;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.SdistBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the requirements of a source distribution are read, and what building it needs. */
class SdistContentTest {
    private static final String PROJECT = """
            [build-system]
            requires = ["hatchling>=1.20", "hatch-vcs; python_version < '3.12'"]
            build-backend = "hatchling.build"
            [project]
            name = "demo"
            dependencies = ["attrs>=22", "tomli; python_version < '3.11'"]
            [project.optional-dependencies]
            fast = ["numpy", "numba; sys_platform == 'linux'"]
            """;

    @TempDir
    Path directory;

    private SdistContent read(SdistBuilder sdist) throws IOException {
        Path file = Files.write(directory.resolve(sdist.filename()), sdist.bytes());
        return SdistContent.of(SdistFilename.parse(sdist.filename()), SdistArchive.read(file));
    }

    private List<String> requires(SdistBuilder sdist) throws IOException {
        return read(sdist).metadata().requiresDist().stream()
                .map(Object::toString)
                .toList();
    }

    private static SdistBuilder demo() {
        return SdistBuilder.of("demo", "1.0");
    }

    @Test
    void takesWhatPkgInfoPromises() throws IOException {
        assertThat(requires(demo().info("2.2", "Requires-Dist: leaf>=1").file("pyproject.toml", PROJECT)))
                .containsExactly("leaf>=1");
    }

    @Test
    void asksTheProjectTableWherePkgInfoPromisesNothing() throws IOException {
        List<String> expected = List.of(
                "attrs>=22",
                "tomli; python_version < \"3.11\"",
                "numpy; extra == \"fast\"",
                "numba; sys_platform == \"linux\" and extra == \"fast\"");
        assertThat(requires(demo().info("2.1", "Requires-Dist: leaf").file("pyproject.toml", PROJECT)))
                .isEqualTo(expected);
        assertThat(requires(demo().info("2.4", "Dynamic: Requires-Dist").file("pyproject.toml", PROJECT)))
                .isEqualTo(expected);
    }

    @Test
    void takesWhatWasNotedWhenItWasMade() throws IOException {
        String dynamic = "[project]\nname = \"demo\"\ndynamic = [\"dependencies\"]\n";
        assertThat(requires(demo().info("2.1", "Requires-Dist: leaf (>=1)").file("pyproject.toml", dynamic)))
                .containsExactly("leaf>=1");
        String noted = """
                six>=1.5

                [:python_version < "3.8"]
                typing

                [fast]
                numpy>=1.20

                [fast:sys_platform == "linux"]
                numba
                """;
        assertThat(requires(demo().info("1.1").file("src/demo.egg-info/requires.txt", noted)))
                .containsExactly(
                        "six>=1.5",
                        "typing; python_version < \"3.8\"",
                        "numpy>=1.20; extra == \"fast\"",
                        "numba; sys_platform == \"linux\" and extra == \"fast\"");
    }

    @Test
    void readsWhatBuildingNeeds() throws IOException {
        assertThat(read(demo().info("2.2").file("pyproject.toml", PROJECT)).buildRequires())
                .map(Object::toString)
                .containsExactly("hatchling>=1.20", "hatch-vcs; python_version < \"3.12\"");
        assertThat(read(demo().info("1.0").file("setup.py", "")).buildRequires())
                .map(Object::toString)
                .containsExactly("setuptools");
    }

    @Test
    void namesModulesThatAreCertain() throws IOException {
        SdistBuilder laidOut = demo().info("2.1")
                .file("setup.py", "")
                .file("tests/__init__.py", "")
                .file("src/demo/__init__.py", "")
                .file("src/demo_extra/__init__.py", "");
        assertThat(read(laidOut).imports()).containsExactly("demo");
        assertThat(read(laidOut.file("src/demo.egg-info/top_level.txt", "demo\ndemo_extra\n_native\n"))
                        .imports())
                .containsExactly("demo", "demo_extra");
        assertThat(read(demo().info("2.1").file("other/__init__.py", "")).imports())
                .isEmpty();
    }

    @Test
    void refusesWhatIsBroken() {
        assertThat(code(demo().file("setup.py", ""))).isEqualTo("X421");
        assertThat(code(demo().info("2.1").file("pyproject.toml", "[build-system")))
                .isEqualTo("X421");
        assertThat(code(demo().info("2.1").file("pyproject.toml", "build-system.requires = 3")))
                .isEqualTo("X421");
        assertThat(code(demo().file("PKG-INFO", "Metadata-Version: 2.1\nName: other\nVersion: 1.0\n")))
                .isEqualTo("X420");
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        Path file = Files.writeString(directory.resolve("demo-1.0.tar.gz"), "<html>not found</html>");
        BrokenWheelException error = catchThrowableOfType(BrokenWheelException.class, () -> SdistArchive.read(file));
        assertThat(error.problem().code()).isEqualTo("X508");
        ProblemExample.printed("X508").accept(error);
    }

    private String code(SdistBuilder sdist) {
        return catchThrowableOfType(BrokenWheelException.class, () -> read(sdist))
                .problem()
                .code();
    }
}
