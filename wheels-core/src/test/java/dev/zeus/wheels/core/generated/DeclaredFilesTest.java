// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.generated;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.PatchDeclaration;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredFilesTest {
    @TempDir
    Path home;

    @BeforeEach
    void declare() throws IOException {
        Path acme = Files.createDirectories(home.resolve("src/com/acme"));
        Files.writeString(
                acme.resolve("package-info.java"),
                "@WheelSet(pythons = \"3.12\",\n    sources = @Source(name = \"own\",\n        url = \"wheels/\"))\npackage com.acme;\n");
        Files.writeString(
                acme.resolve("Demo.java"),
                "package com.acme;\n@Wheel\n@Recipe(patches = {\n    @Patch(file = \"patches/a.patch\"),\n"
                        + "    @Patch(file = \"patches/b.patch\")})\ninterface Demo {}\n");
    }

    private void require() {
        RecipeDeclaration usual = RecipeDeclaration.USUAL;
        RecipeDeclaration recipe = new RecipeDeclaration(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        patch("patches/a.patch"),
                        patch("patches/b.patch"),
                        new PatchDeclaration("", "https://x.example/p", "sha256-")),
                List.of(),
                List.of(),
                List.of(),
                usual.cuda());
        WheelDeclaration demo = new WheelDeclaration(
                "com.acme.Demo",
                "demo",
                "demo",
                "own",
                List.of(Platform.X86_64_LINUX),
                List.of("3.12"),
                "",
                List.of(),
                List.of(),
                Provider.WHEEL,
                recipe);
        WheelSetDeclaration set = new WheelSetDeclaration(
                "com.acme",
                List.of("3.12"),
                List.of(),
                List.of(
                        new SourceDeclaration("own", "wheels/", SourceFormat.FLAT, false),
                        new SourceDeclaration("page", "https://index.example/links.html", SourceFormat.FLAT, false)),
                DependencyPolicy.WHEELS,
                ResolutionSettings.DEFAULT,
                List.of(demo),
                List.of());
        DeclaredFiles.require(set, home.resolve("generated"), new SourceRoots(home, List.of(home.resolve("src"))));
    }

    private static PatchDeclaration patch(String file) {
        return new PatchDeclaration(file, "", "");
    }

    @Test
    void whatIsNotThereIsSaidAtTheLineThatNamesIt() throws IOException {
        Files.createDirectories(home.resolve("patches/b.patch"));
        Files.writeString(home.resolve("patches/a.patch"), "");

        assertThatThrownBy(this::require)
                .hasMessageContaining("[wheels/N340] there is no file \"patches/b.patch\" beside \"generated\"")
                .hasMessageContaining("com.acme.Demo (src/com/acme/Demo.java:5) names");

        Files.delete(home.resolve("patches/b.patch"));
        Files.writeString(home.resolve("patches/b.patch"), "");
        assertThatThrownBy(this::require)
                .satisfies(ProblemExample.printed("N340"))
                .hasMessageContaining("[wheels/N340] there is no folder \"wheels/\"")
                .hasMessageContaining("com.acme.package-info (src/com/acme/package-info.java:3) names")
                .hasMessageContaining("put it there, or correct the path");

        Files.createDirectory(home.resolve("wheels"));
        require();
    }
}
