// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.SubstitutionDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockedSdist;
import dev.zeus.wheels.core.lock.PackageFacts;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.SdistFilename;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.SdistBuilder;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a locked source distribution is built by real Nix, with what it and its recipe say. */
@NeedsNixBuilds
class SdistNixTest {
    private static final String C_SOURCE = """
            #include <Python.h>
            static struct PyModuleDef module = { PyModuleDef_HEAD_INIT, "_fast", 0, -1, 0 };
            PyMODINIT_FUNC PyInit__fast(void) { return PyModule_Create(&module); }
            """;

    @TempDir
    Path directory;

    private FixtureNix nix;

    @BeforeEach
    void open() {
        nix = new FixtureNix(directory);
    }

    private LockedSdist sdist(SdistBuilder sdist, String... buildRequires) throws IOException {
        Path file = Files.write(directory.resolve(sdist.filename()), sdist.bytes());
        return new LockedSdist(
                SdistFilename.parse(sdist.filename()),
                file.toUri(),
                Sha256.of(sdist.bytes()),
                OptionalLong.empty(),
                Optional.empty(),
                Stream.of(buildRequires).map(Requirement::parse).toList());
    }

    private static SdistBuilder source() {
        return SdistBuilder.of("speech", "1.5")
                .info("2.1")
                .file("pyproject.toml", """
                        [build-system]
                        requires = ["setuptools>=1000", "helper"]
                        build-backend = "setuptools.build_meta"
                        [project]
                        name = "speech"
                        version = "1.5"
                        dependencies = ["leaf>=1", "gone"]
                        """)
                .file("setup.py", """
                        import helper, setuptools
                        setuptools.setup(packages=["speech"], ext_modules=[setuptools.Extension("speech._fast", ["fast.c"])])
                        """)
                .file("fast.c", C_SOURCE)
                .file("speech/__init__.py", "from . import _fast\nVOICE = \"loud\"\n");
    }

    @Test
    void buildsWithWhatTheSourceAndItsRecipeSay() throws IOException, InterruptedException {
        PackageFacts facts = new PackageFacts(
                Optional.of("Speaks"),
                Optional.of("MIT"),
                Optional.empty(),
                Optional.empty(),
                List.of("speech"),
                Optional.empty());
        LockBuilder lock = new LockBuilder()
                .add("pypi", NO_FACTS, List.of(), nix.wheel(WheelBuilder.of("leaf", "1.0"), ""))
                .add("pypi", NO_FACTS, List.of(), nix.wheel(WheelBuilder.of("helper", "1.0"), ""))
                .sdist(
                        sdist(source(), "setuptools>=1000", "helper", "nothere; python_version < '3'"),
                        facts,
                        "leaf",
                        "gone");
        RecipeDeclaration recipe = new RecipeDeclaration(
                List.of(),
                List.of(),
                List.of(),
                List.of("gone"),
                List.of(),
                List.of(new SubstitutionDeclaration("speech/__init__.py", "loud", "soft")),
                List.of(),
                List.of(),
                Optional.empty());
        nix.write(Renderer.render(Sets.of(List.of(Sets.wheel("speech", recipe)), List.of()), lock.lock()));
        Path built = nix.build("pkgs.python312Packages.speech");
        Path module = built.resolve("lib/python3.12/site-packages/speech");
        assertThat(module.resolve("__init__.py")).content().contains("VOICE = \"soft\"");
        assertThat(module).isDirectoryContaining("glob:**/_fast.*.so");
        assertThat(nix.eval("pkgs.python312Packages.speech.pypaBuildFlags")).isEqualTo("[\"--skip-dependency-check\"]");
        assertThat(nix.eval("map (x: x.shortName) pkgs.python312Packages.speech.meta.sourceProvenance"))
                .isEqualTo("[\"fromSource\"]");
    }

    @Test
    void refusesASourceInACircle() throws IOException {
        LockBuilder lock = new LockBuilder().pure("leaf", "speech").sdist(sdist(source()), NO_FACTS, "leaf");
        WheelsException error = catchThrowableOfType(
                WheelsException.class,
                () -> Renderer.render(Sets.of(List.of(Sets.wheel("speech")), List.of()), lock.lock()));
        assertThat(error)
                .satisfies(ProblemExample.printed("N308"))
                .hasMessageContaining("[wheels/N308] \"speech\" is in a cycle of requirements with");
    }
}
