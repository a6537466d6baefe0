// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.core.lock.ImportsAlone;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That what the lock records to import alone is imported when Nix builds the package, and nothing else by itself. */
@NeedsNixBuilds
class AloneImportsNixTest {
    @TempDir
    static Path directory;

    private static FixtureNix nix;
    private static SortedMap<String, String> plain = new TreeMap<>();
    private static SortedMap<String, String> recorded = new TreeMap<>();

    /**
     * {@code app} is declared; {@code broken} is not as it was recorded, and {@code plugin} needs what it does not
     * require. {@code ring-a} and {@code ring-b} require each other.
     */
    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        LockBuilder builder = new LockBuilder();
        nix.add(
                builder,
                module("app", "import good\n")
                        .file("appd.py", "import absent\n")
                        .file("apps.py", ""),
                "app appd apps",
                "good",
                "plugin",
                "quiet",
                "ring-a");
        nix.add(builder, module("good", "").file("goods.py", ""), "good goods");
        nix.add(builder, module("plugin", "import good\n"), "plugin");
        nix.add(builder, module("quiet", ""), "quiet");
        nix.add(builder, module("ring-a", "import ring_b\n"), "ring_a", "ring-b");
        nix.add(builder, module("ring-b", ""), "ring_b", "ring-a");
        Lock lock = builder.lock();
        plain = write("plain", lock);
        recorded = write(
                "recorded",
                lock.with(lock.packages().stream()
                        .map(locked -> alone(locked, "app", "app apps"))
                        .map(locked -> alone(locked, "good", "good goods"))
                        .map(locked -> alone(locked, "quiet", "quiet"))
                        .map(locked -> alone(locked, "ring-b", "ring_b"))
                        .toList()));
        LockBuilder bad = new LockBuilder();
        nix.add(bad, WheelBuilder.of("app", "2.0").file("app/__init__.py", ""), "app", "broken", "homely");
        nix.add(bad, module("broken", "import broken.absent\n"), "broken");
        nix.add(bad, module("homely", "import os\nos.makedirs(os.path.expanduser('~/.homely'))\n"), "homely");
        write("unrecorded", bad.lock());
        write(
                "broken",
                bad.lock()
                        .with(bad.lock().packages().stream()
                                .map(locked -> alone(locked, "broken", "broken"))
                                .map(locked -> alone(locked, "homely", "homely"))
                                .toList()));
    }

    private static WheelBuilder module(String name, String text) {
        return WheelBuilder.of(name, "1.0").file(name.replace('-', '_') + "/__init__.py", text);
    }

    /** Of a package, modules that were recorded for one target of four. */
    private static LockedPackage alone(LockedPackage locked, String name, String modules) {
        SortedSet<String> ids = LockBuilder.where("cp312-x86_64-linux");
        return locked.name().value().equals(name)
                ? locked.with(locked.facts().with(ImportsAlone.NONE.with(ids.first(), List.of(modules.split(" ", -1)))))
                : locked;
    }

    private static SortedMap<String, String> write(String place, Lock lock) throws IOException {
        List<WheelDeclaration> wheels = List.of(Sets.wheel("app"), Sets.wheel("quiet", PackageTest.METADATA));
        SortedMap<String, String> files = Renderer.render(Sets.of(wheels, List.of()), lock);
        nix.write(place, files);
        return files;
    }

    /** The record is of Python 3.12 on Linux; a declared package has its main modules everywhere as before. */
    @ParameterizedTest
    @CsvSource({
        "app, app, app apps, app appd apps",
        "good, '', good goods, good goods",
        "plugin, '', '', plugin",
        "quiet, '', '', ''",
        "ring-a, '', ring_b, ring_a ring_b"
    })
    void whatIsRecordedIsImportedOnItsTarget(String name, String elsewhere, String there, String all) throws Exception {
        String lists = "let p = pkgs.%s.%s; in \"${toString p.pythonImportsCheck},${toString p.wheel.modules}\"";
        assertThat(nix.evalWhole(nix.inSet("recorded", lists.formatted("python312Packages", name))))
                .isEqualTo(there + "," + all);
        for (String python : List.of("python311Packages", "python312Packages")) {
            String place = python.equals("python311Packages") ? "recorded" : "plain";
            assertThat(nix.evalWhole(nix.inSet(place, lists.formatted(python, name))))
                    .isEqualTo(elsewhere + "," + all);
        }
    }

    @ParameterizedTest
    @CsvSource({"good", "app", "ring-b"})
    void whatImportsAloneBuilds(String name) throws Exception {
        assertThat(nix.buildWhole(nix.inSet("recorded", "pkgs.python312Packages." + name)))
                .exists();
    }

    /** They are not declared: without the record, their builds test nothing. */
    @ParameterizedTest
    @CsvSource({"broken, No module named 'broken.absent'", "homely, NotADirectoryError"})
    void whatDoesNotFailsTheBuildOfThatPackage(String name, String said) throws Exception {
        assertThat(nix.failure(
                        "nix-build", "--no-out-link", "--expr", nix.inSet("broken", "pkgs.python312Packages." + name)))
                .contains(said);
        assertThat(nix.buildWhole(nix.inSet("unrecorded", "pkgs.python312Packages." + name)))
                .exists();
    }

    /** What is not recorded, and what does not import alone, is imported by name beside everything else. */
    @Test
    void theRestIsImportedByTheCheckOfEverything() throws Exception {
        assertThat(Files.readString(nix.buildWhole(nix.inSet("recorded", check("recorded")))))
                .contains("appd was not imported: it wants absent, which nothing here requires")
                .doesNotContain("plugin was", "ring_a was");
        assertThat(nix.failure("nix-build", "--no-out-link", "--expr", nix.inSet("unrecorded", check("unrecorded"))))
                .contains("import broken: ModuleNotFoundError: No module named 'broken.absent'");
    }

    private static String check(String place) {
        return "(import " + directory.resolve(place).resolve("checks.nix") + " pkgs).python312-all";
    }

    @Test
    void withoutARecordNothingIsWrittenOfIt() {
        assertThat(plain.values()).noneMatch(text -> text.contains("importsOn"));
        assertThat(recorded.keySet()).isEqualTo(plain.keySet());
        assertThat(recorded.keySet().stream().filter(name -> !Objects.equals(recorded.get(name), plain.get(name))))
                .containsExactly("mk-wheel.nix", "pypi/universal.nix");
    }
}
