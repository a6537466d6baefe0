// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * That packages build whose modules import what they do not require, and that the checks say which of their modules do
 * not work for real.
 */
@NeedsNixBuilds
class ImportsNixTest {
    /** Like {@code blackd} of black, whose extra is not there. */
    private static final String FOR_AN_EXTRA = """
            try:
                import aiohttp
            except ImportError as error:
                raise ImportError("install host[d]") from error
            """;

    /** Like psycopg_binary, of which psycopg says that it comes first. */
    private static final String LATE = """
            import sys

            if "zlast" not in sys.modules:
                raise ImportError("zlast comes first")
            """;

    @TempDir
    static Path directory;

    private static FixtureNix nix;

    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        LockBuilder good = new LockBuilder();
        WheelBuilder host = module("host", "").file("hostd.py", FOR_AN_EXTRA);
        nix.add(good, host, "host hostd", "early", "google-part", "plugin", "zlast");
        nix.add(good, module("early", LATE), "early");
        nix.add(good, module("google/part", "import google.iam\n"), "google.part");
        nix.add(good, module("plugin", "import host\n"), "plugin");
        nix.add(good, module("untested", "raise SystemExit\n"), "untested");
        nix.add(good, module("zlast", ""), "zlast");
        nix.add(good, WheelBuilder.of("meta", "1.0").file("meta-1.0.dist-info/NOTICE", "\n"), "", "host");
        write("good", good, "host", "meta");
        LockBuilder bad = new LockBuilder();
        nix.add(bad, WheelBuilder.of("host", "2.0"), "host", "half", "stops");
        nix.add(bad, module("half", "import half._core\n"), "half");
        nix.add(bad, module("stops", "raise SystemExit\n"), "stops");
        write("bad", bad, "host");
    }

    private static WheelBuilder module(String path, String text) {
        return WheelBuilder.of(path.replace('/', '-'), "1.0").file(path + "/__init__.py", text);
    }

    private static void write(String place, LockBuilder lock, String... declared) throws IOException {
        List<WheelDeclaration> wheels = new ArrayList<>();
        Stream.of(declared).forEach(name -> wheels.add(Sets.wheel(name)));
        wheels.add(Sets.wheel("untested", PackageTest.METADATA));
        nix.write(place, Renderer.render(Sets.of(wheels, List.of()), lock.lock()));
    }

    @ParameterizedTest
    @CsvSource({"host, host, host hostd", "plugin, '', plugin", "google-part, '', google.part", "untested, '', ''"})
    void onlyMainModulesOfWhatIsDeclaredAreImportedWhenItIsBuilt(String name, String built, String all)
            throws Exception {
        String lists =
                "let p = pkgs.python312Packages.%s; in \"${toString p.pythonImportsCheck},${toString p.wheel.modules}\"";
        assertThat(nix.evalWhole(nix.inSet("good", lists.formatted(name)))).isEqualTo(built + "," + all);
    }

    @Test
    void everythingElseIsImportedTogether() throws Exception {
        Path built = nix.buildWhole(nix.inSet("good", check("good")));

        assertThat(Files.readString(built))
                .contains(
                        "meta was asked for: abi import metadata",
                        "google.part was not imported: it wants google.iam, which nothing here requires",
                        "hostd was not imported: it wants aiohttp, which nothing here requires",
                        "the environment was asked for: imports, collisions, requirements")
                .doesNotContain("plugin was", "early was", "untested was not");
    }

    @Test
    void whatDoesNotWorkForRealFails() throws Exception {
        assertThat(nix.failure("nix-build", "--no-out-link", "--expr", nix.inSet("bad", check("bad"))))
                .contains(
                        "import half: ModuleNotFoundError: No module named 'half._core'", "import stops: SystemExit: ");
    }

    private static String check(String place) {
        return "(import " + directory.resolve(place).resolve("checks.nix") + " pkgs).python312-all";
    }
}
