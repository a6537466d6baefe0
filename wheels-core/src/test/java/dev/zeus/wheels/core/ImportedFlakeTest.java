// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.nix.NixSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a flake of wheels that was kept by hand. */
class ImportedFlakeTest {
    @TempDir
    Path home;

    private ImportOutcome run(String text) throws IOException {
        Path file = home.resolve("flake.nix");
        Files.writeString(file, text);
        return Import.run(new ImportRequest(
                file,
                home.resolve("src"),
                "com.acme.python",
                home.resolve("generated"),
                Optional.of("3.11,3.12"),
                Optional.empty(),
                Set.of()));
    }

    private String source(String name) throws IOException {
        return Files.readString(home.resolve("src/com/acme/python").resolve(name));
    }

    private static final String FLAKE = """
            {
              inputs.flake-parts.url = "github:hercules-ci/flake-parts";
              outputs = inputs@{ flake-parts, ... }:
                flake-parts.lib.mkFlake { inherit inputs; } {
                  imports = [ ./modules/apps.nix ];
                  # the places beside PyPI
                  wheels.sources.nautech.url = "https://index.example/simple/";
                  wheels.packages = {
                    databento = {
                      source = "pypi";
                      platforms = [ "universal" ];
                      tests = [ "import" "metadata" ];
                    };
                    nautilus_trader = {
                      source = "nautech";
                      platforms = [ "x86_64-linux" "aarch64-darwin" ];
                      version = "1.2";
                    };
                    only_linux = { platforms = [ "x86_64-linux" ]; };
                    yaml = { source = "pypi"; wheel_name = "PyYAML"; extra = 1; };
                    elsewhere = { source = "nowhere"; };
                    bare = { };
                    computed = import ./computed.nix;
                  };
                  wheels.customPackages.uuid7 = {
                    definition = { pkgs, python3Packages }:
                      python3Packages.buildPythonPackage rec {
                        pname = "uuid7";
                        version = "0.1.0";
                        src = python3Packages.fetchPypi {
                          inherit pname version;
                          sha256 = "sha256-jFeqMu50VtPMaMlcRTC8VxZG3vrAGJXPxzVFRJiUpjw=";
                        };
                      };
                    pythonVersions = [ "312" ];
                    description = "UUID version 7 for Python";
                  };
                };
            }
            """;

    @Test
    void declaresItsPackagesAndWhatOnlyNixBuilds() throws IOException {
        ImportOutcome outcome = run(FLAKE);

        assertThat(source("Databento.java")).contains("\n@Wheel\ninterface Databento {}");
        assertThat(source("NautilusTrader.java")).contains("@Wheel(source = \"nautech\")");
        assertThat(source("OnlyLinux.java")).contains("@Wheel(platforms = Platform.X86_64_LINUX)");
        assertThat(source("Yaml.java")).contains("@Wheel(wheelName = \"PyYAML\")");
        assertThat(source("Bare.java")).contains("\n@Wheel\n");
        assertThat(source("package-info.java"))
                .contains("name = \"nautech\", url = \"https://index.example/simple/\"")
                .contains("Platform.X86_64_LINUX", "Platform.AARCH64_DARWIN");
        assertThat(Files.readString(home.resolve("generated/pylock.toml")))
                .contains("name = \"nautilus-trader\"\nversion = \"1.2\"");
        assertThat(outcome.imported().left())
                .containsExactlyInAnyOrder(
                        "flake.nix:20: \"yaml.extra\": nothing is known of it",
                        "flake.nix:21: \"elsewhere from nowhere\": nothing says where that is; declare @Source(name, url)",
                        "flake.nix:23: \"wheels.packages.computed\": it is computed, and nothing here is evaluated");
    }

    @Test
    void handsDefinitionsTheSetThatTheyAreFor() throws IOException {
        run(FLAKE);

        String custom = source("Uuid7.java");
        assertThat(custom)
                .contains(
                        "@CustomPackage(\n        pythons = \"3.12\",\n        description = \"UUID version 7 for Python\"")
                .contains("{ pkgs, python }:\n", "python3Packages = python.pkgs;")
                .endsWith("interface Uuid7 {}\n");
        String definition = custom.substring(custom.indexOf("\"\"\"\n") + 4, custom.lastIndexOf("\"\"\""))
                .stripIndent()
                .translateEscapes();
        assertThat(NixSyntax.check(definition)).isEmpty();
        assertThat(NixSyntax.function(definition)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ wheels.packages.a = { source = \"pypi\" }; } | flake.nix:1: no Nix: ",
                "{ wheels.packages.a.source = \"x\"; wheels.packages = { a.source = \"y\"; }; } | flake.nix:1: ",
                "{ wheels.packages.\"a b\" = { source = \"pypi\"; }; } | flake.nix:1: ",
                "{ wheels.packages.a = { version = \"not one\"; }; } | flake.nix:1: ",
                "{ wheels.packages.a = { wheel_name = \"*/ class Evil\"; }; } | flake.nix:1: ",
            })
    void refusesWhatIsNone(String text, String message) throws IOException {
        WheelsException problem = catchThrowableOfType(WheelsException.class, () -> run(text));

        assertThat(problem.problem().code()).isEqualTo("I103");
        assertThat(problem.problem().message()).startsWith(message);
        assertThat(home.resolve("src")).doesNotExist();
    }

    @Test
    void textsOfAFlakeStayTexts() throws IOException {
        run("""
                { wheels.customPackages.a = {
                    definition = { lib }: "\\"\\"\\" \\\\u0022 */ ${lib.x} \\n";
                    description = "\\"\\"\\") interface Evil {} /* \\${x}";
                  };
                }
                """);

        String definition = source("A.java");
        definition = definition
                .substring(definition.lastIndexOf("definition = \"\"\"\n") + 17, definition.lastIndexOf("\"\"\""))
                .stripIndent()
                .translateEscapes();
        assertThat(definition).isEqualTo("{ lib }: \"\\\"\\\"\\\" \\\\u0022 */ ${lib.x} \\n\"\n");
    }
}
