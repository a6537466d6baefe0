// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.testkit.NeedsNixBuilds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That files of an older release, used by the outputs of a newer flake, serve as they did or say what to do. */
@NeedsNixBuilds
class OldGeneratedNixTest {
    private static final Path NIX = Path.of("..", "nix").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    private FixtureNix nix;

    /** The files of a release that had the overlay only. */
    @BeforeEach
    void write() throws IOException {
        nix = new FixtureNix(directory);
        Map<String, String> files = new TreeMap<>(Renderer.render(
                Sets.of(List.of(Sets.wheel("demo")), List.of()),
                new LockBuilder().pure("demo").lock()));
        files.remove("pythons.nix");
        files.remove("private.nix");
        String summary = Objects.requireNonNull(files.get("default.nix"));
        files.put(
                "default.nix",
                summary.replace("private = import ./private.nix;", "")
                        .replace("interpreters = import ./pythons.nix;", ""));
        assertThat(files.get("default.nix")).isNotEqualTo(summary);
        nix.write(files);
    }

    private String outputs(String body) {
        return nix.expression(
                "x86_64-linux",
                List.of(),
                "let generated = import " + NIX.resolve("generated.nix") + " " + directory.resolve("generated")
                        + "; outputs = import " + NIX.resolve("per-system.nix") + " { inherit generated pkgs; }; in "
                        + body);
    }

    @Test
    void theOverlayServesAndTheAppThatWritesRuns() throws Exception {
        assertThat(nix.evalWhole(outputs("(pkgs.extend generated.overlay).python312Packages.demo.version")))
                .isEqualTo("1.0");
        assertThat(nix.evalWhole(outputs("outputs.apps.generate-wheels.type"))).isEqualTo("app");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outputs.checks", "outputs.packages.default.drvPath", "outputs.devShells.default.drvPath"})
    void whateverElseSaysWhatToDo(String attribute) throws Exception {
        Path file = Files.writeString(directory.resolve("ask.nix"), outputs("builtins.deepSeq (" + attribute + ") 1"));

        assertThat(nix.failure("nix-instantiate", "--eval", file.toString()))
                .contains("were written by an older release, without private, interpreters")
                .contains("run `nix run .#generate-wheels` to write them anew");
    }
}
