// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Import;
import dev.zeus.wheels.core.ImportRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an import writes, compiled with the annotation processor: it declares what the file asked for. */
class ImportedSourcesTest {
    @TempDir
    Path home;

    private WheelSetDeclaration imported(Path file, String with) throws IOException {
        Import.run(new ImportRequest(
                file,
                home.resolve("src"),
                "com.acme.python",
                home.resolve("generated"),
                Optional.of("3.12,3.13"),
                Optional.empty(),
                ImportRequest.names(with)));
        return CompiledSet.of(home.resolve("src"), home.resolve("classes"));
    }

    private static List<String> declared(WheelSetDeclaration set) {
        return set.wheels().stream()
                .map(wheel -> wheel.name() + (wheel.extras().isEmpty() ? "" : wheel.extras()) + wheel.version())
                .sorted()
                .toList();
    }

    /** Names that the compiler would make something else of, or that Java or the written sources mean something by. */
    @Test
    void declaresEveryNameAsItIs() throws IOException {
        List<String> names = List.of(
                "3to2",
                "a-b",
                "a1",
                "foo-bar",
                "foobar",
                "fo-obar",
                "string",
                "record",
                "source",
                "platform",
                "on",
                "object",
                "zope.interface",
                "ruamel.yaml.clib",
                "x2-y",
                "x-yz",
                "sqlalchemy-utils",
                "py",
                "java",
                "ab-c");
        Path file = home.resolve("requirements.in");
        Files.writeString(file, String.join("\n", names));

        assertThat(imported(file, "").wheels().stream().map(WheelDeclaration::name))
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(name -> name.replace('.', '-')).toList());
    }

    @Test
    void declaresVersionsExtrasTargetsAndSources() throws IOException {
        Path file = home.resolve("requirements.in");
        Files.writeString(file, """
                --index-url https://index.example/simple
                requests[socks]>=2.28,<3,!=2.30.*
                numpy<2; python_version < "3.13"
                numpy>=2; python_version >= "3.13"
                uvloop~=0.20; sys_platform == "linux" or python_version < "3.13"
                tomli===2.0; platform_machine == "arm64"
                acme @ https://files.example/acme-1.0-py3-none-any.whl
                """);

        WheelSetDeclaration set = imported(file, "");

        assertThat(declared(set))
                .containsExactly(
                        "acme",
                        "numpy",
                        "requests[socks]!=2.30.*,<3,>=2.28",
                        "tomli===2.0",
                        "uvloop~=0.20",
                        "uvloop~=0.20");
        assertThat(set.resolution().constraints())
                .containsExactly("numpy<2; python_version < \"3.13\"", "numpy>=2; python_version >= \"3.13\"");
        assertThat(set.wheels().stream()
                        .filter(wheel -> wheel.name().equals("uvloop"))
                        .map(wheel -> wheel.platforms() + " " + wheel.pythons()))
                .containsExactlyInAnyOrder("[X86_64_LINUX] [3.12, 3.13]", "[AARCH64_DARWIN] [3.12]");
        assertThat(set.wheels().stream()
                        .map(WheelDeclaration::source)
                        .distinct()
                        .sorted())
                .containsExactly("acme", "index-example");
        assertThat(set.pythons()).containsExactly("3.12", "3.13");
    }

    /** A flake that was kept by hand, with a definition and texts that Java means something by. */
    @Test
    void declaresWhatAFlakeHas() throws IOException {
        Path file = home.resolve("flake.nix");
        Files.writeString(file, """
                {
                  wheels.packages.yaml = { wheel_name = "PyYAML"; platforms = [ "x86_64-linux" ]; };
                  wheels.packages.idna = { source = "pypi"; platforms = [ "universal" ]; };
                  wheels.customPackages.uuid7 = {
                    description = "a \\" b";
                    definition = { pkgs, python3Packages }: python3Packages.buildPythonPackage {
                      pname = "uuid7";
                      version = "0.1.0";
                      src = pkgs.fetchurl { url = "https://index.example/uuid7.tar.gz"; hash = ""; };
                      postPatch = "echo \\"\\"\\" '\\\\u002a/'";
                    };
                  };
                }
                """);

        WheelSetDeclaration set = imported(file, "");

        assertThat(declared(set)).containsExactly("idna", "pyyaml");
        assertThat(set.customPackages())
                .singleElement()
                .satisfies(custom ->
                        assertThat(custom.definition()).contains("postPatch = \"echo \\\"\\\"\\\" '\\\\u002a/'\";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compiled/requirements.txt | '' | click, flask",
                "project/pyproject.toml | dev | click<9, flask>=3, idna, iniconfig",
            })
    void declaresWhatFilesOfRealToolsAskFor(String name, String with, String expected) throws IOException {
        Path file = Path.of("src/test/imports", name);

        assertThat(declared(imported(file, with))).containsExactly(expected.split(", ", -1));
    }
}
