// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.Departures;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.ModuleFacts;
import dev.zeus.wheels.core.lock.PackageFacts;
import dev.zeus.wheels.core.nixpkgs.NixpkgsSnapshot;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That the small nixpkgs is as strict as the real one: what was rendered before, line by line, fails on it or does harm
 * there. Each test puts one former line back; the tests that hold the line are named. Of row 13 there is nothing to put
 * back: the reason is beside it, and {@code EnvironmentsNixTest.whatPythonStartsInheritsTheLibrariesAndNothingElse}
 * shows what is inherited.
 */
@NeedsNixBuilds
class FormerOutputNixTest {
    private static final String DEFAULT =
            "final: _: { python3 = final.python312; python3Packages = final.python312Packages; }";

    @TempDir
    Path directory;

    private FixtureNix nix;

    @BeforeEach
    void open() {
        nix = new FixtureNix(directory);
    }

    /** Renders a set, as it is and with one text as it was. */
    private void render(LockBuilder lock, String file, String now, String before) throws IOException {
        render(Sets.of(List.of(), List.of()), lock, file, now, before);
    }

    private void render(WheelSetDeclaration set, LockBuilder lock, String file, String now, String before)
            throws IOException {
        Map<String, String> files = Renderer.render(set, lock.lock());
        nix.write("now", files);
        String text = Objects.requireNonNull(files.get(file));
        assertThat(text).contains(now);
        Map<String, String> former = new TreeMap<>(files);
        former.put(file, text.replace(now, before));
        nix.write("before", former);
    }

    private static LockBuilder lock(String filename, PackageFacts facts) {
        LockedWheel wheel = LockBuilder.wheel(filename, "cp312-x86_64-linux");
        return new LockBuilder().add("nautech", facts, List.of(), wheel);
    }

    private String asked(String place, String body) {
        return nix.expression("x86_64-linux", List.of(nix.overlay(place), DEFAULT), body);
    }

    private String now(String body) throws Exception {
        return nix.evalWhole(asked("now", body));
    }

    private String before(String body) throws Exception {
        return nix.evalWhole(asked("before", body));
    }

    private String failureBefore(String body) throws Exception {
        Path file = Files.writeString(directory.resolve("before.nix"), asked("before", body));
        return nix.failure("nix-instantiate", "--eval", file.toString());
    }

