// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zeus.wheels.ExcuseDeclaration;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.FixtureNixpkgs;
import dev.zeus.wheels.testkit.HostCommand;
import dev.zeus.wheels.testkit.HostPython;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That a set is locked, checked, built by Nix and imported: with overrides, excludes and a circle by way of an extra,
 * and with two sources of one package, wheels of one release that differ, and a fault that is excused.
 */
@NeedsNixBuilds
final class DecidedSetNixTest {
    private static final Path NIXPKGS = Path.of("target", "nixpkgs").toAbsolutePath();
    private static final TargetDeclaration LINUX = new TargetDeclaration(Platform.X86_64_LINUX, "2.39");
    private static final TargetDeclaration MAC = new TargetDeclaration(Platform.AARCH64_DARWIN, "14.0");

    @TempDir
    Path home;

    @BeforeAll
    static void writeNixpkgs() {
        FixtureNixpkgs.writeTo(NIXPKGS, List.of());
    }

    private static void serve(LoopbackIndex index) {
        index.add(WheelBuilder.of("app", "1.0")
                        .requires("heavy>=1", "Old_Friend<2", "old-friend-core", "ring[full]")
                        .script("app = app:main")
                        .file(
                                "app/__init__.py",
                                "import old_friend, ring, round\n\ndef main():\n    print(ring.NAME)\n")
                        .file("tests/__init__.py", "# of app\n")
                        .build())
                // The extra leads back to what asks for it.
                .add(WheelBuilder.of("ring", "1.0")
                        .extras("full")
                        .requires("app; extra == 'full'", "round; extra == 'full'", "heavy; extra == 'full'")
                        .file("ring/__init__.py", "NAME = 'ring'\n")
                        .file("tests/__init__.py", "# of ring\n")
                        .build())
                .add(WheelBuilder.of("round", "1.0").requires("app").build())
                .add(WheelBuilder.of("heavy", "1.0").build())
                .add(WheelBuilder.of("old-friend", "1.0").build())
                .add(WheelBuilder.of("old-friend", "3.0")
                        .file("old_friend/__init__.py", "VERSION = 3\n")
                        .build())
                .add(WheelBuilder.of("old-friend-core", "1.0").build());
    }

    @Test
    void isCheckedBuiltAndImported() throws Exception {
        try (LoopbackIndex index = LoopbackIndex.start()) {
            serve(index);
            Acme acme = new Acme(home)
                    .source("acme", index.uri())
                    .wheel("app", "acme")
                    .settings(new ResolutionSettings(
                            List.of(),
                            List.of("old-friend>=3"),
                            List.of("heavy"),
                            ResolutionStrategy.HIGHEST,
                            PrereleasePolicy.IF_NECESSARY,
                            ""));
            acme.generate(new LockUpdate.Keep());

            LockedWheels locked = acme.locked();
            List<CheckResult> results = locked.check(locked.lock(event -> {}), event -> {});
            assertThat(results).noneMatch(result -> result.outcome() instanceof Outcome.Failed);

            Path environment = build("pkgs.python312.withPackages (ps: [ ps.app ])");
            assertThat(HostCommand.said(environment.resolve("bin/app").toString()))
                    .isEqualTo("ring");
            assertThat(HostCommand.said(
                            environment.resolve("bin/python3").toString(),
                            "-c",
                            "import app, old_friend, importlib.metadata as m;"
                                    + " print(old_friend.VERSION, *sorted(m.requires('app')))"))
                    .isEqualTo("3 Old_Friend old-friend-core ring[full]");
            assertThat(HostCommand.said(
                            "cat",
                            build("(import " + home.resolve("generated/checks.nix") + " pkgs).python312-all")
                                    .toString()))
                    .contains("the environment was asked for");
        }
    }

