// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the small nixpkgs builds what nixpkgs would build, and refuses what it would refuse. */
@NeedsNix
final class FixtureNixpkgsTest {
    private static final Path NIXPKGS = Path.of("target", "nixpkgs").toAbsolutePath();

    private static final String EXPRESSION = """
            let
              pkgs = import %1$s {
                overlays = [
                  (_: prev: {
                    pythonPackagesExtensions = prev.pythonPackagesExtensions ++ [
                      (
                        ps: _:
                        let
                          wheel = pname: version: dependencies: ps.buildPythonPackage {
                            inherit dependencies pname version;
                            format = "wheel";
                            src = %2$s + "/${pname}-${version}-py3-none-any.whl";
                            pythonImportsCheck = [ pname ];
                          };
                        in
                        {
                          app = wheel "app" "1.0" [ ps.leaf ];
                          bare = wheel "bare" "1.0" [ ];
                          broken = wheel "broken" "1.0" [ ];
                          both = wheel "app" "1.0" [ ps.leaf ps.picky ];
                          leaf = wheel "leaf" "1.0" [ ];
                          newer = wheel "leaf" "2.0" [ ];
                          other = wheel "other" "1.0" [ ];
                          picky = wheel "picky" "1.0" [ ps.newer ];
                          relaxed = (wheel "bare" "1.0" [ ]).overridePythonAttrs { pythonRemoveDeps = [ "leaf" ]; };
                          named = wheel "named" "1.0" [ ps.leaf ];
                          relaxed-by-part = ps.named.overridePythonAttrs { pythonRelaxDeps = [ "le" ]; };
                          removed-by-part = ps.named.overridePythonAttrs { pythonRemoveDeps = [ "Ab" ]; };
                          relaxed-by-dash = ps.named.overridePythonAttrs {
                            pythonRelaxDeps = [ "leaf" ];
                            pythonRemoveDeps = [ "ab-sent" ];
                          };
                          tested = wheel "tested" "1.0" [ ];
                          tried = wheel "tried" "1.0" [ ];
                          tool = pkgs.writeText "tool" "";
                        }
                      )
                    ];
                  })
                ];
              };
            in
            pkgs.runCommand "probe" { nativeBuildInputs = [ (pkgs.python3.withPackages (ps: [ %3$s ])) ]; } "%4$s > $out"
            """;

    @TempDir
    static Path wheels;

    @BeforeAll
    static void writeTree() throws IOException {
        FixtureNixpkgs.writeTo(NIXPKGS, List.of());
        write(WheelBuilder.of("app", "1.0")
                .requires("leaf>=1")
                .script("app = app:main")
                .file("app/__init__.py", """
                import leaf

                def main():
                    print("leaf", leaf.VERSION)
                """));
        write(WheelBuilder.of("bare", "1.0").requires("leaf", "absent; python_version < '3'"));
        write(WheelBuilder.of("broken", "1.0").file("broken/__init__.py", "import nothing_of_that_name\n"));
        write(WheelBuilder.of("named", "1.0").requires("leaf>=3", "Ab_sent"));
        write(WheelBuilder.of("leaf", "1.0"));
        write(WheelBuilder.of("leaf", "2.0"));
        write(WheelBuilder.of("other", "1.0").file("other.py", "").file("leaf/__init__.py", "# not the same\n"));
        write(WheelBuilder.of("tested", "1.0")
                .file("tested/__init__.py", "")
                .file("tests/__init__.py", "# of the one\n"));
        write(WheelBuilder.of("tried", "1.0")
                .file("tried/__init__.py", "")
                .file("tests/__init__.py", "# of the other\n"));
        write(WheelBuilder.of("picky", "1.0").requires("leaf>=2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            packages              | command                    | prints
            ps.app                | app                        | leaf 1.0
            ps.app                | python -c 'import app'     | ''
            ps.relaxed            | python -c 'import bare'    | ''
            ps.relaxed-by-part    | true                       | le not installed
            ps.removed-by-part    | true                       | leaf>=3 not satisfied by version 1.0
            ps.relaxed-by-dash    | true                       | Ab_sent not installed
            ps.app                | python -c 'import picky'   | No module named 'picky'
            ps.bare               | true                       | leaf not installed
            ps.broken             | true                       | nothing_of_that_name
            ps.both               | true                       | Found duplicated packages in closure for dependency 'leaf'
            ps.leaf ps.other      | true                       | collision between packages
            ps.tested ps.tried    | python -c 'import tried'   | ''
            ps.tested             | python -c 'import tests'   | No module named 'tests'
            ps.tool               | true                       | tool should use `buildPythonPackage`
            """, useHeadersInDisplayName = true)
    void buildsAndRefusesWhatNixpkgsWould(String packages, String command, String prints) throws Exception {
        Path expression = Files.writeString(
                Files.createTempFile(wheels, "probe", ".nix"),
                EXPRESSION.formatted(NIXPKGS, wheels, packages, command));

        Process process = new ProcessBuilder("nix-build", "--no-out-link", expression.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean built = process.waitFor() == 0;

        if (built) {
            said = Files.readString(Path.of(said.strip().lines().reduce("", (a, b) -> b)));
        }
        assertThat(said).contains(prints);
        assertThat(built).as(said).isEqualTo(prints.isEmpty() || prints.equals("leaf 1.0"));
    }

    private static void write(WheelBuilder builder) throws IOException {
        BuiltWheel wheel = builder.build();
        Files.write(wheels.resolve(wheel.filename()), wheel.bytes());
    }
}
