// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.ApplicationDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.EnvironmentPart;
import dev.zeus.wheels.HomeModuleDeclaration;
import dev.zeus.wheels.KernelDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What declared modules put into a home. */
@NeedsNixBuilds
class HomeNixTest {
    @TempDir
    static Path directory;

    private static FixtureNix nix;

    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        LockBuilder lock = new LockBuilder();
        for (String name : List.of("black", "ruff", "whisper")) {
            lock.add(
                    "pypi",
                    NO_FACTS,
                    List.of(),
                    nix.wheel(
                            WheelBuilder.of(name, "1.0")
                                    .script(name + " = " + name + ":main")
                                    .file(name + "/__init__.py", "def main():\n    print('" + name + "')\n"),
                            ""));
        }
        lock.pure("ipykernel");
        List<WheelDeclaration> wheels = Stream.of("black", "ipykernel", "ruff", "whisper")
                .map(Sets::wheel)
                .toList();
        EnvironmentDeclaration notes = new EnvironmentDeclaration(
                        "com.acme.E", "notes", "3.12", List.of("black"), List.of(), new TreeMap<>(), "")
                .withParts(List.of(
                        new KernelDeclaration("notes", "Notes"), new HomeModuleDeclaration("notes", List.of(), false)));
        nix.write(Renderer.render(
                Sets.of(wheels, List.of())
                        .withEnvironments(List.of(
                                notes,
                                environment("speech", List.of("whisper"), List.of("whisper")),
                                environment("tools", List.of("black", "ruff"), List.of("black", "ruff")))),
                lock.lock()));
    }

    private static EnvironmentDeclaration environment(String name, List<String> packages, List<String> commands) {
        List<ApplicationDeclaration> applications = commands.stream()
                .map(command -> new ApplicationDeclaration(command, List.of(command), List.of()))
                .toList();
        return new EnvironmentDeclaration("com.acme.E", name, "3.12", packages, List.of(), new TreeMap<>(), "")
                .withParts(Stream.<EnvironmentPart>concat(
                                applications.stream(), Stream.of(new HomeModuleDeclaration(name, commands, true)))
                        .toList());
    }

    private static String home(String settings, String body) {
        return nix.expression(
                "x86_64-linux",
                List.of(),
                "let home = import " + FixtureNix.NIXPKGS + "/home.nix { inherit pkgs; modules = (builtins.attrValues"
                        + " (import " + directory.resolve("generated/homes.nix") + ")) ++ [ { " + settings
                        + " } ]; }; in " + body);
    }

    private static final String BOTH = "programs.speech.enable = true; programs.tools.enable = true;";

    @Test
    void twoHomesWorthOfToolsAreInOneProfile() throws Exception {
        Path profile = nix.buildWhole(home(BOTH, "home.path"));

        try (Stream<Path> programs = Files.list(profile.resolve("bin"))) {
            assertThat(programs.map(program -> program.getFileName().toString()).sorted())
                    .containsExactly("black", "ruff", "whisper");
        }
        assertThat(nix.run(profile.resolve("bin/whisper").toString())).isEqualTo("whisper");
    }

    /** As with {@code python3} of nixpkgs, with which it has every file of the interpreter in common. */
    @Test
    void itsPythonGoesBeforeAnotherOne() throws Exception {
        Path profile = nix.buildWhole(home(
                BOTH
                        + "programs.tools.python.enable = true; imports = [ ({ pkgs, ... }: { home.packages = [ pkgs.python312 ];"
                        + " }) ];",
                "home.path"));

        assertThat(nix.run(profile.resolve("bin/python3").toString(), "-c", "import black; print(black.__name__)"))
                .isEqualTo("black");
    }

    /** The complaint that this module is about. */
    @Test
    void twoPythonsInOneProfileCollide() throws Exception {
        String environments = "(import " + directory.resolve("generated/environments.nix") + " pkgs)";

        assertThat(nix.failure(
                        "nix-build",
                        "--no-out-link",
                        "--expr",
                        nix.expression(
                                "x86_64-linux",
                                List.of(),
                                "pkgs.buildEnv { name = \"both\"; paths = [ " + environments + ".tools.python "
                                        + environments + ".speech.python ]; }")))
                .contains("two given paths contain a conflicting subpath");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "programs.speech.python.enable = true; programs.tools.python.enable = true; | a profile has one Python, and speech and tools install one each",
                "programs.tools.applications = [ \"blakc\" ]; | A definition for option",
                "programs.tools.commands = [ ]; | The option `programs.tools.commands' does not exist",
            })
    void whatAUserSetsWrongIsRefused(String settings, String message) throws Exception {
        assertThat(nix.failure(
                        "nix",
                        "eval",
                        "--offline",
                        "--raw",
                        "--impure",
                        "--expr",
                        home(BOTH + settings, "home.path.drvPath")))
                .contains(message);
    }

    @Test
    void kernelsAreWhereEveryJupyterOfTheHomeFindsThem() throws Exception {
        assertThat(nix.evalWhole(home(
                        "programs.notes.enable = true; programs.tools.enable = true;",
                        "[ home.config.home.sessionVariables (builtins.length home.config.home.packages) ]")))
                .isEqualTo("[{\"JUPYTER_PATH\":\"/home/user/.nix-profile/share/jupyter\"},3]");
    }

    @Test
    void thereIsWhatIsEnabled() throws Exception {
        String names = "map (p: p.name) home.config.home.packages";

        assertThat(nix.evalWhole(home("", names))).isEqualTo("[]");
        assertThat(nix.evalWhole(
                        home("programs.tools.enable = true; programs.tools.applications = [ \"ruff\" ];", names)))
                .isEqualTo("[\"ruff\"]");
    }
}
