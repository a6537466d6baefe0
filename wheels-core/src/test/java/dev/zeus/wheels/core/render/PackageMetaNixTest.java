// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.PackageFacts;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That nixpkgs is told the truth of packages, and evaluates those that are free without being asked to allow others.
 */
@NeedsNixBuilds
class PackageMetaNixTest {
    /** What nixpkgs had before there were operators: of a list everything is asked to be free. */
    private static final String OLDER =
            "(import " + FixtureNix.NIXPKGS + "/lib.nix // { licenses = removeAttrs (import " + FixtureNix.NIXPKGS
                    + "/lib.nix).licenses [ \"AND\" \"OR\" ]; })";

    @TempDir
    static Path directory;

    private static FixtureNix nix;

    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        nix.write(Renderer.render(Sets.of(List.of(Sets.wheel("psf")), List.of()), lock()));
    }

    private static Lock lock() {
        LockBuilder lock = new LockBuilder();
        licensed(lock, "psf", "PSF-2.0");
        licensed(lock, "several", "MIT-CMU AND MIT AND CDLA-Permissive-2.0");
        licensed(lock, "excepted", "Apache-2.0 WITH LLVM-exception");
        licensed(lock, "choice", "LicenseRef-Own OR (MIT AND PSF-2.0)");
        licensed(lock, "mixed", "Zlib AND (MIT OR BUSL-1.1)");
        licensed(lock, "own", "LicenseRef-Own");
        licensed(lock, "partly_own", "MIT AND LicenseRef-Own");
        licensed(lock, "known_unfree", "CC-BY-NC-4.0");
        licensed(lock, "unknown", "see the file LICENSE");
        return lock.add("nautech", LockBuilder.NO_FACTS, List.of(), wheel("Foreign_One-1!2.0+cpu-py3-none-any.whl"))
                .add("pypi", LockBuilder.NO_FACTS, List.of(), wheel("newest-1.0-cp312-cp312-manylinux_2_41_x86_64.whl"))
                .add("pypi", LockBuilder.NO_FACTS, List.of(), wheel("ready-1.0-cp312-cp312-manylinux_2_40_x86_64.whl"))
                .add(
                        "pypi",
                        LockBuilder.NO_FACTS,
                        List.of(),
                        LockBuilder.wheel("mac_only-1.0-cp312-cp312-macosx_26_0_arm64.whl", "cp312-aarch64-darwin"))
                .lock();
    }

    private static LockedWheel wheel(String filename) {
        return LockBuilder.wheel(filename, "cp312-x86_64-linux");
    }

    private static void licensed(LockBuilder lock, String name, String license) {
        PackageFacts facts = new PackageFacts(
                Optional.empty(),
                Optional.of(license),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        lock.add("pypi", facts, List.of(), LockBuilder.wheel(name + "-1.0-py3-none-any.whl", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"psf", "several", "excepted", "choice", "mixed", "unknown"})
    void whatIsFreeEvaluates(String name) throws Exception {
        assertThat(nix.eval("pkgs.python312Packages." + name + ".drvPath")).endsWith(".drv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "partly-own", "known-unfree"})
    void whatIsNotFreeIsRefusedUnlessItIsAllowed(String name) throws Exception {
        String drvPath = "pkgs.python312Packages." + name + ".drvPath";
        assertThat(failure(nix.expression(drvPath)))
                .contains("python3.12-" + name + "-1.0", "has an unfree license", "refusing to evaluate");
        String allowed = "let pkgs = import " + FixtureNix.NIXPKGS + " { overlays = [ (" + nix.overlay("generated")
                + ") ]; config.allowUnfreePackages = [ \"" + name + "\" ]; }; in " + drvPath;
        assertThat(nix.evalWhole(allowed)).endsWith(".drv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[ \"MIT\" ] | mit",
                "[ \"PSF-2.0\" \"MIT\" ] | PSF-2.0 mit",
                "[ { anyOf = [ \"LicenseRef-Own\" \"MIT\" ]; } ] | mit",
                "[ { anyOf = [ \"LicenseRef-Own\" { allOf = [ \"MIT\" \"PSF-2.0\" ]; } ]; } \"Zlib\" ] | mit PSF-2.0 zlib",
                "[ { anyOf = [ \"LicenseRef-Own\" \"LicenseRef-Other\" ]; } ] | LicenseRef-Own LicenseRef-Other"
            })
    void anOlderNixpkgsIsToldWhatIsChosen(String licenses, String names) throws Exception {
        String list = "import " + directory.resolve("generated/licenses.nix") + " " + OLDER + " " + licenses;
        assertThat(nix.evalWhole("toString (map (l: l.shortName) (" + list + "))"))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foreign-one.pname | foreign-one",
                "partly-own.name | python3.12-partly-own-1.0",
                "newest.version | 1.0",
                "newest.wheel.minGlibc | 2.41",
                "choice.meta.license.operator | OR",
                "psf.meta.license | [{\"deprecated\":false,\"free\":true,\"fullName\":\"PSF-2.0\",\"licenseType\":\"simple\","
                        + "\"redistributable\":true,\"shortName\":\"PSF-2.0\",\"spdxId\":\"PSF-2.0\"}]"
            })
    void saysWhatItIs(String attribute, String value) throws Exception {
        assertThat(nix.eval("pkgs.python312Packages." + attribute)).isEqualTo(value);
    }

    @Test
    void anotherIndexIsPartOfTheIdentity() throws Exception {
        assertThat(nix.eval("pkgs.python312Packages.foreign-one.meta.identifiers.purlParts.spec"))
                .isEqualTo("foreign-one@1%212.0%2Bcpu?repository_url=https:%2F%2Findex.example.org%2Fnautech%2F");
    }

    @Test
    void whatNeedsANewerSystemIsRefusedByName() throws Exception {
        assertThat(nix.eval("pkgs.python312Packages.ready.drvPath")).endsWith(".drv");
        assertThat(failure(nix.expression("pkgs.python312Packages.newest.drvPath")))
                .contains("newest-1.0-cp312-cp312-manylinux_2_41_x86_64.whl needs glibc 2.41 or newer")
                .contains("this stdenv has 2.40");
        String mac = nix.expression(
                "aarch64-darwin", List.of(nix.overlay("generated")), "pkgs.python312Packages.mac-only.drvPath");
        assertThat(failure(mac)).contains("needs macOS 26.0 or newer", "this stdenv has 14.0", "darwinMinVersion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aarch64-darwin", "aarch64-linux", "x86_64-linux"})
    void everythingOfTheSpecEvaluatesWithTheStrictestReading(String system) throws Exception {
        Path generated = Path.of("..", "generated").toRealPath();
        String body = """
                let
                  inherit (pkgs) lib;
                  isOurs = p: (builtins.tryEval (lib.isDerivation p && p ? wheel)).value;
                  ours = ps: lib.filter (n: isOurs ps.${n}) (lib.attrNames ps);
                  pythons = lib.filter (p: pkgs ? ${p}) [ "python311" "python312" "python313" ];
                in
                lib.concatMap (p: map (n: builtins.seq pkgs.${p}.pkgs.${n}.drvPath n) (ours pkgs.${p}.pkgs)) pythons
                """;
        String overlay = "import " + generated.resolve("overlay.nix");
        assertThat(nix.evalWhole(nix.expression(
                        system, List.of(overlay), "pkgs.python312Packages.fastapi.meta.identifiers.purlParts.spec")))
                .matches("fastapi@[0-9.]+");
        String names = nix.evalWhole(
                "builtins.concatStringsSep \" \" (" + nix.expression(system, List.of(overlay), body) + ")");
        assertThat(names.split(" ")).contains("aiohttp", "fastapi", "numpy", "databento");
    }

    /**
     * The default of nixpkgs, which no machine has to have: its wheels evaluate, and a machine that has it builds them.
     */
    @ParameterizedTest
    @ValueSource(strings = {"aarch64-darwin", "aarch64-linux", "x86_64-linux"})
    void theChecksOfTheSpecEvaluateForThePythonThatIsTheDefaultOfNixpkgs(String system) throws Exception {
        Path generated = Path.of("..", "generated").toRealPath();
        String newest = "(final: prev: prev.lib.optionalAttrs (!(prev ? python314)) { python314 = final.callPackage "
                + FixtureNix.NIXPKGS + "/python { hosts = import " + FixtureNix.NIXPKGS
                + "/hosts.nix; version = \"3.14\";"
                + " fullVersion = \"3.14.0\"; interpreter = \"/none/python3.14\"; self = final.python314; }; })";
        String body = "let checks = import " + generated + "/checks.nix pkgs; inherit (pkgs) lib; in"
                + " lib.concatMap (name: lib.optional (lib.hasPrefix \"python314-\" name)"
                + " (builtins.seq checks.${name}.drvPath name)) (lib.attrNames checks)";

        assertThat(nix.evalWhole(nix.expression(system, List.of(newest), body)))
                .contains(
                        "\"python314-all\"", "\"python314-databento\"", "\"python314-numpy\"", "\"python314-pandas\"");
    }

    private static String failure(String expression) throws Exception {
        Path file = Files.writeString(Files.createTempFile(directory, "refused", ".nix"), expression);
        return nix.failure("nix-instantiate", "--eval", file.toString());
    }
}
