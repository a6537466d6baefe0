// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That modules mean in the small nixpkgs what they mean in nixpkgs, mistakes included. */
@NeedsNix
final class FixtureModulesTest {
    private static final Path NIXPKGS = Path.of("target", "nixpkgs").toAbsolutePath();

    private static final String OPTIONS = """
            {
              options.a.flag = lib.mkEnableOption "it";
              options.a.list = lib.mkOption { type = lib.types.listOf lib.types.int; default = [ ]; };
              options.a.name = lib.mkOption { type = lib.types.str; };
              options.a.port = lib.mkOption { type = lib.types.port; default = 80; };
              options.a.set = lib.mkOption { type = lib.types.attrsOf lib.types.str; default = { }; };
              options.a.sub = lib.mkOption {
                default = { };
                type = lib.types.attrsOf (
                  lib.types.submodule ({ name, ... }: { options.own = lib.mkOption { default = name; type = lib.types.str; }; })
                );
              };
            }""";

    @BeforeAll
    static void writeTree() {
        FixtureNixpkgs.writeTo(NIXPKGS, List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.name = \"x\"; | a.name | \"x\"",
                "a.flag = true; | a.flag | true",
                "a.name = lib.mkDefault \"x\"; | a.name | \"x\"",
                "imports = [ { a.name = lib.mkDefault \"x\"; } ]; a.name = \"y\"; | a.name | \"y\"",
                "imports = [ { a.name = lib.mkForce \"x\"; } ]; a.name = \"y\"; | a.name | \"x\"",
                "imports = [ { a.name = \"x\"; } ]; a.name = \"y\"; | a.name | conflicting definition values",
                "imports = [ { a.name = \"x\"; } ]; a.name = \"x\"; | a.name | \"x\"",
                "imports = [ { a.list = [ 1 ]; } ]; a.list = [ 2 ]; | a.list | [1,2]",
                "a.list = lib.mkMerge [ [ 1 ] (lib.mkIf false [ 2 ]) (lib.mkIf true [ 3 ]) ]; | a.list | [1,3]",
                "config = lib.mkIf config.a.flag { a.name = \"x\"; }; | a.name | was accessed but has no value defined",
                "config = lib.mkMerge [ { a.flag = true; } (lib.mkIf config.a.flag { a.name = \"x\"; }) ]; | a.name | \"x\"",
                "imports = [ { a.set.x = \"1\"; } ]; a.set.y = \"2\"; | a.set | {\"x\":\"1\",\"y\":\"2\"}",
                "a.set = lib.mkIf false { x = \"1\"; }; | a.set | {}",
                "a.set.x = lib.mkIf false \"1\"; | a.set | {}",
                "a.sub.x = { }; a.sub.y.own = \"z\"; | a.sub | {\"x\":{\"own\":\"x\"},\"y\":{\"own\":\"z\"}}",
                "a.sub.x.other = 1; | a.sub | The option `a.sub.x.other' does not exist",
                "a.port = 65536; | a.port | A definition for option `a.port' is not of type",
                "a.name = 1; | a.name | A definition for option `a.name' is not of type `str'",
                "a.name = null; | a.name | A definition for option `a.name' is not of type `str'",
                "a.nmae = \"x\"; | a.port | The option `a.nmae' does not exist",
                "options.b = { }; a.name = \"x\"; | a.name | Module has an unsupported attribute `a'",
                "options.a.port = lib.mkOption { }; | a.port | The option `a.port' is already declared",
                "imports = [ ({ pkgs, ... }: { a.name = pkgs; }) ]; | a.name | \"from outside\"",
                "imports = [ ({ nobody, ... }: { a.name = nobody; }) ]; | a.name | asks for the argument `nobody'",
            })
    void mergesAndRefusesWhatNixpkgsWould(String module, String asked, String answer) throws Exception {
        String expression = "let lib = import " + NIXPKGS + "/lib.nix; in (lib.evalModules { modules = [ " + OPTIONS
                + " ({ config, ... }: { " + module
                + " }) { config._module.args.pkgs = \"from outside\"; } ]; }).config."
                + asked;

        assertThat(said(expression)).contains(answer);
    }

    private static String said(String expression) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("nix-instantiate", "--eval", "--strict", "--json", "--expr", expression)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
