package dev.zeus.wheels.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.PackageFacts;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That the small nixpkgs is as strict as the real one: what was rendered before, line by line, fails on it or does harm
 * there. Each test puts one former line back; the tests that hold the line are named. The other rows are about what is
 * no text of Nix: how versions are counted and files compared, defaults, and the files that there are.
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
        Map<String, String> files = Renderer.render(Sets.of(List.of(), List.of()), lock.lock());
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
     * Row 12: imports of what is not declared are asked by name in the check of all, held by {@code ImportsNixTest}.
     */
    @Test
    void theCheckOfAllAsksForNoModuleThatTheLockDoesNotName() throws Exception {
        PackageFacts facts = new PackageFacts(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("demo", "demo_extra"),
                Optional.empty());
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
}
