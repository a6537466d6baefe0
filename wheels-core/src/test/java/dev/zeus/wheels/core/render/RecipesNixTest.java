// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static dev.zeus.wheels.core.render.LockBuilder.needs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.BuildDeclaration;
import dev.zeus.wheels.BuildSystem;
import dev.zeus.wheels.CudaComponent;
import dev.zeus.wheels.CudaDeclaration;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.Origin;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.PatchDeclaration;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.ReplacementDeclaration;
import dev.zeus.wheels.SearchPathDeclaration;
import dev.zeus.wheels.SubstitutionDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.testkit.NativeBytes;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That what recipes come to builds with real Nix, and is what they say. */
@NeedsNixBuilds
class RecipesNixTest {
    @TempDir
    static Path directory;

    private static FixtureNix nix;

    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        Files.createDirectories(directory.resolve("patches"));
        Files.writeString(directory.resolve("patches/speech.patch"), """
                --- a/speech.py
                +++ b/speech.py
                @@ -1,2 +1,2 @@
                -VOICE = "loud"
                +VOICE = "soft"
                 PLACE = "there"
                """);
        Files.writeString(directory.resolve("patches/engine.patch"), """
                --- a/engine/__init__.py
                +++ b/engine/__init__.py
                @@ -1,2 +1,2 @@
                -FUEL = "coal"
                +FUEL = "sun"
                 NOISE = "much"
                """);
        nix.write(Renderer.render(set(), lock()));
    }

    private static RecipeDeclaration recipe(String patch, SubstitutionDeclaration text, String relax, String remove) {
        return new RecipeDeclaration(
                List.of("alsa-lib"),
                List.of(),
                List.of(relax),
                List.of(remove),
                List.of(new PatchDeclaration("patches/" + patch, "", "")),
                List.of(text),
                List.of("libnvidia-ml.so.1"),
                List.of(),
                Optional.of(new CudaDeclaration("12.8", List.of(CudaComponent.CUDART, CudaComponent.NVCC))));
    }

    /** A compiled wheel whose libraries only its recipe finds, and one that loads a library of that. */
    private static Lock lock() throws IOException {
        byte[] engine = NativeBytes.elf("x86_64")
                .needs("libasound.so.2")
                .needs("libcudart.so.12")
                .needs("libcuda.so.1")
                .needs("libnvidia-ml.so.1")
                .build();
        byte[] shared = NativeBytes.elf("x86_64").soname("libengine.so").build();
        byte[] wagon = NativeBytes.elf("x86_64").needs("libengine.so").build();
        return new LockBuilder()
                .add(
                        "pypi",
                        NO_FACTS,
                        List.of(needs("leaf"), needs("gone")),
                        nix.wheel(
                                WheelBuilder.of("engine", "1.0")
                                        .tags("cp312-cp312-manylinux_2_17_x86_64")
                                        .requires("leaf>=2", "gone")
                                        .file("engine/__init__.py", "FUEL = \"coal\"\nNOISE = \"much\"\n")
                                        .file("engine/_native.so", engine)
                                        .file("engine/lib/libengine.so", shared),
                                "cp312-x86_64-linux"))
                .add(
                        "pypi",
                        NO_FACTS,
                        List.of(needs("engine")),
                        nix.wheel(
                                WheelBuilder.of("wagon", "1.0")
                                        .tags("cp312-cp312-manylinux_2_17_x86_64")
                                        .requires("engine")
                                        .file("wagon/_native.so", wagon),
                                "cp312-x86_64-linux"))
                .add("pypi", NO_FACTS, List.of(), nix.wheel(WheelBuilder.of("leaf", "1.0"), ""))
                .add("pypi", NO_FACTS, List.of(), nix.wheel(WheelBuilder.of("leaf_next", "1.0"), ""))
                .add("pypi", NO_FACTS, List.of(), nix.wheel(WheelBuilder.of("gone", "1.0"), ""))
                .add("pypi", NO_FACTS, List.of(), nix.wheel(WheelBuilder.of("old", "1.0"), ""))
                .lock();
    }

    private static WheelSetDeclaration set() throws IOException {
        RecipeDeclaration wagon = new RecipeDeclaration(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new SearchPathDeclaration("engine", "engine/lib")),
                Optional.empty());
        return Sets.of(
                List.of(
                        Sets.wheel(
                                "engine",
                                recipe(
                                        "engine.patch",
                                        new SubstitutionDeclaration("engine/__init__.py", "\"much\"", "\"it's\""),
                                        "leaf",
                                        "gone")),
                        Sets.wheel("wagon", wagon)),
                List.of(speech()),
                new ReplacementDeclaration("old", "leaf-next"));
    }

    private static CustomPackageDeclaration speech() throws IOException {
        Path archive = directory.resolve("speech-1.5.tar.gz");
        Files.write(archive, source());
        BuildDeclaration build = new BuildDeclaration(
                "1.5",
                new Origin.Archive(
                        archive.toUri().toString(),
                        Sha256.of(Files.readAllBytes(archive)).sri()),
                BuildSystem.SETUPTOOLS,
                "",
                List.of("leaf", "none-such; sys_platform == \"darwin\"", "old; python_version >= \"3.12\""),
                List.of("speech"),
                "MIT OR Apache-2.0",
                "https://speech.example/");
        return new CustomPackageDeclaration(
                "com.acme.Speech",
                "speech",
                "speech",
                "",
                List.of("3.12"),
                "Speaks",
                List.of(),
                List.of(PackageTest.IMPORT, PackageTest.METADATA),
                Optional.of(build),
                recipe(
                        "speech.patch",
                        new SubstitutionDeclaration("pyproject.toml", "version = \"9\"", "version = \"1.5\""),
                        "leaf",
                        "gone"));
    }

    private static byte[] source() throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
            add(tar, "speech-1.5/pyproject.toml", """
                    [build-system]
                    requires = ["setuptools"]
                    build-backend = "setuptools.build_meta"

                    [project]
                    name = "speech"
                    version = "9"
                    dependencies = ["leaf>=3", "gone", "none-such; sys_platform == 'darwin'"]

                    [tool.setuptools]
                    py-modules = ["speech"]
                    """);
            add(tar, "speech-1.5/speech.py", "VOICE = \"loud\"\nPLACE = \"there\"\n");
        }
        return bytes.toByteArray();
    }

    private static void add(TarArchiveOutputStream tar, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    @Test
    void aPackageIsBuiltFromItsSourceAsItWasDeclared() throws Exception {
        Path environment = nix.build("pkgs.python312.withPackages (ps: [ ps.speech ])");

        assertThat(nix.run(environment.resolve("bin/python3").toString(), "-c", """
                import importlib.metadata, speech
                print(speech.VOICE, speech.PLACE, importlib.metadata.version("speech"))
                print(*importlib.metadata.requires("speech"), sep="; ")
                """))
                .isEqualTo("soft there 1.5\nleaf; none-such; sys_platform == \"darwin\"");
    }

    @Test
    void aWheelIsPatchedAndFindsTheLibrariesOfItsRecipe() throws Exception {
        Path wagon = nix.build("pkgs.python312Packages.wagon");
        Path environment = nix.build("pkgs.python312.withPackages (ps: [ ps.engine ])");

        assertThat(wagon.resolve("lib/python3.12/site-packages/wagon/_native.so"))
                .exists();
        assertThat(nix.run(
                        environment.resolve("bin/python3").toString(),
                        "-c",
                        "import engine; print(engine.FUEL, engine.NOISE)"))
                .isEqualTo("sun it's");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "map (d: d.pname) pkgs.python312Packages.speech.dependencies | [\"leaf\",\"leaf-next\"]",
                "map (d: d.pname) pkgs.python312Packages.engine.dependencies | [\"leaf\"]",
                "pkgs.python312Packages.speech.meta.homepage | https://speech.example/",
                "map (l: l.spdxId) pkgs.python312Packages.speech.meta.license.licenses | [\"MIT\",\"Apache-2.0\"]",
                "pkgs.python312Packages.speech.autoPatchelfIgnoreMissingDeps | [\"libcuda.so.1\",\"libnvidia-ml.so.1\"]",
                "pkgs.python312Packages.engine.autoPatchelfIgnoreMissingDeps | [\"libnvidia-ml.so.1\",\"libcuda.so.1\"]",
                "pkgs.python312Packages.old.pname | leaf-next",
                "pkgs.python311Packages.old.pname | leaf-next",
                "(builtins.head (pkgs.python312Packages.speech.override { leaf = pkgs.python312Packages.leaf-next; }).dependencies).pname | leaf-next",
                "pkgs.python311Packages ? speech | false"
            })
    void evaluatesToWhatWasDeclared(String body, String value) throws Exception {
        assertThat(nix.eval(body)).isEqualTo(value);
    }

    @Test
    void anotherSystemHasNoCudaAndItsOwnRequirements() throws Exception {
        String body = "let s = pkgs.python312Packages.speech.override { none-such = \"there\"; }; in [ s.buildInputs ]"
                .replace("[ s.buildInputs ]", "map (d: d.name or d) (s.buildInputs ++ s.nativeBuildInputs)");
        assertThat(nix.evalWhole(nix.expression("aarch64-darwin", List.of(nix.overlay("generated")), body)))
                .doesNotContain("cuda")
                .contains("alsa-lib");
    }
}
