// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.FixtureNixpkgs;
import dev.zeus.wheels.testkit.HostCommand;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That wheels which require themselves are locked, checked and built: by extras of their own, or plainly. */
final class SelfRequirementsTest {
    private static final Path NIXPKGS = Path.of("target", "nixpkgs").toAbsolutePath();
    private static final TargetDeclaration LINUX = new TargetDeclaration(Platform.X86_64_LINUX, "2.39");
    private static final TargetDeclaration MAC = new TargetDeclaration(Platform.AARCH64_DARWIN, "14.0");

    @TempDir
    Path home;

    private final LoopbackIndex index = LoopbackIndex.start();

    @AfterEach
    void stop() {
        index.close();
    }

    static List<Arguments> wheels() {
        String a = "one; extra == 'a'";
        String b = "two; extra == 'b'";
        return List.of(
                row("an extra of others", "all", "one two", a, b, "Foo[a,b]; extra == 'all'"),
                row(
                        "an extra of an extra of others",
                        "all",
                        "one two",
                        a,
                        b,
                        "foo[most]; extra == 'all'",
                        "foo[a, b]; extra == 'most'"),
                row("extras of each other", "a", "one two", a, b, "foo[b]; extra == 'a'", "foo[a]; extra == 'b'"),
                row("an extra of itself", "a", "one", a, "foo[a]; extra == 'a'"),
                row(
                        "an extra of others and more",
                        "all",
                        "one two",
                        a,
                        "two; extra == 'all'",
                        "foo[a]; extra == 'all'"),
                row("a marker that holds", "all", "one", a, "foo[a]; extra == 'all' and python_version >= '3.9'"),
                row("a marker that does not", "all", "", a, "foo[a]; extra == 'all' and python_version < '3.9'"),
                row("its own version", "all", "one", a, "foo[a]==1.0; extra == 'all'"),
                row("an extra that there is not", "all", "", a, "foo[gone]; extra == 'all'"),
                row("itself by an extra", "all", "", "foo; extra == 'all'"),
                row("itself", "", "", "foo"),
                row("its version", "", "", "foo>=0.5"),
                row("an extra of itself always", "", "one", a, "foo[a]"),
                row(
                        "an extra of itself always, and by an extra",
                        "all",
                        "one two",
                        a,
                        b,
                        "foo[a]",
                        "foo[b]; extra == 'all'"));
    }

    private static Arguments row(String what, String extra, String brings, String... requires) {
        return Arguments.of(what, extra, brings, requires);
    }

