package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.testkit.FixtureNixpkgs;
import dev.zeus.wheels.testkit.HostPython;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That a set with overrides, excludes and a circle by way of an extra is locked, checked, built by Nix and imported.
 */
final class DecidedSetNixTest {
    private static final Path NIXPKGS = Path.of("target", "nixpkgs").toAbsolutePath();

    @TempDir
    Path home;

    private static void requireNix() {
        boolean there = List.of(System.getenv("PATH").split(":")).stream()
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "nix-build")))
                && System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64")
                && HostPython.find().stream().anyMatch(python -> python.minor().equals("3.12"));
        assumeTrue(there, "needs Nix and Python 3.12 on x86_64-linux");
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
        requireNix();
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
            assertThat(said(environment.resolve("bin/app").toString())).isEqualTo("ring");
            assertThat(said(
                            environment.resolve("bin/python3").toString(),
                            "-c",
                            "import app, old_friend, importlib.metadata as m;"
                                    + " print(old_friend.VERSION, *sorted(m.requires('app')))"))
                    .isEqualTo("3 Old_Friend old-friend-core ring[full]");
            assertThat(said(
                            "cat",
                            build("(import " + home.resolve("generated/checks.nix") + " pkgs).python312-all")
                                    .toString()))
                    .contains("the environment was asked for");
        }
    }

    private Path build(String body) throws IOException, InterruptedException {
        String expression = "let pkgs = import " + NIXPKGS + " { system = \"x86_64-linux\"; overlays = [ (import "
                + home.resolve("generated/overlay.nix") + ") ]; }; in " + body;
        return Path.of(said("nix-build", "--no-out-link", "--expr", expression));
    }

    private String said(String... command) throws IOException, InterruptedException {
        Path errors = home.resolve("errors.txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return said.strip();
    }
}
