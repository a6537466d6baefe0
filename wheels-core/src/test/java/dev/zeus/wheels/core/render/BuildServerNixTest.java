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