    /** Row 1, held by {@code PackageMetaNixTest.whatIsFreeEvaluates}. */
    @Test
    void aLicenceThatDoesNotSayThatItIsFreeIsUnfree() throws Exception {
        PackageFacts facts = new PackageFacts(
                Optional.empty(),
                Optional.of("PSF-2.0"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        render(lock("demo-1.0-py3-none-any.whl", facts), "licenses.nix", "      free = isFree;\n", "");

        String body = "pkgs.python3.pkgs.demo.drvPath";
        assertThat(now(body)).endsWith(".drv");
        assertThat(failureBefore(body)).contains("has an unfree license");
    }

    /** Row 2, held by {@code PrivateNixTest.whatIsReplacedKeepsWhatOthersUseOfIt}. */
    @Test
    void toolsThatUseExtrasOfAReplacedPackageDoNotEvaluate() throws Exception {
        render(
                lock("requests-9.0-py3-none-any.whl", LockBuilder.NO_FACTS),
                "mk-wheel.nix",
                "kept = lib.foldl' (kept: other: other.kept // kept) entry.kept others;",
                "kept = { };");

        assertThat(now("pkgs.cargo.drvPath")).endsWith(".drv");
        assertThat(failureBefore("pkgs.cargo.drvPath")).contains("ps.requests.optional-dependencies.socks", " missing");
    }

    /** Row 3, held by {@code PrivateNixTest.withInterpretersOfTheirOwnAllElseKeepsItsHash}. */
    @Test
    void theSetWideOverlayGivesOtherHashesToWhatIsBuiltWithPython() throws Exception {
        render(
                lock("requests-9.0-py3-none-any.whl", LockBuilder.NO_FACTS),
                "mk-wheel.nix",
                "pname = name;",
                "pname = name;");
        String usual = nix.evalWhole(nix.expression("x86_64-linux", List.of(DEFAULT), "pkgs.git.drvPath"));

        assertThat(now("pkgs.git.drvPath")).isNotEqualTo(usual);
        assertThat(nix.evalWhole(nix.expression(
                        "x86_64-linux",
                        List.of("import " + directory.resolve("now/private.nix"), DEFAULT),
                        "pkgs.git.drvPath")))
                .isEqualTo(usual);
    }

    /** Row 4, held by {@code RequirementsNixTest.rewritesExactlyWhatIsMetInAnotherWay}. */
    @Test
    void theHookOfNixpkgsDoesNotFindTheNameThatTheLockHas() throws Exception {
        LockBuilder lock = new LockBuilder();
        lock.add("pypi", LockBuilder.NO_FACTS, List.of(), nix.wheel(WheelBuilder.of("two-words", "1.0"), ""));
        lock.add(
                        "pypi",
                        LockBuilder.NO_FACTS,
                        List.of(LockBuilder.needs("two-words")),
                        nix.wheel(WheelBuilder.of("demo", "1.0").requires("Two_Words>=2"), ""))
                .departing(new Departures(List.of(LockBuilder.needs("two-words")), List.of()));
        render(
                lock,
                "mk-wheel.nix",
                "postBuild = rewritten block \"dist/*.whl\";",
                "pythonRelaxDeps = block.relaxDeps or [ ];");

        assertThat(nix.buildWhole(asked("now", "pkgs.python3.pkgs.demo"))).isDirectory();
        assertThat(nix.failure("nix-build", "--no-out-link", "--expr", asked("before", "pkgs.python3.pkgs.demo")))
                .contains("Two_Words>=2 not satisfied by version 1.0");
    }

    /** Row 5, held by {@code TakeSnapshot} with a nixpkgs of such packages. */
    @Test
    void whatIsBrokenCountsAsIfItWereThere() throws Exception {
        String now;
        try (InputStream text = Objects.requireNonNull(
                NixpkgsSnapshot.class.getResourceAsStream("read-versions.nix"), "read-versions.nix")) {
            now = new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
        String evaluates = "builtins.seq package.drvPath (package.version or \"\")";
        assertThat(now).contains(evaluates);
        Path reads = Files.writeString(directory.resolve("now.nix"), now);
        Path read = Files.writeString(
                directory.resolve("former-versions.nix"), now.replace(evaluates, "package.version or \"\""));
        String broken = "_: prev: { pythonPackagesExtensions = prev.pythonPackagesExtensions ++ [ (final: _: { demo ="
                + " final.buildPythonPackage { pname = \"demo\"; version = \"7\"; pyproject = false; meta.broken = true; };"
                + " }) ]; }";
        String version = "(import %s \"python312Packages\" pkgs).versions.demo";

        assertThat(nix.evalWhole(nix.expression("x86_64-linux", List.of(broken), version.formatted(reads))))
                .isEmpty();
        assertThat(nix.evalWhole(nix.expression("x86_64-linux", List.of(broken), version.formatted(read))))
                .isEqualTo("7");
    }

    /** Row 7, held by {@code NamedInterpretersTest}: what the header shows evaluates, and the former one does not. */
    @Test
    void theHeaderNamesAnInterpreterWithoutWheels() throws Exception {
        LockedWheel wheel = LockBuilder.wheel("demo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl", "cp311-x86_64-linux");
        render(
                new LockBuilder().add("nautech", LockBuilder.NO_FACTS, List.of(), wheel),
                "overlay.nix",
                "`python311.withPackages",
                "`python3.withPackages");

        assertThat(nix.evalWhole(inNixpkgs("now"))).endsWith(".drv");
        // The default of this nixpkgs is not one of the Pythons that the set is locked for.
        assertThat(nix.failure("nix-instantiate", "--eval", "--expr", inNixpkgs("before")))
                .contains("attribute 'demo' missing");
    }

    /** What the header of an overlay shows, for a package that there is. */
    private String inNixpkgs(String place) throws IOException {
        String header = Files.readString(directory.resolve(place).resolve("overlay.nix"));
        Matcher shown = Pattern.compile("`(python[^`]*withPackages[^`]*)`").matcher(header);
        assertThat(shown.find()).isTrue();
        String use = "(pkgs." + shown.group(1).replace("ps.name", "ps.demo") + ").drvPath";
        return nix.expression("x86_64-linux", List.of(nix.overlay(place)), use);
    }

    /** Row 8, held by the {@code flake.lock} beside {@code flake.nix}. */
    @Test
    void aFlakeWithoutItsLockCannotBeRunFromWhereNobodyWrites() throws Exception {
        assertThat(Path.of("..", "flake.lock")).content().contains("\"narHash\"", "\"rev\"");
        Path flake = Files.createDirectory(directory.resolve("flake"));
        Files.writeString(
                flake.resolve("flake.nix"),
                "{ inputs.nixpkgs.url = \"path:" + FixtureNix.NIXPKGS + "\"; outputs = inputs: { answer = 42; }; }");
        assertThat(failureOf("eval", "--offline", archive(flake, "unlocked") + "#answer"))
                .contains("cannot write modified lock file");
        succeeds(
                "nix",
                "--extra-experimental-features",
                "nix-command flakes",
                "flake",
                "lock",
                "--offline",
                "path:" + flake);
        succeeds(
                "nix",
                "--extra-experimental-features",
                "nix-command flakes",
                "eval",
                "--offline",
                archive(flake, "locked") + "#answer");
    }

    /** A flake as others get it, which is read-only. */
    private String archive(Path flake, String name) throws Exception {
        Path archive = directory.resolve(name + ".tar.gz");
        succeeds(
                "tar",
                "-czf",
                archive.toString(),
                "-C",
                String.valueOf(flake.getParent()),
                String.valueOf(flake.getFileName()));
        return "file://" + archive;
    }

    private String failureOf(String... arguments) throws Exception {
        return nix.failure(Stream.concat(
                        Stream.of("nix", "--extra-experimental-features", "nix-command flakes"), Stream.of(arguments))
                .toArray(String[]::new));
    }

    /** Runs what may warn. */
    private static void succeeds(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** Row 9, held by {@code CheckWheelsTest.filesThatAreNotThereDoNotCollide}. */
    @Test
    void testsThatNixpkgsHasRemovedCollide() throws Exception {
        LockBuilder lock = new LockBuilder();
        for (String name : List.of("demo", "leaf")) {
            WheelBuilder wheel = WheelBuilder.of(name, "1.0")
                    .file(name + "/__init__.py", "")
                    .file("tests/__init__.py", "# of " + name + "\n");
            lock.add("pypi", LockBuilder.NO_FACTS, List.of(), nix.wheel(wheel, ""));
        }
        render(
                Sets.of(List.of(Sets.wheel("demo"), Sets.wheel("leaf")), List.of()),
                lock,
                "check-wheels.py",
                "                and file.locate().exists()\n",
                "");

        // From 3.12 on Python itself leaves out what is not there.
        String all = "(import " + directory + "/%s/checks.nix pkgs).python311-all";
        assertThat(nix.buildWhole(nix.expression("x86_64-linux", List.of(), all.formatted("now"))))
                .exists();
        assertThat(nix.failure(
                        "nix-build",
                        "--no-out-link",
                        "--expr",
                        nix.expression("x86_64-linux", List.of(), all.formatted("before"))))
                .contains("collision: tests/__init__.py belongs to demo and leaf");
    }

    /** Row 6, held by {@code MuslNixTest}. */
    @Test
    void aNixpkgsWithMuslGetsWheelsForGlibc() throws Exception {
        String wheel = "demo-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
        render(lock(wheel, LockBuilder.NO_FACTS), "extension.nix", "${lib.optionalString isMusl \"-musl\"}", "");

        String body = "pkgs.pkgsMusl.python3.pkgs.demo.wheel.name or \"none\"";
        assertThat(nix.evalWhole(nix.expression("x86_64-linux", List.of(nix.overlay("before"), DEFAULT), body)))
                .isEqualTo(wheel);
    }

    /** Row 10, held by {@code PackageMetaNixTest.anotherIndexIsPartOfTheIdentity}. */
    @Test
    void aPackageUrlNamesAnotherPackage() throws Exception {
        render(
                lock("demo-1.0+cpu-py3-none-any.whl", LockBuilder.NO_FACTS),
                "package-meta.nix",
                "lib.replaceStrings [ \"!\" \"+\" ] [ \"%21\" \"%2B\" ]",
                "(version: version)");

        String body = "pkgs.python3.pkgs.demo.meta.identifiers.purlParts.spec";
        assertThat(now(body)).startsWith("demo@1.0%2Bcpu?repository_url=");
        assertThat(before(body)).startsWith("demo@1.0+cpu");
    }

    /** Row 11, held by {@code PackageMetaNixTest.whatNeedsANewerSystemIsRefusedByName}. */
    @Test
    void aWheelThatIsTooNewForTheSystemEvaluates() throws Exception {
        render(
                lock("demo-1.0-cp312-cp312-manylinux_2_99_x86_64.whl", LockBuilder.NO_FACTS),
                "mk-wheel.nix",
                "if isTooNew (fileOf each) then",
                "if false then");

        assertThat(before("pkgs.python3.pkgs.demo.drvPath")).endsWith(".drv");
    }

    /**
     * Row 12: imports of what is not declared are asked by name in the check of all, held by {@code ImportsNixTest};
     * what the lock records to import alone is asked of its own build, held by {@code AloneImportsNixTest}.
     */
    @Test
    void theCheckOfAllAsksForNoModuleThatTheLockDoesNotName() throws Exception {
        PackageFacts facts = ModuleFacts.of(List.of("demo", "demo_extra"));
        render(
                lock("demo-1.0-py3-none-any.whl", facts),
                "mk-wheel.nix",
                "modules = namesOf \"imports\" ++ namesOf \"modules\";",
                "modules = [ ];");

        String body = "pkgs.python3.pkgs.demo.wheel.modules";
        assertThat(now(body)).isEqualTo("[\"demo\",\"demo_extra\"]");
        assertThat(before(body)).isEqualTo("[]");
    }

    /** Row 14, held by {@code PackageMetaNixTest.saysWhatItIs}. */
    @Test
    void predicatesMissNamesWithUnderscores() throws Exception {
        PackageFacts facts = new PackageFacts(
                Optional.empty(),
                Optional.of("LicenseRef-Own"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        render(
                lock("two_words-1.0-py3-none-any.whl", facts),
                "mk-wheel.nix",
                "pname = name;",
                "pname = lib.replaceStrings [ \"-\" ] [ \"_\" ] name;");

        String body = "(import " + FixtureNix.NIXPKGS + " { overlays = [ (%s) ];"
                + " config.allowUnfreePackages = [ \"two-words\" ]; }).python312Packages.two-words.drvPath";
        assertThat(nix.evalWhole(body.formatted(nix.overlay("now")))).endsWith(".drv");
        Path file = Files.writeString(directory.resolve("former.nix"), body.formatted(nix.overlay("before")));
        assertThat(nix.failure("nix-instantiate", "--eval", file.toString())).contains("has an unfree license");
    }

    /** Row 15, for all that is generated: the programs of checks, kernels and virtual environments are files. */
    @Test
    void aProgramInANixStringIsFound() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path templates = Path.of("src/main/resources/dev/zeus/wheels/core/render");
        try (Stream<Path> all = Files.list(templates)) {
            for (Path file : all.toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        files.forEach((name, text) -> {
            if (name.endsWith(".nix")) {
                assertThat(python(text)).as(name).isEmpty();
            }
        });
        String program = Objects.requireNonNull(files.get("check-wheels.py"));
        String former = Objects.requireNonNull(files.get("checks.nix"))
                .replace("${./check-wheels.py}", "${pkgs.writeText \"check\" ''\n" + program + "''}");

        assertThat(python(former)).contains("import json", "def main");
        assertThat(python("python3 -c 'import ast; ast.parse(1)'")).containsExactly("-c '");
    }

    /** What only Python has, or has with these words: an import, a definition, a program in an argument. */
    private static List<String> python(String nix) {
        return Pattern.compile("(?m)(?<=^\\s{0,20})(import [a-z]\\w*$|from [\\w.]+ import|def \\w+(?=\\())"
                        + "|(?<=python3? |python )-c [\"']")
                .matcher(nix)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
