// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.BuildDeclaration;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ReplacementDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.GenerateOutcome;
import dev.zeus.wheels.testkit.FixtureNixpkgs;
import dev.zeus.wheels.testkit.NeedsNix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the examples are declared as they stand, and that real Nix evaluates what they give. */
class ExamplesTest {
    private static final Path NIXPKGS = Path.of("target", "nixpkgs").toAbsolutePath();

    private static final Map<String, ExampleSet> EXAMPLES = new TreeMap<>();

    @TempDir
    static Path directory;

    @BeforeAll
    static void compile() throws IOException {
        for (String name : List.of("research", "robotics", "shop", "speech", "tools", "training")) {
            EXAMPLES.put(name, ExampleSet.compile(name, Files.createDirectory(directory.resolve(name))));
        }
    }

    /** With {@code -Dgoldens.update} the files are written instead, and what is not locked is resolved. */
    @ParameterizedTest
    @ValueSource(strings = {"speech", "research", "robotics", "shop", "tools", "training"})
    void givesTheFilesBesideIt(String name) {
        ExampleSet example = EXAMPLES.get(name);

        GenerateOutcome outcome =
                example.generate(Boolean.getBoolean("goldens.update"), directory.resolve("result.json"));

        assertThat(outcome.files().isEmpty() || Boolean.getBoolean("goldens.update"))
                .as(outcome.lines().toString())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "speech | x86_64-linux | f5-tts | bitsandbytes torch-bin torchaudio-bin | torch torchaudio",
                "speech | aarch64-linux | f5-tts | torch-bin | bitsandbytes",
                "robotics | x86_64-linux | accelerated-scan | torch-bin triton-bin | torch",
                "robotics | aarch64-linux | accelerated-scan | torch-bin | triton-bin",
                "robotics | x86_64-linux | pi-zero-pytorch | einx torch-bin x-transformers | torch",
                "research | x86_64-linux | ipykernel | jupyter-client tornado | pytest",
                "research | aarch64-linux | ipykernel | pyzmq | pytest",
                "research | aarch64-darwin | ipykernel | appnope | pytest",
                "shop | x86_64-linux | fastapi | starlette pydantic | uvicorn",
                "shop | aarch64-linux | uvicorn | click h11 | fastapi",
                "shop | aarch64-darwin | uvicorn | click h11 | fastapi",
                "tools | x86_64-linux | black | click aiohttp | httpie",
                "tools | aarch64-linux | httpie | requests rich | black",
                "tools | aarch64-darwin | black | click aiohttp | yt-dlp"
            })
    @NeedsNix
    void evaluatesForEverySystem(String name, String system, String asked, String with, String without)
            throws Exception {
        FixtureNixpkgs.writeTo(NIXPKGS, List.of("uuid7==0.1.0"));
        ExampleSet example = EXAMPLES.get(name);
        String packages =
                ofSet(example.set()).stream().map(each -> '"' + each + '"').collect(Collectors.joining(" "));
        String standIns = "_: prev: { pythonPackagesExtensions = prev.pythonPackagesExtensions ++ [ (final: _:"
                + " prev.lib.genAttrs [ " + packages + " ] (name: final.buildPythonPackage { pname = name;"
                + " version = \"1\"; pyproject = false; passthru.optional-dependencies = { }; })) ]; }";
        String body = "let ps = (import " + NIXPKGS + " { system = \"" + system + "\"; overlays = [ (" + standIns
                + ") (import " + example.generated() + "/overlay.nix) ]; }).python312Packages; in"
                + " builtins.deepSeq (map (name: [ ps.${name}.drvPath ps.${name}.meta ]) [ " + own(example.set())
                + " ]) (builtins.concatStringsSep \" \" (map (d: d.pname) ps." + asked + ".dependencies))";

        List<String> dependencies = List.of(nix(body).split(" "));

        assertThat(dependencies).contains(with.split(" ")).doesNotContain(without.split(" "));
    }

    /** What the web service is brought to where it runs as, from one declaration. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x86_64-linux | builtins.isString shop.applications.shop.drvPath | true",
                "aarch64-linux | builtins.isString shop.applications.shop.drvPath | true",
                "aarch64-darwin | builtins.isString shop.applications.shop.drvPath | true",
                "x86_64-linux | builtins.isString shop.images.shop.drvPath | true",
                "aarch64-linux | builtins.isString shop.images.shop.archive.drvPath | true",
                "aarch64-darwin | shop.images | {}",
                "x86_64-linux | machine.config.systemd.services.shop.environment | {\"SHOP_CURRENCY\":\"EUR\"}",
                "aarch64-linux | machine.config.systemd.services.shop.serviceConfig.LoadCredential | [\"api-key:/run/key\"]",
            },
            ignoreLeadingAndTrailingWhitespace = true,
            quoteCharacter = '`')
    @NeedsNix
    void theShopRunsInManyWays(String system, String body, String value) throws Exception {
        FixtureNixpkgs.writeTo(NIXPKGS, List.of("uuid7==0.1.0"));
        Path generated = EXAMPLES.get("shop").generated();
        String expression = "let pkgs = import " + NIXPKGS + " { system = \"" + system + "\"; }; shop = (import "
                + generated + "/environments.nix pkgs).shop; machine = import " + NIXPKGS
                + "/nixos { inherit pkgs; modules = [ (import " + generated + "/services.nix).shop"
                + " { services.shop.enable = true; services.shop.credentials.api-key = \"/run/key\"; } ]; }; in"
                + " builtins.toJSON (" + body + ")";

        assertThat(nix(expression)).isEqualTo(value);
    }

    /** What people do research with, from one declaration. */
    @ParameterizedTest
    @ValueSource(strings = {"x86_64-linux", "aarch64-linux", "aarch64-darwin"})
    @NeedsNix
    void theResearchIsThereOnEverySystem(String system) throws Exception {
        FixtureNixpkgs.writeTo(NIXPKGS, List.of("uuid7==0.1.0"));
        String expression = "let research = (import " + EXAMPLES.get("research").generated()
                + "/environments.nix (import " + NIXPKGS + " { system = \"" + system + "\"; })).research; in"
                + " builtins.deepSeq (map (d: d.drvPath) [ research.python research.shell research.pip.shell"
                + " research.kernels.research.tests.cell research.projects.analysis.tests.pytest"
                + " research.scripts.report ]) (builtins.toJSON (builtins.attrNames research.flake.checks))";

        assertThat(nix(expression))
                .isEqualTo("[\"kernel-research\",\"project-analysis\",\"script-report\",\"tests-analysis\"]");
    }

    /** Commands for a home, and none of them a Python. */
    @ParameterizedTest
    @ValueSource(strings = {"x86_64-linux", "aarch64-linux", "aarch64-darwin"})
    @NeedsNix
    void theToolsAreThereInEveryHome(String system) throws Exception {
        FixtureNixpkgs.writeTo(NIXPKGS, List.of("uuid7==0.1.0"));
        String expression = "let pkgs = import " + NIXPKGS + " { system = \"" + system + "\"; }; home = import "
                + NIXPKGS + "/home.nix { inherit pkgs; modules = [ (import "
                + EXAMPLES.get("tools").generated()
                + "/homes.nix).tools { programs.tools.enable = true; } ]; }; in builtins.seq home.path.drvPath"
                + " (builtins.toJSON (map (d: d.name) home.config.home.packages))";

        assertThat(nix(expression)).isEqualTo("[\"black\",\"httpie\",\"yt-dlp\"]");
    }

    /** CUDA is for users who allow unfree packages, and a service that computes with it reaches the graphics card. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | builtins.deepSeq (map (d: d.drvPath) [ training.python training.shell training.applications.torchrun ]) true"
                        + " | true",
                "true | { inherit (machine.config.systemd.services.training.serviceConfig) PrivateDevices MemoryDenyWriteExecute; }"
                        + " | {\"MemoryDenyWriteExecute\":false,\"PrivateDevices\":false}",
                "false | (builtins.tryEval training.python.drvPath).success | false"
            })
    @NeedsNix
    void theTrainingEvaluatesWithCuda(boolean unfree, String body, String value) throws Exception {
        FixtureNixpkgs.writeTo(NIXPKGS, List.of("uuid7==0.1.0"));
        Path generated = EXAMPLES.get("training").generated();
        String expression = "let pkgs = import " + NIXPKGS + " { system = \"x86_64-linux\"; config.allowUnfree = "
                + unfree + "; }; training = (import " + generated
                + "/environments.nix pkgs).training; machine = import "
                + NIXPKGS + "/nixos { inherit pkgs; modules = [ (import " + generated
                + "/services.nix).training { services.training.enable = true; } ]; }; in builtins.toJSON (" + body
                + ")";

        assertThat(nix(expression)).isEqualTo(value);
    }

    private static String own(WheelSetDeclaration set) {
        Stream<String> wheels = set.wheels().stream()
                .filter(wheel -> wheel.provider() == Provider.WHEEL)
                .map(WheelDeclaration::name);
        return Stream.concat(wheels, set.customPackages().stream().map(CustomPackageDeclaration::name))
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(" "));
    }

    /** What the declarations take from nixpkgs' Python set. */
    private static SortedSet<String> ofSet(WheelSetDeclaration set) {
        SortedSet<String> names = new TreeSet<>();
        set.replacements().stream().map(ReplacementDeclaration::by).forEach(names::add);
        set.wheels().stream()
                .filter(wheel -> wheel.provider() == Provider.NIXPKGS)
                .map(WheelDeclaration::name)
                .forEach(names::add);
        for (CustomPackageDeclaration custom : set.customPackages()) {
            BuildDeclaration build = custom.build().orElseThrow();
            names.addAll(build.system().packages());
            build.requires().forEach(text -> names.add(text.split("[;\\[ ]")[0]));
        }
        names.removeAll(List.of("packaging", "setuptools"));
        return names;
    }

    private String nix(String expression) throws IOException, InterruptedException {
        Path errors = directory.resolve("errors.txt");
        Process process = new ProcessBuilder("nix", "eval", "--offline", "--raw", "--impure", "--expr", expression)
                .redirectError(errors.toFile())
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        assertThat(Files.readString(errors)).doesNotContain("warning: ");
        return said;
    }
}
