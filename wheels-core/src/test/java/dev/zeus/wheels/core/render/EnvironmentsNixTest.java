// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What declared environments are in Nix. */
@NeedsNixBuilds
class EnvironmentsNixTest {
    @TempDir
    static Path directory;

    private static FixtureNix nix;

    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        LockBuilder lock = new LockBuilder();
        for (String name : List.of("leaf", "tree")) {
            lock.add("pypi", NO_FACTS, List.of(), nix.wheel(WheelBuilder.of(name, "1.0"), ""));
        }
        WheelSetDeclaration set = withEnvironments(
                new EnvironmentDeclaration(
                        "com.acme.Research",
                        "research",
                        "3.12",
                        List.of("leaf"),
                        List.of("tools.greeter", "hello"),
                        new TreeMap<>(Map.of("HOST", "${host} \"x\"", "TZ", "UTC")),
                        "echo \"$HOST\" ''${TZ}''"),
                new EnvironmentDeclaration(
                        "com.acme.Small", "small", "3.12", List.of("leaf", "tree"), List.of(), new TreeMap<>(), ""));
        nix.write(Renderer.render(set, lock.lock()));
        Files.writeString(directory.resolve("tools.nix"), """
                final: _: {
                  hello = final.runCommand "hello" { } "mkdir $out";
                  tools.greeter = final.runCommand "greeter" { } "mkdir $out";
                }
                """);
    }

    private static WheelSetDeclaration withEnvironments(EnvironmentDeclaration... environments) {
        WheelSetDeclaration set = Sets.of(List.of(Sets.wheel("leaf"), Sets.wheel("tree")), List.of());
        return set.withEnvironments(List.of(environments));
    }

    private static String environments(String system, String body) {
        List<String> overlays = List.of(nix.overlay("generated"), "import " + directory.resolve("tools.nix"));
        return nix.expression(
                system,
                overlays,
                "let es = import " + directory.resolve("generated/environments.nix") + " pkgs; in " + body);
    }

    private static String eval(String body) throws IOException, InterruptedException {
        return nix.evalWhole(environments("x86_64-linux", body));
    }

    @Test
    void theInterpreterHasItsPackagesAndNoOthers() throws Exception {
        Path research = nix.buildWhole(environments("x86_64-linux", "es.research.python"));

        String found = nix.run(
                research.resolve("bin/python3").toString(),
                "-c",
                "import leaf, importlib.util as u; print(leaf.__name__, u.find_spec('tree'))");

        assertThat(found).isEqualTo("leaf None");
        assertThat(eval("map (d: d.pname) es.small.python.extraLibs")).isEqualTo("[\"leaf\",\"tree\"]");
    }

    @Test
    void theShellHasLibrariesVariablesAndHook() throws Exception {
        assertThat(eval("map (d: d.name) (builtins.tail es.research.shell.nativeBuildInputs)"))
                .isEqualTo("[\"greeter\",\"hello\"]");
        assertThat(eval("es.research.shell.shellHook")).isEqualTo("echo \"$HOST\" ''${TZ}''");
        assertThat(eval("es.research.variables.HOST")).isEqualTo("${host} \"x\"");
        assertThat(eval("builtins.head es.research.python.makeWrapperArgs")).isEqualTo("--prefix");
        assertThat(eval("es.small.python.makeWrapperArgs")).isEqualTo("[]");
    }

    /**
     * Row 13 of what nixpkgs really does: whatever Python starts inherits the variable, with what was in it behind. A
     * wheel that loads a library by name has no rpath that could say it, and a Python without libraries sets nothing.
     */
    @Test
    void whatPythonStartsInheritsTheLibrariesAndNothingElse() throws Exception {
        assertThat(inherited("research", "LD_LIBRARY_PATH"))
                .matches("/nix/store/[a-z0-9]{32}-greeter/lib:/nix/store/[a-z0-9]{32}-hello/lib:/own/lib");
        assertThat(inherited("small", "LD_LIBRARY_PATH")).isEqualTo("/own/lib");
        // The path to programs and the modules of another Python are no business of theirs.
        for (String variable : List.of("PATH", "PYTHONPATH", "PYTHONHOME")) {
            assertThat(inherited("research", variable)).isEqualTo(inherited("small", variable));
        }
    }

    private static String inherited(String environment, String variable) throws Exception {
        Path python = nix.buildWhole(environments("x86_64-linux", "es." + environment + ".python"));
        return nix.run(
                "env",
                "LD_LIBRARY_PATH=/own/lib",
                python.resolve("bin/python3").toString(),
                "-c",
                "import subprocess; print(subprocess.run('echo \"$" + variable
                        + "\"', shell=True, stdout=subprocess.PIPE, text=True).stdout.strip())");
    }

    @Test
    void thereIsWhatIsWantedOnASystem() throws Exception {
        assertThat(nix.evalWhole(environments("aarch64-darwin", "map (d: d.pname) es.small.python.extraLibs")))
                .isEqualTo("[]");
    }

    @Test
    void aSetWithoutEnvironmentsHasNoFileOfThem() throws IOException {
        LockBuilder lock =
                new LockBuilder().add("pypi", NO_FACTS, List.of(), LockBuilder.wheel("leaf-1.0-py3-none-any.whl", ""));
        SortedMap<String, String> files = Renderer.render(Sets.of(List.of(Sets.wheel("leaf")), List.of()), lock.lock());

        assertThat(files).doesNotContainKey("environments.nix");
    }
}
