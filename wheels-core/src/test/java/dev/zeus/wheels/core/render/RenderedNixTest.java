// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.needs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.check.FlakeChecks;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.PackageFacts;
import dev.zeus.wheels.core.text.NixText;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That real Nix evaluates and builds what the renderer writes, on the small nixpkgs of the test kit. */
@NeedsNixBuilds
class RenderedNixTest {
    private static final String HOSTILE = "${builtins.throw \"ran\"} '' \"; x = \\ \r\n\t\u001b[2J\u202e$${y}";

    @TempDir
    static Path directory;

    private static FixtureNix nix;

    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        nix.write(Renderer.render(declaration(), lock()));
    }

    private static LockedWheel wheel(WheelBuilder builder, String where) throws IOException {
        return nix.wheel(builder, where);
    }

    private static PackageFacts facts(String module) {
        return new PackageFacts(
                Optional.of(HOSTILE),
                Optional.of("MIT OR LicenseRef-Own"),
                Optional.of("https://example.org/" + HOSTILE),
                Optional.empty(),
                List.of(module),
                Optional.empty());
    }

    private static Lock lock() throws IOException {
        SortedMap<ExtraName, List<LockedDependency>> more = new TreeMap<>();
        more.put(ExtraName.parse("more"), List.of(needs("round-b"), needs("only-old", "cp311")));
        return new LockBuilder()
                .add(
                        "pypi",
                        facts("my_app"),
                        List.of(needs("leaf[more]"), needs("packaging"), needs("only-darwin", "darwin")),
                        wheel(
                                WheelBuilder.of("my_app", "1.0")
                                        .requires(
                                                "leaf[more]>=1",
                                                "packaging<1",
                                                "only-darwin; sys_platform == 'darwin'"),
                                ""))
                .add(
                        "pypi",
                        facts("leaf"),
                        List.of(),
                        more,
                        wheel(
                                WheelBuilder.of("leaf", "1.5")
                                        .extras("more")
                                        .requires(
                                                "round-b; extra == 'more'",
                                                "only-old; python_version < '3.12' and extra == 'more'"),
                                ""))
                .add(
                        "pypi",
                        facts("round_a"),
                        List.of(needs("round-b")),
                        wheel(WheelBuilder.of("round_a", "1.0").requires("round-b"), ""))
                .add(
                        "pypi",
                        facts("round_b"),
                        List.of(needs("round-a")),
                        wheel(WheelBuilder.of("round_b", "2.0").requires("round-a==1.0"), ""))
                .add("pypi", facts("only_old"), List.of(), wheel(WheelBuilder.of("only_old", "1.0"), "cp311"))
                .add("pypi", facts("only_darwin"), List.of(), wheel(WheelBuilder.of("only_darwin", "1.0"), "darwin"))
                .add(
                        "nautech",
                        facts("compiled"),
                        List.of(),
                        wheel(WheelBuilder.of("compiled", "3.0").tags("cp311-abi3-manylinux_2_17_x86_64"), "linux"))
                .lock();
    }

    private static WheelSetDeclaration declaration() throws IOException {
        BuiltWheel own = WheelBuilder.of("own", "0.1").build();
        Path file = Files.write(directory.resolve(own.filename()), own.bytes());
        String definition = """
                { pkgs, python3Packages }:
                python3Packages.buildPythonPackage {
                  pname = "own";
                  version = "0.1";
                  format = "wheel";
                  src = pkgs.fetchurl { url = "%s"; hash = "%s"; };
                }
                """.formatted(file.toUri(), new Sha256(own.sha256()).sri());
        CustomPackageDeclaration custom = new CustomPackageDeclaration(
                "com.acme.Own",
                "own",
                "own",
                definition,
                List.of("3.12"),
                HOSTILE,
                List.of(),
                List.of(PackageTest.IMPORT, PackageTest.METADATA));
        return new WheelSetDeclaration(
                "com.acme",
                List.of("3.11", "3.12"),
                List.of(),
                List.of(),
                DependencyPolicy.WHEELS,
                ResolutionSettings.DEFAULT,
                List.of(declared("my-app"), declared("round-b"), declared("compiled")),
                List.of(custom));
    }

    private static WheelDeclaration declared(String name) {
        return new WheelDeclaration(
                "com.acme.A",
                name,
                name.replace('-', '_'),
                "pypi",
                List.of(Platform.UNIVERSAL),
                List.of("3.11", "3.12"),
                "",
                List.of(),
                List.of(PackageTest.values()),
                Provider.WHEEL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pkgs.python312Packages.my_app.name | python3.12-my-app-1.0",
                "pkgs.python312Packages.leaf.meta.license != [ ] | true",
                "pkgs.python312Packages.leaf.wheel.index | pypi",
                "pkgs.python312Packages.compiled.wheel.minGlibc | 2.17",
                "toString pkgs.python312Packages.compiled.meta.platforms | x86_64-linux",
                "pkgs.python312Packages.my-app.tests.check.name | python3.12-my-app-check",
                "pkgs.python312Packages.leaf.tests == { } | true",
                "pkgs.python312Packages.compiled.wheel.tags | cp311-abi3-manylinux_2_17_x86_64",
                "pkgs.python312Packages.leaf.wheel.tags | py3-none-any",
                "pkgs.python312Packages ? only-old | false",
                "pkgs.python311Packages ? only-old | true",
                "pkgs.python312Packages ? only-darwin | false",
                "pkgs.python311Packages ? own | false",
                "pkgs.python312Packages.round-a == pkgs.python312Packages.round_b | true",
                "pkgs.python312Packages.leaf.override { cudaSupport = true; } ? name | true",
                "(builtins.head (pkgs.python312Packages.my-app.override { leaf = pkgs.python312Packages.leaf.overridePythonAttrs { version = \"9\"; }; }).dependencies).version | 9"
            })
    void evaluatesToWhatWasLocked(String body, String value) throws Exception {
        String shown = "let value = " + body + "; in if builtins.isBool value then builtins.toJSON value else value";
        assertThat(nix.run("nix-instantiate", "--eval", "--expr", nix.expression(shown)))
                .isEqualTo('"' + value + '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x86_64-linux | python311 | compiled leaf my-app my_app only-old only_old round-a round-b round_a round_b",
                "x86_64-linux | python312 | compiled leaf my-app my_app own round-a round-b round_a round_b",
                "aarch64-darwin | python312 | leaf my-app my_app only-darwin only_darwin own round-a round-b round_a round_b",
                "aarch64-linux | python312 | own"
            })
    void everySystemHasWhatWasLockedForIt(String system, String python, String names) throws Exception {
        String body = "let ps = pkgs." + python + "Packages; bare = (import " + FixtureNix.NIXPKGS + " { system = \""
                + system
                + "\"; })." + python + "Packages; ours = builtins.filter (n: !(bare ? ${n})) (builtins.attrNames ps);"
                + " in builtins.deepSeq (map (n: [ ps.${n}.drvPath ps.${n}.meta ps.${n}.wheel or null ]) ours)"
                + " (builtins.concatStringsSep \" \" ours)";
        assertThat(nix.run(
                        "nix-instantiate",
                        "--eval",
                        "--expr",
                        nix.expression(system, List.of(nix.overlay("generated")), body)))
                .isEqualTo('"' + names + '"');
    }

    @Test
    void textsFromTheIndexAreTheSameTextInNix() throws Exception {
        String hash = "builtins.hashString \"sha256\" (pkgs.python312Packages.leaf.meta.description"
                + " + pkgs.python312Packages.own.meta.description)";
        assertThat(nix.run("nix-instantiate", "--eval", "--expr", nix.expression(hash)))
                .isEqualTo('"' + HostileText.sha256(NixText.forPeople(HOSTILE) + NixText.forPeople(HOSTILE)) + '"');
    }

    @Test
    void everyCheckBuilds() throws Exception {
        String checks = "import " + directory.resolve("generated/checks.nix") + " pkgs";
        String names = "builtins.concatStringsSep \" \" (builtins.attrNames (" + checks + "))";
        assertThat(nix.run("nix-instantiate", "--eval", "--expr", nix.expression(names)))
                .contains("python311-my-app", "python312-round-b", "python312-own", "python312-all")
                .doesNotContain("python311-own")
                .isEqualTo('"'
                        + String.join(" ", FlakeChecks.names(declaration(), lock(), Platform.X86_64_LINUX.system()))
                        + '"');
        String built = nix.run("nix-build", "--no-out-link", "--expr", nix.expression(checks));
        StringBuilder said = new StringBuilder();
        for (String path : built.lines().toList()) {
            said.append(Files.readString(Path.of(path)));
        }
        assertThat(said).contains("round-b was asked for: abi import metadata", "collisions, requirements");
    }
}
