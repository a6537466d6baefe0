// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.ApplicationDeclaration;
import dev.zeus.wheels.ContainerImageDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.ImageUser;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What build servers are told to build; nothing is built to say so. */
@NeedsNixBuilds
class BuildServerNixTest {
    private static final Path NIX = Path.of("..", "nix").toAbsolutePath().normalize();

    @TempDir
    static Path directory;

    private static FixtureNix nix;

    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        EnvironmentDeclaration shop = new EnvironmentDeclaration(
                        "com.acme.Shop", "shop", "3.12", List.of("leaf"), List.of(), new TreeMap<>(), "")
                .withParts(List.of(
                        new ApplicationDeclaration("web", List.of("leaf"), List.of()),
                        new ContainerImageDeclaration(
                                "acme/shop",
                                "",
                                "web",
                                List.of(),
                                List.of(),
                                new TreeMap<>(),
                                new TreeMap<>(),
                                new ImageUser("app", 1000),
                                "/",
                                false)));
        nix.write(Renderer.render(
                Sets.of(List.of(Sets.wheel("leaf")), List.of()).withEnvironments(List.of(shop)),
                new LockBuilder().pure("leaf").lock()));
        Files.createDirectory(directory.resolve("empty"));
    }

    private static String jobs(String generated, String body) throws Exception {
        return nix.evalWhole("let jobs = import " + NIX + "/hydra-jobs.nix { generated = import " + NIX
                + "/generated.nix " + directory.resolve(generated) + "; pkgsFor = system: import "
                + FixtureNix.NIXPKGS + " { inherit system; }; }; in " + body);
    }

    @Test
    void theJobsAreByKindNameAndSystem() throws Exception {
        assertThat(jobs(
                        "generated",
                        "builtins.mapAttrs (_: builtins.mapAttrs (_: builtins.attrNames))"
                                + " (removeAttrs jobs [ \"release\" ])"))
                .isEqualTo("{\"applications\":{\"web\":[\"aarch64-darwin\",\"x86_64-linux\"]},"
                        + "\"checks\":{\"python311-all\":[\"aarch64-darwin\",\"x86_64-linux\"],"
                        + "\"python311-leaf\":[\"aarch64-darwin\",\"x86_64-linux\"],"
                        + "\"python312-all\":[\"aarch64-darwin\",\"x86_64-linux\"],"
                        + "\"python312-leaf\":[\"aarch64-darwin\",\"x86_64-linux\"]},"
                        + "\"environments\":{\"shop\":[\"aarch64-darwin\",\"x86_64-linux\"]},"
                        // An image is of Linux.
                        + "\"images\":{\"shop\":[\"x86_64-linux\"]}}");
    }

    @Test
    void theReleaseIsAllOfThem() throws Exception {
        assertThat(jobs("generated", "builtins.length jobs.release.constituents"))
                .isEqualTo("13");
        assertThat(jobs("generated", "builtins.isString jobs.release.drvPath")).isEqualTo("true");
    }

    @Test
    void beforeTheFirstRunThereAreNone() throws Exception {
        assertThat(jobs("empty", "builtins.attrNames jobs")).isEqualTo("[]");
    }

    /** With flake-parts there is the same as in a flake, each at its place. */
    @Test
    void theModuleOfFlakePartsHangsThemUp() throws Exception {
        String module = "let lib = import " + FixtureNix.NIXPKGS + "/lib.nix; of = system: import " + FixtureNix.NIXPKGS
                + " { inherit system; }; module = (import " + NIX + "/flake-module.nix { inherit lib; config = {"
                + " systems = [ \"x86_64-linux\" ]; wheels = { directory = " + directory.resolve("generated")
                + "; commands = { generate = \"g\"; inspect = \"i\"; }; }; }; withSystem = system: body: body {"
                + " pkgs = of system; config = module.perSystem { pkgs = of system; }; }; }).config;"
                + " here = module.perSystem { pkgs = of \"x86_64-linux\"; }; in ";

        assertThat(nix.evalWhole(module + "map builtins.attrNames [ module.flake module.flake.overlays"
                        + " module.flake.hydraJobs here here.devShells ]"))
                .isEqualTo("[[\"githubActions\",\"homeModules\",\"hydraJobs\",\"nixosModules\",\"overlays\"],"
                        + "[\"default\",\"private\"],[\"applications\",\"checks\",\"environments\",\"images\",\"release\"],"
                        + "[\"apps\",\"checks\",\"devShells\",\"packages\"],[\"shop\",\"wheels\"]]");
        assertThat(nix.evalWhole(module
                        + "[ (here.apps.web.program == here.packages.web.outPath + \"/bin/leaf\") (here.checks ? image-shop)"
                        + " (map (each: each.name) module.flake.githubActions.matrix.include) ]"))
                .isEqualTo(
                        "[true,true,[\"application-web\",\"image-shop\",\"python311-all\",\"python311-leaf\",\"python312-all\",\"python312-leaf\"]]");
    }

    @Test
    void theMatrixHasAnEntryForEachCheckAndSystem() throws Exception {
        String matrix = "(import " + NIX + "/github-actions.nix { lib = import " + FixtureNix.NIXPKGS
                + "/lib.nix; checks = { x86_64-linux.\"a.b\" = 1; aarch64-linux.c = 2; riscv64-linux.d = 3; }; }).matrix";

        assertThat(nix.evalWhole(matrix))
                .isEqualTo("{\"include\":[{\"attr\":\"githubActions.checks.aarch64-linux.\\\"c\\\"\",\"name\":\"c\","
                        + "\"os\":[\"ubuntu-24.04-arm\"],\"system\":\"aarch64-linux\"},"
                        + "{\"attr\":\"githubActions.checks.x86_64-linux.\\\"a.b\\\"\",\"name\":\"a.b\","
                        + "\"os\":[\"ubuntu-24.04\"],\"system\":\"x86_64-linux\"}]}");
    }
}