    private Acme locked(String extra, String... requires) {
        index.add(WheelBuilder.of("foo", "1.0")
                        .extras("a", "b", "most", "all")
                        .requires(requires)
                        .file("foo/__init__.py", "")
                        .build())
                .add(WheelBuilder.of("one", "1.0").file("one/__init__.py", "").build())
                .add(WheelBuilder.of("two", "1.0").file("two/__init__.py", "").build());
        Acme acme = new Acme(home).source("acme", index.uri());
        acme.targets(List.of(LINUX, MAC), "3.12");
        return extra.isEmpty() ? acme.wheel("foo", "acme") : acme.extras("foo", "acme", "", extra);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wheels")
    void areLockedWithWhatTheirExtrasNeed(String what, String extra, String brings, String[] requires) {
        Acme acme = locked(extra, requires);
        acme.generate(new LockUpdate.Keep());

        Map<String, LockedPackage> packages = new TreeMap<>();
        acme.lock().packages().forEach(each -> packages.put(each.name().value(), each));
        assertThat(String.join(" ", packages.keySet())).isEqualTo(("foo " + brings).strip());
        assertThat(Objects.requireNonNull(packages.get("foo")).allDependencies().map(LockedDependency::name))
                .noneMatch(name -> name.value().equals("foo"));
        assertThat(failed(acme)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wheels")
    void areRenderedWithoutThemselves(String what, String extra, String brings, String[] requires) throws IOException {
        locked(extra, requires).generate(new LockUpdate.Keep());

        String rendered = Files.readString(home.resolve("generated/acme/universal.nix"));
        assertThat(rendered).doesNotContain("self.foo", "final.foo", "foo.optional-dependencies");
        for (String name : brings.isEmpty() ? new String[0] : brings.split(" ", -1)) {
            assertThat(rendered.substring(rendered.indexOf("foo"))).contains(name);
        }
    }

    private static List<String> failed(Acme acme) {
        LockedWheels locked = acme.locked();
        return locked.check(locked.lock(event -> {}), event -> {}).stream()
                .filter(result -> result.outcome() instanceof Outcome.Failed)
                .map(CheckResult::toString)
                .toList();
    }

    @Test
    void areCheckedWhereOnlySomeTargetsAskForTheExtra() {
        index.add(WheelBuilder.of("app", "1.0")
                .requires("foo[all]; sys_platform == 'linux'", "foo; sys_platform == 'darwin'")
                .build());
        Acme acme = locked("", "one; extra == 'a'", "foo[a]; extra == 'all'").wheel("app", "acme");
        acme.generate(new LockUpdate.Keep());

        assertThat(acme.lock().packages().get(2).targets()).containsExactly("cp312-x86_64-linux");
        assertThat(failed(acme)).isEmpty();
    }

    @Test
    void areCheckedWhereAnExtraIsDeclaredForSomeTargets() {
        Acme acme = new Acme(home).source("acme", index.uri());
        locked("", "one; extra == 'a'", "foo[a]; extra == 'all'");
        acme.targets(List.of(LINUX), "3.12").extras("foo", "acme", "", "all");
        acme.targets(List.of(MAC), "3.12").wheel("foo", "acme");
        acme.targets(List.of(LINUX, MAC), "3.12");
        acme.generate(new LockUpdate.Keep());

        assertThat(failed(acme)).isEmpty();
    }

    @Test
    void areCheckedWhereAnOverrideLeavesTheExtrasOut() {
        Acme acme = locked("all", "one; extra == 'a'", "foo[a]; extra == 'all'")
                .settings(new ResolutionSettings(
                        List.of(),
                        List.of("foo>=1"),
                        List.of(),
                        ResolutionStrategy.HIGHEST,
                        PrereleasePolicy.IF_NECESSARY,
                        ""));
        acme.generate(new LockUpdate.Keep());

        assertThat(failed(acme)).isEmpty();
    }

    @Test
    void areNotLockedInAVersionThatTheyExcludeThemselves() {
        index.add(WheelBuilder.of("foo", "2.0").requires("foo<2").build());
        Acme acme = locked("", "foo>=1");
        acme.generate(new LockUpdate.Keep());

        assertThat(acme.versions()).containsExactly("foo 1.0 from acme");
        assertThat(failed(acme)).isEmpty();
    }

    @Test
    @NeedsNixBuilds
    void areBuiltAndImported() throws Exception {
        FixtureNixpkgs.writeTo(NIXPKGS, List.of());
        index.add(WheelBuilder.of("app", "1.0")
                        .requires("foo[all]", "itself")
                        .file("app/__init__.py", "")
                        .build())
                .add(WheelBuilder.of("itself", "1.0")
                        .extras("more")
                        .requires("itself[more]", "three; extra == 'more'")
                        .file("itself/__init__.py", "import three\n")
                        .build())
                .add(WheelBuilder.of("three", "1.0")
                        .file("three/__init__.py", "")
                        .build());
        Acme acme = locked("", "one; extra == 'a'", "two; extra == 'b'", "foo[a,b]; extra == 'all'")
                .wheel("app", "acme");
        acme.generate(new LockUpdate.Keep());

        Path environment = Path.of(HostCommand.said(
                "nix-build",
                "--no-out-link",
                "--expr",
                "(import " + NIXPKGS + " { system = \"x86_64-linux\"; overlays = [ (import "
                        + home.resolve("generated/overlay.nix")
                        + ") ]; }).python312.withPackages (ps: [ ps.app ])"));
        assertThat(HostCommand.said(
                        environment.resolve("bin/python3").toString(),
                        "-c",
                        "import app, foo, one, two, itself; print(itself.__name__)"))
                .isEqualTo("itself");
    }
}
