// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.ApplicationDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.testkit.Goldens;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What applications of environments are in Nix. */
@NeedsNixBuilds
class ApplicationsNixTest {
    @TempDir
    static Path directory;

    private static FixtureNix nix;

    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        LockBuilder lock = new LockBuilder();
        WheelBuilder leaf = WheelBuilder.of("leaf", "1.0")
                .file("leaf/__init__.py", "import os, sys\ndef main(): print(sys.argv[1:], os.environ.get('HOST'))\n")
                .file(
                        "leaf-1.0.dist-info/entry_points.txt",
                        "[console_scripts]\nleaf = leaf:main\nleaf-tool = leaf:main\n");
        lock.add("pypi", NO_FACTS, List.of(), nix.wheel(leaf, ""));
        nix.write(Renderer.render(set(), lock.lock()));
    }

    private static WheelSetDeclaration set() {
        return Sets.of(List.of(Sets.wheel("leaf")), List.of())
                .withEnvironments(List.of(
                        environment("plain", Map.of())
                                .withParts(List.of(
                                        new ApplicationDeclaration("leaf", List.of("leaf", "leaf-tool"), List.of()),
                                        new ApplicationDeclaration("oops", List.of("leaves"), List.of()))),
                        environment("quiet", Map.of()),
                        environment("set", Map.of("HOST", "${x} 'y'"))
                                .withParts(List.of(new ApplicationDeclaration(
                                        "web", List.of("leaf"), List.of("it's", "--port=$PORT"))))));
    }

    private static EnvironmentDeclaration environment(String name, Map<String, String> variables) {
        return new EnvironmentDeclaration(
                "com.acme." + name, name, "3.12", List.of("leaf"), List.of(), new TreeMap<>(variables), "");
    }

    private static String environments(String body) {
        return nix.expression(
                "x86_64-linux",
                List.of(),
                "let es = import " + directory.resolve("generated/environments.nix") + " pkgs; in " + body);
    }

    @Test
    void aCommandIsThereAndPythonIsNot() throws Exception {
        Path built = nix.buildWhole(environments("es.plain.applications.leaf"));

        try (Stream<Path> programs = Files.list(built.resolve("bin"))) {
            assertThat(programs.map(program -> String.valueOf(program.getFileName())))
                    .containsExactlyInAnyOrder("leaf", "leaf-tool");
        }
        assertThat(nix.run(built.resolve("bin/leaf-tool").toString(), "--version"))
                .isEqualTo("['--version'] None");
        assertThat(nix.evalWhole(environments("es.plain.applications.leaf.meta.mainProgram")))
                .isEqualTo("leaf");
    }

    @Test
    void argumentsAndVariablesAreTakenAsTheyAre() throws Exception {
        Path built = nix.buildWhole(environments("es.set.applications.web"));

        assertThat(nix.run(built.resolve("bin/web").toString(), "more"))
                .isEqualTo("[\"it's\", '--port=$PORT', 'more'] ${x} 'y'");
        assertThat(nix.run("env", "HOST=other", built.resolve("bin/web").toString()))
                .endsWith(" other");
    }

    @Test
    void aCommandThatNoPackageHasIsToldWithThoseThatThereAre() throws Exception {
        assertThat(nix.failure("nix-build", "--no-out-link", "--expr", environments("es.plain.applications.oops")))
                .contains("no package of the environment plain has the command leaves; there are:")
                .contains("leaf-tool")
                .doesNotContain("python3\n");
    }

    @Test
    void aFlakeServesThem() throws Exception {
        String outputs = "let o = import "
                + Path.of("../nix/per-system.nix").toAbsolutePath().normalize()
                + " { inherit pkgs; generated = import "
                + Path.of("../nix/generated.nix").toAbsolutePath().normalize() + " "
                + directory.resolve("generated") + "; }; in ";
        assertThat(nix.evalWhole(nix.expression(
                        "x86_64-linux",
                        List.of(),
                        outputs + "[ (o.packages.leaf ? pythonModule) o.apps.web.type"
                                + " (o.packages.web.outPath + \"/bin/web\" == o.apps.web.program)"
                                + " (o.checks ? application-web) (builtins.attrNames o.devShells) ]")))
                .isEqualTo("[false,\"app\",true,true,[\"default\",\"plain\",\"quiet\",\"set\"]]");
    }

    @Test
    void withoutThemNothingIsWrittenOfThem() {
        LockBuilder lock =
                new LockBuilder().add("pypi", NO_FACTS, List.of(), LockBuilder.wheel("leaf-1.0-py3-none-any.whl", ""));
        WheelSetDeclaration set = Sets.of(List.of(Sets.wheel("leaf")), List.of())
                .withEnvironments(List.of(environment("quiet", Map.of())));

        SortedMap<String, String> files = Renderer.render(set, lock.lock());

        assertThat(files).doesNotContainKeys("environment-parts.nix", "mk-applications.nix");
        // As it was written before there were parts.
        new Goldens("environments")
                .check(Map.of("environments.nix", Objects.requireNonNull(files.get("environments.nix"))));
    }
}
