// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code nix run .#try-on} says of wheels on a nixpkgs. */
@NeedsNixBuilds
class TryOnNixTest {
    private static final Path SCRIPT = Path.of("..", "nix", "try-on.sh").toAbsolutePath();

    private record Said(int exit, String text) {}

    @TempDir
    Path directory;

    @BeforeEach
    void write() throws IOException {
        FixtureNix nix = new FixtureNix(directory);
        LockBuilder lock = new LockBuilder();
        for (String name : List.of("numpy", "requests")) {
            lock.add("pypi", NO_FACTS, List.of(), nix.wheel(WheelBuilder.of(name, "9.0"), ""));
        }
        nix.write(
                Renderer.render(Sets.of(List.of(Sets.wheel("numpy"), Sets.wheel("requests")), List.of()), lock.lock()));
    }

    private Said tryOn(String nixpkgs) throws Exception {
        Process process = new ProcessBuilder(
                        SCRIPT.toString(), directory.resolve("generated").toString(), "x86_64-linux", nixpkgs)
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    @Test
    void listsWhatTheOverlayChangesAndThatTheInterpretersChangeNothing() throws Exception {
        Said said = tryOn(FixtureNix.NIXPKGS.toString());

        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(said.text())
                .containsPattern("wheels: \\d+ on \\d interpreters, 0 do not evaluate")
                .containsPattern(
                        "\\(overlay.nix\\): of \\d+ packages of nixpkgs [1-9]\\d* get another hash, 0 no longer")
                .contains("  another hash: python312.scipy\n", "  another hash: python312.numpy\n")
                .containsPattern("\\(private.nix\\): of \\d+ packages of nixpkgs 0 get another hash, 0 no longer");
    }

    /** One error that Nix cannot catch, of a package among hundreds, is of that package alone. */
    @Test
    void namesWhatNoLongerEvaluates() throws Exception {
        Path overlay = directory.resolve("generated/overlay.nix");
        Files.move(overlay, directory.resolve("generated/whole.nix"));
        Files.writeString(
                overlay,
                "final: prev: import ./whole.nix final prev"
                        + " // { git = final.nothingOfThisName; ripgrep = throw \"no\"; }");
        Path extension = directory.resolve("generated/extension.nix");
        Files.writeString(
                extension,
                "pyFinal: pyPrev: (" + Files.readString(extension)
                        + "\n) pyFinal pyPrev // { leaf = pyPrev.nothingOfThisName; }");

        Said said = tryOn(FixtureNix.NIXPKGS.toString());

        assertThat(said.exit()).as(said.text()).isOne();
        assertThat(said.text())
                .contains("  no longer evaluates: git\n", "  no longer evaluates: ripgrep\n")
                .doesNotContain("  no longer evaluates: cmake\n")
                .contains("  does not evaluate: python312.leaf\n")
                .doesNotContain("  does not evaluate: python312.numpy\n");
    }

    @Test
    void saysWhereNothingEvaluates() throws Exception {
        Files.writeString(directory.resolve("generated/overlay.nix"), "final: prev: throw \"no overlay\"");

        Said said = tryOn(FixtureNix.NIXPKGS.toString());

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.text()).contains("no overlay", "this nixpkgs does not evaluate for x86_64-linux");
    }

    @Test
    void saysWhatIsNoNixpkgs() throws Exception {
        Said said = tryOn("path:/no/such/folder");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.text()).contains("\"path:/no/such/folder\" is neither a directory nor a flake");
    }
}