    private static void serve(LoopbackIndex cuda, LoopbackIndex open) {
        // One version of one package from a source for each platform, with other requirements on each.
        cuda.add(WheelBuilder.of("torch", "2.9.0")
                .tags("py3-none-manylinux_2_28_x86_64")
                .requires("driver")
                .file("torch/__init__.py", "import driver\nFROM = 'cuda'\n")
                .build());
        open.add(WheelBuilder.of("torch", "2.9.0")
                        .tags("py3-none-macosx_11_0_arm64")
                        .requires("metal")
                        .file("torch/__init__.py", "import metal\nFROM = 'open'\n")
                        .build())
                .add(WheelBuilder.of("driver", "1.0").build())
                .add(WheelBuilder.of("metal", "1.0").build())
                .add(WheelBuilder.of("vision", "1.0")
                        .requires("torch>=2")
                        .file("vision/__init__.py", "import torch\n")
                        .build())
                .add(WheelBuilder.of("base", "1.0")
                        .file("base/__init__.py", "MAJOR = 1\n")
                        .build())
                .add(WheelBuilder.of("base", "2.0")
                        .file("base/__init__.py", "MAJOR = 2\n")
                        .build())
                .add(WheelBuilder.of("broken", "1.0")
                        .record("broken/__init__.py,sha256=AAAA,1\n")
                        .build());
        demo(open, "cp311-cp311-manylinux_2_28_x86_64", "==3.11.*", "base<2");
        demo(open, "cp312-cp312-manylinux_2_28_x86_64", "==3.12.*", "base>=2");
        demo(open, "cp311-cp311-macosx_11_0_arm64", "==3.11.*", "base>=2");
        demo(open, "cp312-cp312-macosx_11_0_arm64", ">=3.12", "base<2", "metal");
    }

    private static void demo(LoopbackIndex index, String tags, String pythons, String... requirements) {
        index.add(WheelBuilder.of("demo", "1.0")
                .tags(tags)
                .requiresPython(pythons)
                .requires(requirements)
                .file("demo/__init__.py", "import base\n")
                .build());
    }

    @Test
    void isBuiltFromTwoSourcesWithWheelsThatDifferAndWhatIsExcused() throws Exception {
        assumeTrue(HostPython.find().stream().anyMatch(python -> python.minor().equals("3.11")), "needs Python 3.11");
        try (LoopbackIndex cuda = LoopbackIndex.start();
                LoopbackIndex open = LoopbackIndex.start()) {
            serve(cuda, open);
            Acme acme = new Acme(home)
                    .source("cuda", cuda.uri())
                    .source("open", open.uri())
                    .targets(List.of(LINUX), "3.11", "3.12")
                    .wheel("torch", "cuda")
                    .targets(List.of(MAC), "3.11", "3.12")
                    .wheel("torch", "open")
                    .targets(List.of(LINUX, MAC), "3.11", "3.12")
                    .wheel("vision", "open")
                    .wheel("demo", "open")
                    .wheel("broken", "open")
                    .wheel("driver", "open")
                    .wheel("metal", "open")
                    .excuses(new ExcuseDeclaration("broken", List.of("C203", "C205", "C206"), "written by hand"));
            acme.generate(new LockUpdate.Keep());

            LockedWheels locked = acme.locked();
            List<CheckResult> results = locked.check(locked.lock(event -> {}), event -> {});
            assertThat(results).noneMatch(result -> result.outcome() instanceof Outcome.Failed);
            assertThat(results).anyMatch(result -> result.outcome() instanceof Outcome.Excused);

            for (String python : List.of("311", "312")) {
                Path environment =
                        build("pkgs.python" + python + ".withPackages (ps: [ ps.vision ps.demo ps.broken ])");
                assertThat(HostCommand.said(
                                environment.resolve("bin/python3").toString(),
                                "-c",
                                "import vision, demo, broken; print(vision.torch.FROM, demo.base.MAJOR)"))
                        .as(python)
                        .isEqualTo("cuda " + (python.equals("311") ? 1 : 2));
                build("(import " + home.resolve("generated/checks.nix") + " pkgs).python" + python + "-all");
                String names = "map (d: d.pname + \"-\" + d.version) pkgs.python" + python + "Packages.";
                assertThat(evaluated("aarch64-darwin", names + "torch.dependencies"))
                        .isEqualTo("[\"metal-1.0\"]");
                assertThat(evaluated("aarch64-darwin", names + "demo.dependencies"))
                        .isEqualTo(python.equals("311") ? "[\"base-2.0\"]" : "[\"base-1.0\",\"metal-1.0\"]");
                assertThat(evaluated(
                                "aarch64-darwin",
                                "(pkgs.python" + python + ".withPackages (ps: [ ps.vision ps.broken ])).drvPath"))
                        .contains("-env.drv");
            }
        }
    }

    private Path build(String body) throws IOException, InterruptedException {
        return Path.of(HostCommand.said("nix-build", "--no-out-link", "--expr", expression("x86_64-linux", body)));
    }

    private String evaluated(String system, String body) throws IOException, InterruptedException {
        return HostCommand.said("nix-instantiate", "--eval", "--strict", "--json", "--expr", expression(system, body));
    }

    private String expression(String system, String body) {
        return "let pkgs = import " + NIXPKGS + " { system = \"" + system + "\"; overlays = [ (import "
                + home.resolve("generated/overlay.nix") + ") ]; }; in " + body;
    }
}
