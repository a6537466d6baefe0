// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.FixtureNixpkgs;
import dev.zeus.wheels.testkit.HostCommand;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That a set for glibc and musl is resolved, locked, rendered, built by Nix with each library, and checked with each.
 */
@NeedsNixBuilds
final class MuslSetNixTest {
    private static final Path NIXPKGS = Path.of("target", "nixpkgs").toAbsolutePath();

    @TempDir
    Path home;

    @BeforeAll
    static void writeNixpkgs() {
        FixtureNixpkgs.writeTo(NIXPKGS, List.of());
    }

    private static WheelBuilder compiled(String name, String version, String platform) {
        return WheelBuilder.of(name, version)
                .tags("cp312-cp312-" + platform)
                .file(name + "/__init__.py", "FOR = '" + platform + "'\n");
    }

    @Test
    void eachLibraryIsServedFromLockToImport() throws Exception {
        try (LoopbackIndex index = LoopbackIndex.start()) {
            index.add(compiled("demo", "1.0", "manylinux_2_17_x86_64")
                            .requires("leaf")
                            .build())
                    .add(compiled("demo", "1.0", "musllinux_1_1_x86_64")
                            .requires("leaf")
                            .build())
                    .add(compiled("demo", "1.0", "musllinux_1_2_x86_64")
                            .requires("leaf")
                            .build())
                    // Newer than the floor, and for another machine.
                    .add(compiled("demo", "1.0", "musllinux_1_3_x86_64")
                            .requires("leaf")
                            .build())
                    .add(compiled("demo", "1.0", "musllinux_1_2_aarch64")
                            .requires("leaf")
                            .build())
                    // A newer release without a wheel for musl is no answer.
                    .add(compiled("demo", "2.0", "manylinux_2_17_x86_64")
                            .requires("leaf")
                            .build())
                    .add(WheelBuilder.of("leaf", "1.0").build());
            Acme acme = new Acme(home)
                    .targets(
                            List.of(
                                    new TargetDeclaration(Platform.X86_64_LINUX, "2.39"),
                                    new TargetDeclaration(Platform.X86_64_LINUX_MUSL, "1.2")),
                            "3.12")
                    .source("acme", index.uri())
                    .wheel("demo", "acme");
            acme.generate(new LockUpdate.Keep());

            Map<String, String> locked = new TreeMap<>();
            acme.lock()
                    .packages()
                    .get(0)
                    .wheels()
                    .forEach(wheel -> wheel.targets()
                            .forEach(target ->
                                    locked.put(target, wheel.filename().text())));
            assertThat(locked)
                    .isEqualTo(Map.of(
                            "cp312-x86_64-linux", "demo-1.0-cp312-cp312-manylinux_2_17_x86_64.whl",
                            "cp312-x86_64-linux-musl", "demo-1.0-cp312-cp312-musllinux_1_2_x86_64.whl"));

            assertThat(imported("pkgs")).isEqualTo("manylinux_2_17_x86_64");
            assertThat(imported("pkgs.pkgsMusl")).isEqualTo("musllinux_1_2_x86_64");
            assertThat(HostCommand.said(
                            "cat",
                            build("(import " + home.resolve("generated/checks.nix") + " pkgs.pkgsMusl).python312-all")))
                    .contains("the environment was asked for");
        }
    }

    private String imported(String pkgs) throws IOException, InterruptedException {
        String environment = build("(import " + home.resolve("generated/pythons.nix") + " " + pkgs
                + ").\"3.12\".withPackages (ps: [ ps.demo ])");
        return HostCommand.said(environment + "/bin/python3", "-c", "import demo, leaf; print(demo.FOR)");
    }

    private String build(String expression) throws IOException, InterruptedException {
        return HostCommand.said(
                "nix-build",
                "--no-out-link",
                "--expr",
                "let pkgs = import " + NIXPKGS + " { system = \"x86_64-linux\"; }; in " + expression);
    }
}
