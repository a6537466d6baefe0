// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.NixpkgsShare;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a rendered overlay lives beside others and lets its users change it, as overlays of nixpkgs do. */
@NeedsNixBuilds
class OverlaysNixTest {
    private static final List<String> CIRCLE =
            IntStream.rangeClosed(1, 8).mapToObj(i -> "flow-" + i).toList();

    @TempDir
    static Path directory;

    private static FixtureNix nix;

    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        LockBuilder ours = new LockBuilder();
        add(ours, "my_app", "1.0", "leaf", "zlib");
        add(ours, "leaf", "1.0");
        add(ours, "zlib", "1.0");
        add(ours, "fetchurl", "1.0", "zlib");
        nix.write("ours", Renderer.render(Sets.of(List.of(Sets.wheel("my-app")), List.of()), ours.lock()));
        NixpkgsShare leaf = new NixpkgsShare("", new TreeSet<>(Set.of(PackageName.parse("leaf"))));
        nix.write(
                "first",
                Renderer.render(
                        Sets.of(List.of(Sets.wheel("my-app")), List.of()),
                        ours.lock().with(leaf)));
        LockBuilder others = new LockBuilder();
        add(others, "tool", "1.0", "leaf");
        add(others, "leaf", "2.0");
        nix.write("others", Renderer.render(Sets.of(List.of(Sets.wheel("tool")), List.of()), others.lock()));
        // A file on this machine is Nix' own affair; one of an index is fetched by nixpkgs.
        LockBuilder remote = new LockBuilder().pure("leaf");
        nix.write("remote", Renderer.render(Sets.of(List.of(Sets.wheel("leaf")), List.of()), remote.lock()));
        LockBuilder circle = new LockBuilder();
        add(circle, "leaf", "1.0");
        for (int i = 0; i < CIRCLE.size(); i++) {
            String next = CIRCLE.get((i + 1) % CIRCLE.size());
            add(circle, CIRCLE.get(i).replace('-', '_'), "1." + i, next, i % 2 == 0 ? "flow-1" : "leaf");
        }
        nix.write("circle", Renderer.render(Sets.of(List.of(Sets.wheel("flow-3")), List.of()), circle.lock()));
    }

    private static void add(LockBuilder lock, String name, String version, String... requires) throws IOException {
        List<String> others = Arrays.stream(requires)
                .filter(required -> !required.equals(name.replace('_', '-')))
                .distinct()
                .toList();
        List<LockedDependency> dependencies =
                others.stream().map(LockBuilder::needs).toList();
        WheelBuilder wheel = WheelBuilder.of(name, version).requires(others.toArray(String[]::new));
        lock.add("pypi", NO_FACTS, dependencies, nix.wheel(wheel, ""));
    }

    /** Overlays by short names: those of the rendered sets, and such as users write. */
    private static List<String> overlays(String names) {
        return Stream.of(names.split(" ")).map(OverlaysNixTest::overlayCalled).toList();
    }

    private static String overlayCalled(String name) {
        String leaf = "leaf = ps.buildPythonPackage { pname = \"leaf\"; version = \"0\"; pyproject = false; };";
        return switch (name) {
            case "ours", "others", "remote", "circle", "first" -> nix.overlay(name);
            case "default-312" -> "final: _: { python3 = final.python312; python3Packages = final.python312Packages; }";
            case "has-leaf" ->
                extension("ps: _: { " + leaf + " user = ps.buildPythonPackage { pname = \"user\";"
                        + " version = \"1\"; pyproject = false; dependencies = [ ps.leaf ]; }; }");
            case "changes-leaf" ->
                extension(
                        "_: prev: { leaf = prev.leaf.overridePythonAttrs (old: { version = old.version + \".1\"; }); }");
            case "interpreter" ->
                "_: prev: { python312 = prev.python312.override { packageOverrides = _: before: {"
                        + " leaf = before.leaf.overrideAttrs { version = \"7\"; }; }; }; }";
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String extension(String function) {
        return "_: prev: { pythonPackagesExtensions = prev.pythonPackagesExtensions ++ [ (" + function + ") ]; }";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Every way to a package is the same package.
                "ours default-312 | [ p.my-app.outPath ] == map (s: s.my_app.outPath) [ pkgs.python3.pkgs ] | true",
                "ours default-312 | p.my-app.outPath == pkgs.python3Packages.my-app.outPath | true",
                "ours | p.my-app.outPath == pkgs.python312.pkgs.my-app.outPath | true",
                // Two sets side by side: both are there, and of what both bring, the last one's.
                "ours others | [ p.my-app.version p.tool.version p.leaf.version ] | [\"1.0\",\"1.0\",\"2.0\"]",
                "others ours | [ p.my-app.version p.tool.version p.leaf.version ] | [\"1.0\",\"1.0\",\"1.0\"]",
                "ours others | map (d: d.version) (p.my-app.dependencies ++ p.tool.dependencies) | [\"2.0\",\"1.0\",\"2.0\"]",
                "ours ours | map (d: d.pname) p.my-app.dependencies | [\"leaf\",\"zlib\"]",
                // A user's overlay, before and after.
                "has-leaf ours | map (d: d.version) p.user.dependencies | [\"1.0\"]",
                "ours has-leaf | map (d: d.version) (p.user.dependencies ++ p.my-app.dependencies) | [\"0\",\"0\",\"1.0\"]",
                "ours changes-leaf | map (d: d.version) p.my-app.dependencies | [\"1.0.1\",\"1.0\"]",
                "has-leaf changes-leaf ours changes-leaf | p.leaf.version | 1.0.1",
                "ours interpreter | map (d: d.version) p.my-app.dependencies | [\"7\",\"1.0\"]",
                "interpreter ours | map (d: d.version) p.my-app.dependencies | [\"7\",\"1.0\"]",
                // What nixpkgs supplies stays as it has it.
                "has-leaf first | map (d: d.version) p.my-app.dependencies | [\"0\",\"1.0\"]",
                "has-leaf first | p.my-app ? pythonRelaxDeps | false",
                // Changes of one package, by name and by attribute, in any order.
                "ours | map (d: d.version) (p.my-app.override { leaf = p.leaf.overrideAttrs { version = \"8\"; }; }).dependencies | [\"8\",\"1.0\"]",
                "ours | map (d: d.pname) (p.my-app.overridePythonAttrs (o: { dependencies = o.dependencies ++ [ p.fetchurl ]; })).dependencies | [\"leaf\",\"zlib\",\"fetchurl\"]",
                "ours | ((p.leaf.overridePythonAttrs { version = \"9\"; }).override { cudaSupport = true; }).version | 9",
                "remote | ((p.leaf.override { fetchurl = _: \"no file\"; }).overrideAttrs { name = \"x\"; }).src | no file",
                "ours | (p.leaf.overridePythonAttrs (o: { meta = o.meta // { broken = true; }; })).meta.broken | true",
                "ours | (builtins.tryEval (p.leaf.overridePythonAttrs { disabled = true; }).drvPath).success | false"
            })
    void composes(String overlays, String body, String value) throws Exception {
        assertThat(nix.evalWhole(nix.expression(
                        "x86_64-linux", overlays(overlays), "let p = pkgs.python312Packages; in " + body)))
                .isEqualTo(value);
    }

    @Test
    void anEnvironmentOfTwoSetsImportsBoth() throws Exception {
        assertThat(printed(
                        "others ours default-312",
                        "pkgs.python3.withPackages (ps: [ ps.my_app ps.tool ps.fetchurl ])",
                        "import my_app, tool, leaf, zlib, fetchurl; print(leaf.VERSION)"))
                .isEqualTo("1.0");
    }

    @Test
    void eightPackagesThatRequireEachOtherAreOne() throws Exception {
        String names = String.join(" ", CIRCLE.stream().map(n -> "ps." + n).toList());
        assertThat(printed("circle", "pkgs.python312.withPackages (ps: [ " + names + " ])", """
                import importlib, importlib.metadata
                for name in ["flow_%d" % i for i in range(1, 9)]:
                    importlib.import_module(name)
                    print(importlib.metadata.version(name), end=" ")
                """))
                .isEqualTo("1.0 1.1 1.2 1.3 1.4 1.5 1.6 1.7");
        assertThat(nix.evalWhole(nix.expression(
                        "x86_64-linux",
                        overlays("circle changes-leaf"),
                        "let p = pkgs.python312Packages; in [ (p.flow-1.outPath == p.flow_8.outPath)"
                                + " (map (d: d.version) p.flow-5.dependencies) (p.flow-2.wheel.versions) ]")))
                .isEqualTo(
                        "[true,[\"1.0.1\"],{\"flow-1\":\"1.0\",\"flow-2\":\"1.1\",\"flow-3\":\"1.2\","
                                + "\"flow-4\":\"1.3\",\"flow-5\":\"1.4\",\"flow-6\":\"1.5\",\"flow-7\":\"1.6\",\"flow-8\":\"1.7\"}]");
    }

    private static String printed(String overlays, String environment, String program) throws Exception {
        Path built = nix.buildWhole(nix.expression("x86_64-linux", overlays(overlays), environment));
        return nix.run(built.resolve("bin/python3").toString(), "-c", program);
    }
}
