// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.ReplacementDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That wheels leave what else is in nixpkgs as it is, or at least able to be evaluated where they replace it. */
@NeedsNixBuilds
class PrivateNixTest {
    /** The default Python is one that has wheels; in the small nixpkgs it is the newest of the machine. */
    private static final String DEFAULT =
            "final: _: { python3 = final.python312; python3Packages = final.python312Packages; }";

    /** All that nixpkgs has, by name: the derivation, or that there is none. */
    private static final String HASHES = "(pkgs: let inherit (pkgs) lib; of = set: lib.mapAttrs (_: value:"
            + " let drv = builtins.tryEval (if lib.isDerivation value then value.drvPath else \"\"); in"
            + " if drv.success then drv.value else \"fails\") set;"
            + " in of (removeAttrs pkgs [ \"wheelPythons\" ]) // lib.concatMapAttrs (n: p: lib.mapAttrs'"
            + " (m: lib.nameValuePair (n + \".\" + m)) (of p.pkgs)) { inherit (pkgs) python311 python312 python313; })";

    @TempDir
    static Path directory;

    private static FixtureNix nix;

    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        LockBuilder ours = new LockBuilder();
        for (String name : List.of("chardet_next", "leaf", "nose", "numpy", "pysocks", "requests")) {
            ours.add("pypi", NO_FACTS, List.of(), nix.wheel(WheelBuilder.of(name, "9.0"), ""));
        }
        nix.write(
                "ours",
                Renderer.render(
                        Sets.of(wheels("nose numpy requests"), List.of(), replacement("chardet", "chardet-next")),
                        ours.lock()));
        LockBuilder others = new LockBuilder();
        for (String name : List.of("leaf", "tool")) {
            others.add("pypi", NO_FACTS, List.of(), nix.wheel(WheelBuilder.of(name, "2.0"), ""));
        }
        nix.write("others", Renderer.render(Sets.of(wheels("tool"), List.of()), others.lock()));
    }

    private static List<WheelDeclaration> wheels(String names) {
        return Stream.of(names.split(" ")).map(name -> Sets.wheel(name)).toList();
    }

    private static ReplacementDeclaration replacement(String of, String by) {
        return new ReplacementDeclaration(of, by);
    }

    private static String privately(String place) {
        return "import " + directory.resolve(place).resolve("private.nix");
    }

    private static String evaluated(List<String> overlays, String body) throws Exception {
        return nix.evalWhole(nix.expression("x86_64-linux", overlays, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "map (name: builtins.isString pkgs.${name}.drvPath) [ \"ripgrep\" \"cargo\" \"git\" \"mesa\" \"octave\" ] | [true,true,true,true,true]",
                "map (d: d.version) pkgs.python3.pkgs.requests.optional-dependencies.socks | [\"9.0\"]",
                "pkgs.python3.pkgs.numpy.version | 9.0",
                "pkgs.python3.pkgs.numpy.blas.name | blas",
                "builtins.isString pkgs.python3.pkgs.scipy.drvPath | true",
                "pkgs.python3.pkgs.numpy.tests ? unit | false",
                "pkgs.python3.pkgs.nose.version | 9.0",
                "(pkgs.python3.pkgs.numpy.overridePythonAttrs { version = \"8\"; }).blas.name | blas",
                // Of a package in another's place, too.
                "pkgs.python3.pkgs.chardet.version | 9.0",
            })
    void whatIsReplacedKeepsWhatOthersUseOfIt(String body, String value) throws Exception {
        assertThat(evaluated(List.of(nix.overlay("ours"), DEFAULT), body)).isEqualTo(value);
    }

    /** As nixpkgs has {@code opencv-python}, which is its {@code opencv4}. */
    @Test
    void aPackageThatStandsInForItsOwnOtherNameEndsInNoCircle() throws Exception {
        String alias = "_: prev: { pythonPackagesExtensions = prev.pythonPackagesExtensions ++ [ (ps: _: {"
                + " chardet-next = ps.chardet; }) ]; }";
        assertThat(evaluated(
                        List.of(alias, nix.overlay("ours")),
                        "builtins.isString pkgs.python312Packages.chardet.drvPath"))
                .isEqualTo("true");
    }

    @Test
    void withInterpretersOfTheirOwnAllElseKeepsItsHash() throws Exception {
        String changed = "let before = " + HASHES + " (import " + FixtureNix.NIXPKGS
                + " { system = \"x86_64-linux\"; overlays = [ (" + DEFAULT + ") ]; }); after = " + HASHES
                + " pkgs; in builtins.filter (n: before.${n} or null != after.${n} or null)"
                + " (builtins.attrNames (before // after))";
        assertThat(evaluated(List.of(DEFAULT, privately("ours"), privately("others")), changed))
                .isEqualTo("[]");
        // The same question of the other overlay has an answer.
        assertThat(evaluated(List.of(DEFAULT, nix.overlay("ours")), changed))
                .contains("git", "ripgrep", "python312.scipy")
                .doesNotContain("cmake", "mesa", "python313.");
    }

    @ParameterizedTest
    @CsvSource({"ours, python312, numpy, 9.0", "ours, python311, requests, 9.0"})
    void anEnvironmentOfThemImports(String place, String python, String name, String version) throws Exception {
        String environment = "pkgs.wheelPythons." + python + ".withPackages (ps: [ ps." + name + " ])";
        Path built = nix.buildWhole(nix.expression("x86_64-linux", List.of(privately(place)), environment));
        assertThat(nix.run(
                        built.resolve("bin/python3").toString(),
                        "-c",
                        "import " + name + "; print(" + name + ".VERSION)"))
                .isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[ p.tool.version p.numpy.version p.leaf.version ] | [\"2.0\",\"9.0\",\"2.0\"]",
                "p.added.version | 5",
                "(user \"leaf\").leaf.version | user",
                "map (d: d.version) (user \"pysocks\").requests.optional-dependencies.socks | [\"user\"]",
                "(user \"leaf\").numpy.version | 9.0",
                // Nothing of it in nixpkgs' own interpreter.
                "[ pkgs.python312Packages.numpy.version (pkgs.python312Packages ? tool) ] | [\"2.3.4\",false]",
            })
    void twoSetsAndOverridesOfAUserAreOnOneInterpreter(String body, String value) throws Exception {
        String users = "_: prev: { python312 = prev.python312.override { packageOverrides = ps: _: { added ="
                + " ps.buildPythonPackage { pname = \"added\"; version = \"5\"; pyproject = false; }; }; }; }";
        String whole = "let p = pkgs.wheelPythons.python312.pkgs; user = name: let python ="
                + " pkgs.wheelPythons.python312.override (old: { self = python; packageOverrides ="
                + " pkgs.lib.composeExtensions old.packageOverrides (_: prev: { ${name} ="
                + " prev.${name}.overridePythonAttrs { version = \"user\"; }; }); }); in python.pkgs; in " + body;
        assertThat(evaluated(List.of(users, privately("ours"), privately("others")), whole))
                .isEqualTo(value);
    }

    /** With the overlay everywhere, environments and checks contain the changes of later overlays. */
    @Test
    void whereTheOverlayIsEverywhereItsInterpretersAreTheSame() throws Exception {
        String later = "_: prev: { pythonPackagesExtensions = prev.pythonPackagesExtensions ++ [ (_: before: {"
                + " leaf = before.leaf.overridePythonAttrs { version = \"later\"; }; }) ]; }";
        assertThat(evaluated(
                        List.of(privately("ours"), nix.overlay("ours"), later),
                        "map (p: p.pkgs.leaf.version) [ pkgs.wheelPythons.python312 (import "
                                + directory.resolve("ours/pythons.nix") + " pkgs).\"3.12\" ]"))
                .isEqualTo("[\"later\",\"later\"]");
    }

    @Test
    void anInterpreterThatNixpkgsDroppedIsLeftOut() throws Exception {
        assertThat(evaluated(
                        List.of("_: _: { python311 = throw \"python311 has been removed\"; }", privately("ours")),
                        "builtins.attrNames pkgs.wheelPythons"))
                .isEqualTo("[\"python312\"]");
    }
}
