// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LibrarySourcesTest.facts;
import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.PackageFacts;
import dev.zeus.wheels.testkit.NativeBytes;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That real Nix gives wheels which were read exactly the libraries that they need, and builds them. */
@NeedsNixBuilds
class LibrariesNixTest {
    /** nixpkgs as it is since 26.05, whose old set of X11 must not be touched, and as it was. */
    private static final String NEW_X11 = "final: prev: { libx11 = final.alsa-lib; xorg = throw \"deprecated\"; }";

    private static final String OLD_X11 = "final: prev: { xorg.libX11 = final.zstd; }";

    @TempDir
    static Path directory;

    private static FixtureNix nix;

    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        nix.write(Renderer.render(Sets.of(List.of(), List.of()), lock()));
    }

    private static Lock lock() throws IOException {
        LockBuilder lock = new LockBuilder();
        add(lock, "nothing", facts("", ""), List.of(), "libc.so.6");
        add(lock, "usual", NO_FACTS, List.of("engine"), "libz.so.1");
        add(lock, "runtime", facts("libgcc_s.so.1 libstdc++.so.6", ""), List.of(), "libstdc++.so.6", "libgcc_s.so.1");
        add(lock, "window", facts("libGL.so.1 libX11.so.6", ""), List.of("engine"), "libGL.so.1");
        add(lock, "driven", facts("libcuda.so.1 libz.so.1", ""), List.of(), "libcuda.so.1", "libz.so.1");
        add(lock, "engine", facts("", "libengine.so"), List.of());
        add(lock, "wagon", facts("", ""), List.of("engine"));
        add(lock, "train", facts("libengine.so", ""), List.of("wagon"), "libengine.so");
        // These were not read: what they need is in a wheel that a requirement of theirs requires.
        add(lock, "unread", NO_FACTS, List.of("bridge"), "libengine.so");
        lock.add(
                "pypi",
                NO_FACTS,
                List.of(LockBuilder.needs("engine")),
                nix.wheel(WheelBuilder.of("bridge", "1.0").requires("engine"), ""));
        // A plugin for a library of what requires it.
        add(lock, "base", facts("libaddon.so", ""), List.of(), "libaddon.so");
        add(lock, "addon", facts("", "libaddon.so"), List.of("base"));
        return lock.lock();
    }

    private static void add(
            LockBuilder lock, String name, PackageFacts facts, List<String> requires, String... libraries)
            throws IOException {
        NativeBytes module = NativeBytes.elf("x86_64");
        for (String library : libraries) {
            module = module.needs(library);
        }
        WheelBuilder wheel = WheelBuilder.of(name, "1.0")
                .tags("cp312-cp312-manylinux_2_17_x86_64")
                .requires(requires.toArray(String[]::new))
                .file(name + "/_native.so", module.build());
        if (name.equals("engine") || name.equals("addon")) {
            wheel = wheel.file(
                    name + "/lib/lib" + name + ".so", NativeBytes.elf("x86_64").build());
        }
        lock.add(
                "pypi",
                facts,
                requires.stream().map(LockBuilder::needs).toList(),
                nix.wheel(wheel, "cp312-x86_64-linux"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing | []",
                "usual | [\"gcc-lib\",\"zlib\"]",
                "runtime | [\"gcc-lib\"]",
                "window | [\"libGL\",\"alsa-lib\"]",
                "driven | [\"zlib\"]",
            })
    void givesExactlyWhatIsNeeded(String name, String inputs) throws Exception {
        String body = "map (input: input.name) pkgs.python312Packages." + name + ".buildInputs";
        assertThat(nix.evalWhole(nix.expression("x86_64-linux", List.of(NEW_X11, nix.overlay("generated")), body)))
                .isEqualTo(inputs);
    }

    @Test
    void findsPackagesUnderTheirOlderNamesToo() throws Exception {
        String body = "map (input: input.name) pkgs.python312Packages.window.buildInputs";
        assertThat(nix.evalWhole(nix.expression("x86_64-linux", List.of(OLD_X11, nix.overlay("generated")), body)))
                .isEqualTo("[\"libGL\",\"zstd\"]");
    }

    @ParameterizedTest
    @CsvSource({"usual, true", "window, false", "wagon, false", "train, true", "engine, false"})
    void looksIntoOtherWheelsOnlyForLibraries(String name, boolean looks) throws Exception {
        String body = "pkgs.python312Packages." + name + " ? preFixup";
        assertThat(nix.eval(body)).isEqualTo(Boolean.toString(looks));
    }

    @Test
    void theDriverIsLookedForWhenItRuns() throws Exception {
        assertThat(nix.eval("pkgs.python312Packages.driven.autoPatchelfIgnoreMissingDeps"))
                .isEqualTo("[\"libcuda.so.1\"]");
        assertThat(nix.eval("map (input: input.name) pkgs.python312Packages.driven.nativeBuildInputs"))
                .contains("auto-add-driver-runpath-hook");
        assertThat(nix.eval("map (input: input.name) pkgs.python312Packages.runtime.nativeBuildInputs"))
                .doesNotContain("driver");
    }

    @Test
    void whatComesLaterIsNotLookedForWhenItIsBuilt() throws Exception {
        assertThat(nix.eval("pkgs.python312Packages.base.autoPatchelfIgnoreMissingDeps"))
                .isEqualTo("[\"libaddon.so\"]");
        assertThat(MissingLibraries.of(Sets.of(List.of(), List.of()), lock())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "runtime", "driven", "train", "unread", "base", "addon"})
    void builds(String name) throws Exception {
        assertThat(nix.build("pkgs.python312Packages." + name)
                        .resolve("lib/python3.12/site-packages/" + name + "/_native.so"))
                .exists();
    }
}
