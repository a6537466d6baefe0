// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static dev.zeus.wheels.core.render.LockBuilder.needs;
import static dev.zeus.wheels.core.render.LockBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.PackageFacts;
import dev.zeus.wheels.nix.NixSyntax;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.testkit.Goldens;
import dev.zeus.wheels.testkit.ProblemExample;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RendererTest {
    private static final String UUID7 = """
            { python3Packages, lib }:
            python3Packages.buildPythonPackage rec {
              pname = "uuid7";
              version = "0.1.0";
              src = python3Packages.fetchPypi { inherit pname version; hash = lib.fakeHash; };
            }
            """;

    private static WheelDeclaration declared(String name, String source, List<String> extras, PackageTest... tests) {
        return new WheelDeclaration(
                "com.acme.A",
                name,
                name.replace('-', '_'),
                source,
                List.of(Platform.UNIVERSAL),
                List.of("3.11", "3.12"),
                "",
                extras,
                List.of(tests),
                Provider.WHEEL);
    }

    private static WheelSetDeclaration set(List<WheelDeclaration> wheels, CustomPackageDeclaration... customs) {
        return new WheelSetDeclaration(
                "com.acme",
                List.of("3.11", "3.12"),
                List.of(
                        new TargetDeclaration(Platform.X86_64_LINUX, "2.39"),
                        new TargetDeclaration(Platform.AARCH64_DARWIN, "14.0")),
                List.of(
                        new SourceDeclaration("pypi", "https://index.example.org/simple/"),
                        new SourceDeclaration("nautech", "https://index.example.net/simple/")),
                DependencyPolicy.WHEELS,
                ResolutionSettings.DEFAULT,
                wheels,
                List.of(customs));
    }

    private static CustomPackageDeclaration custom(String name, String definition) {
        return new CustomPackageDeclaration(
                "com.acme.Uuid7",
                name,
                name.replace('-', '_'),
                definition,
                List.of("3.12"),
                "UUID version 7, \"quoted\" and ${safe}",
                List.of(),
                List.of(PackageTest.IMPORT));
    }

    private static SortedMap<ExtraName, List<LockedDependency>> extras(String name, LockedDependency... needs) {
        SortedMap<ExtraName, List<LockedDependency>> extras = new TreeMap<>();
        extras.put(ExtraName.parse(name), List.of(needs));
        return extras;
    }

    private static Lock everyShape() {
        PackageFacts facts = new PackageFacts(
                Optional.of("Says ${builtins.readFile \"/etc/passwd\"} and ''\nmore"),
                Optional.of("MIT OR (Apache-2.0 AND BSD-3-Clause)"),
                Optional.of("https://example.org/fastapi"),
                Optional.of("https://example.org/fastapi/changes"),
                List.of("fastapi"),
                Optional.of("fastapi"));
        return new LockBuilder()
                .add(
                        "pypi",
                        facts,
                        List.of(needs("starlette"), needs("tomli", "cp311"), needs("colorama", "darwin")),
                        extras("standard", needs("uvicorn[standard]"), needs("fastapi[cli]")),
                        wheel("fastapi-0.139.2-py3-none-any.whl", ""))
                .pure("starlette", "packaging")
                .offering("full", "", needs("round-b"), needs("fastapi[standard]"), needs("uvicorn[fast]", "linux"))
                .add(
                        "pypi",
                        NO_FACTS,
                        List.of(),
                        extras("standard", needs("httptools"), needs("uvloop", "linux")),
                        wheel("uvicorn-0.48.0-py3-none-any.whl", ""))
                .offering("fast", "linux", needs("uvloop", "linux"), needs("tomli", "cp311-x86_64-linux"))
                .offering("nothing", "")
                .offering("unknown", "", needs("absent"))
                .add(
                        "pypi",
                        NO_FACTS,
                        List.of(),
                        wheel(
                                "httptools-0.7.1-cp311-cp311-manylinux1_x86_64.manylinux_2_28_x86_64.whl",
                                "cp311-x86_64-linux"),
                        wheel("httptools-0.7.1-cp312-cp312-manylinux_2_28_x86_64.whl", "cp312-x86_64-linux"),
                        wheel("httptools-0.7.1-py3-none-any.whl", "darwin"))
                .add("pypi", NO_FACTS, List.of(), wheel("uvloop-0.22.1-cp38-abi3-manylinux2014_x86_64.whl", "linux"))
                .add("pypi", NO_FACTS, List.of(), wheel("tomli-2.3.0-py3-none-any.whl", "cp311"))
                .add("pypi", NO_FACTS, List.of(), wheel("colorama-0.4.6-py2.py3-none-any.whl", "darwin"))
                .add(
                        "pypi",
                        NO_FACTS,
                        List.of(),
                        wheel("numpy-2.4.6-cp311-cp311-macosx_11_0_arm64.whl", "cp311-aarch64-darwin"),
                        wheel("numpy-2.4.6-cp311-cp311-manylinux_2_27_x86_64.whl", "cp311-x86_64-linux"))
                .add(
                        "pypi",
                        NO_FACTS,
                        List.of(),
                        wheel("numpy-2.5.5-cp312-cp312-macosx_14_0_arm64.whl", "cp312-aarch64-darwin"),
                        wheel("numpy-2.5.5-cp312-cp312-manylinux_2_27_x86_64.whl", "cp312-x86_64-linux"))
                .add(
                        "nautech",
                        NO_FACTS,
                        List.of(needs("numpy")),
                        wheel("nautilus_trader-2.0.0rc1-cp312-cp312-manylinux_2_35_x86_64.whl", "cp312-x86_64-linux"))
                .pure("round-a", "round-b", "starlette")
                .pure("round-b", "round-c")
                .pure("round-c", "round-a", "numpy")
                .pure("pip")
                .lock();
    }

    private static WheelSetDeclaration everyDeclaration() {
        return set(
                List.of(
                        declared("fastapi", "pypi", List.of("standard"), PackageTest.METADATA, PackageTest.IMPORT),
                        declared("nautilus-trader", "nautech", List.of(), PackageTest.ABI),
                        declared("round-b", "pypi", List.of())),
                custom("uuid7", UUID7));
    }

    @Test
    void writesEveryShapeAsTheGoldensShow() {
        new Goldens("render").check(Renderer.render(everyDeclaration(), everyShape()));
    }

    @Test
    void everyFileIsNix() {
        Renderer.render(everyDeclaration(), everyShape()).forEach((path, text) -> {
            if (path.endsWith(".nix")) {
                assertThat(NixSyntax.check(text)).as(path).isEmpty();
            }
        });
    }

    @Test
    void writesTheSameBytesEachTime() {
        assertThat(Renderer.render(everyDeclaration(), everyShape()))
                .isEqualTo(Renderer.render(everyDeclaration(), everyShape()));
    }

    @Test
    void neverWritesWhatNixpkgsBuildsWith() {
        SortedMap<String, String> files = Renderer.render(
                set(List.of()),
                new LockBuilder()
                        .pure("setuptools")
                        .pure("pip")
                        .pure("a", "setuptools")
                        .lock());
        assertThat(files.get("pypi/universal.nix"))
                .contains("dependencies = { ps, ... }: [ ps.setuptools ];")
                .contains("relaxDeps = [ \"setuptools\" ];")
                .doesNotContain("setuptools.\"1.0\"")
                .doesNotContain("pip");
    }

    @ParameterizedTest
    @CsvSource({"python", "lib", "stdenv", "pkgs", "config", "disabled"})
    void refusesNamesThatNixpkgsNeeds(String name) {
        assertThatThrownBy(() -> Renderer.render(
                        set(List.of()), new LockBuilder().pure(name).lock()))
                .isInstanceOf(WheelsException.class)
                .satisfies(ProblemExample.printed("N301", name.equals("stdenv")))
                .hasMessageContaining("N301")
                .hasMessageContaining('"' + name + '"');
    }

    @ParameterizedTest
    @CsvSource({"../x", "custom", "''", "a/b", "A", "a.b"})
    void refusesSourcesThatAreNoDirectory(String source) {
        Lock lock = new LockBuilder()
                .add(source, NO_FACTS, List.of(), wheel("a-1.0-py3-none-any.whl", ""))
                .lock();
        assertThatThrownBy(() -> Renderer.render(set(List.of()), lock))
                .isInstanceOf(WheelsException.class)
                .satisfies(ProblemExample.printed("N302", source.equals("custom")))
                .hasMessageContaining("N302");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{ lib }: lib. | N303", "{ a = 1; } | N304", "x: x | N304"})
    void refusesDefinitionsThatAreNoFunctionByName(String definition, String code) {
        Lock lock = new LockBuilder().lock();
        assertThatThrownBy(() -> Renderer.render(set(List.of(), custom("x", definition)), lock))
                .isInstanceOf(WheelsException.class)
                .satisfies(ProblemExample.printed(code, definition.startsWith("{")))
                .hasMessageContaining(code);
    }

    @Test
    void anExtraOfAMemberOfTheSameCircleIsTakenApart() {
        Lock lock = new LockBuilder()
                .pure("c")
                .add("pypi", NO_FACTS, List.of(needs("b[x]")), wheel("a-1.0-py3-none-any.whl", ""))
                .add(
                        "pypi",
                        NO_FACTS,
                        List.of(needs("a")),
                        extras("x", needs("c"), needs("a")),
                        wheel("b-1.0-py3-none-any.whl", ""))
                .lock();
        assertThat(Renderer.render(set(List.of()), lock).get("pypi/universal.nix"))
                .contains("dependencies = { ps, ... }: [ ps.c ];")
                .contains("removeDeps = [ \"b\" ];")
                .contains("removeDeps = [ \"a\" ];")
                .doesNotContain("ps.a")
                .doesNotContain("ps.b");
    }
}
