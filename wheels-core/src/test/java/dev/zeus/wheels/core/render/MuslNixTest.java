// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.WheelFilename;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a nixpkgs with musl, whose system is called as that with glibc, gets wheels for musl or none. */
@NeedsNixBuilds
class MuslNixTest {
    private static final String GLIBC = "both-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
    private static final String MUSL = "both-1.0-cp312-cp312-musllinux_1_1_x86_64.whl";

    @TempDir
    static Path directory;

    private static FixtureNix nix;

    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        Lock glibc = new LockBuilder()
                .add("pypi", LockBuilder.NO_FACTS, List.of(), LockBuilder.wheel(GLIBC, "cp312-x86_64-linux"))
                .lock();
        nix.write("glibc", Renderer.render(Sets.of(List.of(Sets.wheel("both")), List.of()), glibc));

        Lock locked = new LockBuilder()
                .add(
                        "pypi",
                        LockBuilder.NO_FACTS,
                        List.of(),
                        LockBuilder.wheel(GLIBC, "cp312-x86_64-linux"),
                        wheel(MUSL))
                .add("pypi", LockBuilder.NO_FACTS, List.of(), wheel("newer-1.0-cp312-cp312-musllinux_1_3_x86_64.whl"))
                .lock();
        List<Target> targets = new ArrayList<>(locked.targets());
        targets.add(new Target("3.12", Platform.X86_64_LINUX_MUSL, "1.2"));
        Lock lock = new Lock(locked.inputs(), Optional.empty(), targets, locked.packages());
        nix.write("generated", Renderer.render(Sets.of(List.of(Sets.wheel("both")), List.of()), lock));
    }

    private static LockedWheel wheel(String filename) {
        return new LockedWheel(
                WheelFilename.parse(filename),
                URI.create("https://files.example.org/packages/" + filename),
                new Sha256("00".repeat(32)),
                OptionalLong.empty(),
                Optional.empty(),
                new TreeSet<>(Set.of("cp312-x86_64-linux-musl")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pkgs.python312Packages.both.wheel.name | " + GLIBC,
                "pkgs.python312Packages.both.wheel.target | cp312-x86_64-linux",
                "pkgs.pkgsMusl.python312Packages.both.wheel.name | " + MUSL,
                "pkgs.pkgsMusl.python312Packages.both.wheel.target | cp312-x86_64-linux-musl",
                "pkgs.pkgsMusl.python312Packages.both.wheel.minMusl | 1.1",
                "pkgs.python312Packages ? newer | false",
                "pkgs.pkgsMusl.stdenv.hostPlatform.system | x86_64-linux"
            })
    void eachLibraryHasWheelsOfItsOwn(String attribute, String value) throws Exception {
        assertThat(nix.eval(attribute)).isEqualTo(value);
    }

    @Test
    void bothEvaluateToDifferentPackages() throws Exception {
        String musl = nix.eval("pkgs.pkgsMusl.python312Packages.both.drvPath");
        assertThat(musl).endsWith(".drv").isNotEqualTo(nix.eval("pkgs.python312Packages.both.drvPath"));
    }

    @Test
    void systemsAreThoseOfNix() throws Exception {
        assertThat(nix.evalWhole("(import " + directory.resolve("generated") + ").systems"))
                .isEqualTo("[\"aarch64-darwin\",\"x86_64-linux\"]");
    }

    @Test
    void wheelsForGlibcAreNotGivenToMuslAndThatIsSaid() throws Exception {
        String pkgs = nix.expression(
                "x86_64-linux", List.of(nix.overlay("glibc")), "pkgs.pkgsMusl.python312Packages.both.wheel.name");
        assertThat(failure(pkgs))
                .contains("no wheels were locked for cp312-x86_64-linux-musl, and those for glibc do not run with musl")
                .contains("@On(value = Platform.X86_64_LINUX_MUSL, musl = \"1.2\")")
                .contains("attribute 'both' missing");
    }

    /** A static Python loads no module that is compiled for any library. */
    @Test
    void staticPythonsKeepWhatNixpkgsHasAndThatIsSaid() throws Exception {
        assertThat(failure(nix.expression("pkgs.pkgsStatic.python312Packages.both.wheel.name")))
                .contains("there are no wheels for cp312-x86_64-linux-musl-static")
                .contains("a Python that is linked statically loads no compiled modules")
                .contains("attribute 'both' missing");
        assertThat(failure(nix.expression(
                        "x86_64-linux",
                        List.of(nix.overlay("glibc")),
                        "pkgs.pkgsStatic.python312Packages.both.wheel.name")))
                .contains("there are no wheels for cp312-x86_64-linux-musl-static");
    }

    @Test
    void whatNeedsANewerMuslIsRefusedByName() throws Exception {
        assertThat(failure(nix.expression("pkgs.pkgsMusl.python312Packages.newer.drvPath")))
                .contains("newer-1.0-cp312-cp312-musllinux_1_3_x86_64.whl needs musl 1.3 or newer")
                .contains("this stdenv has 1.2.5");
    }

    private static String failure(String expression) throws Exception {
        Path file = Files.writeString(Files.createTempFile(directory, "refused", ".nix"), expression);
        return nix.failure("nix-instantiate", "--eval", file.toString());
    }
}
