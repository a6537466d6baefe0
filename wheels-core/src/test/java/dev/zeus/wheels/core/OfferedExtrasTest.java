// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.testkit.FixtureNixpkgs;
import dev.zeus.wheels.testkit.HostCommand;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a package has, beside the extras that are asked for, all that the set has what they need of. */
final class OfferedExtrasTest {
    private static final Path NIXPKGS = Path.of("target", "nixpkgs").toAbsolutePath();

    private static final TargetDeclaration LINUX = new TargetDeclaration(Platform.X86_64_LINUX, "2.39");

    @TempDir
    Path home;

    private final LoopbackIndex index = LoopbackIndex.start();

    @AfterEach
    void stop() {
        index.close();
    }

    private static WheelBuilder wheel(String name) {
        return WheelBuilder.of(name, "1.0").file(name + "/__init__.py", "");
    }

    /** A set of demo with an extra {@code x}, of one and two[more] with three, and on Linux only of lin. */
    private Acme acme(String... requires) {
        return acme(index, home, requires);
    }

    private static Acme acme(LoopbackIndex index, Path home, String... requires) {
        index.add(wheel("demo").extras("x", "y", "z").requires(requires).build())
                .add(wheel("one")
                        .extras("back")
                        .requires("demo; extra == 'back'", "demo")
                        .build())
                .add(wheel("two")
                        .extras("more", "rest")
                        .requires("three; extra == 'more'", "absent; extra == 'rest'")
                        .build())
                .add(wheel("three").build())
                .add(wheel("lin").build())
                .add(wheel("absent").build());
        return new Acme(home)
                .source("acme", index.uri())
                .onLinuxAndMac()
                .wheel("one", "acme")
                .extras("two", "acme", "", "more")
                .targets(List.of(LINUX), "3.12")
                .wheel("lin", "acme")
                .onLinuxAndMac();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "what is installed|one; extra == 'x'|x: one",
                "nothing|other; extra == 'gone'|x:, y:, z:",
                "what is not installed|absent; extra == 'x'|",
                "one of both|one; extra == 'x' & absent; extra == 'x'|",
                "a version that fits|one>=1; extra == 'x'|x: one",
                "a version that does not|one>=2; extra == 'x'|",
                "an address|one @ https://example.org/one-1.0-py3-none-any.whl ; extra == 'x'|",
                "an extra that is asked for|two[more]; extra == 'x'|x: two[more]",
                "an extra that is not there|two[rest]; extra == 'x'|",
                "an extra that there is not|two[none]; extra == 'x'|",
                "an extra that is offered|one[back]; extra == 'x'|x: one[back]",
                "an extra of its own|demo[y]; extra == 'x' & three; extra == 'y'|x: three, y: three",
                "an own extra that is not there|demo[y]; extra == 'x' & absent; extra == 'y'|",
                "extras of each other|demo[y]; extra == 'x' & demo[x]; extra == 'y' & one; extra == 'y'|x: one, y: one",
                "a marker that holds nowhere|absent; extra == 'x' and sys_platform == 'win32'|x:",
                "one target's|lin; extra == 'x'|x on cp312-x86_64-linux: lin",
                "another on a target|lin; extra == 'x' and sys_platform == 'linux' & one; extra == 'x' and"
                        + " sys_platform == 'darwin'|x: lin on cp312-x86_64-linux one on cp312-aarch64-darwin",
            })
    void areThoseThatNothingIsLackingOf(String what, String requires, String offered) {
        Acme acme = acme(requires.split(" & ", -1));
        acme.generate(new LockUpdate.Keep());

        assertThat(offers(acme.lock(), "demo"))
                .filteredOn(line -> requires.contains(line.substring(0, 1) + "'") || requires.contains("gone"))
                .isEqualTo(offered == null ? List.of() : List.of(offered.split(", ?", -1)));
        assertThat(Lock.parse(acme.lock().toToml())).isEqualTo(acme.lock());
    }

    /** They were not asked for, so they are not worth minutes. */
    @ParameterizedTest
    @CsvSource({"100, 100", "3000, 0"})
    void areNoneWhereSayingItWouldTakeTooLong(int extras, int offered) {
        WheelBuilder many = wheel("many");
        for (int i = 0; i < extras; i++) {
            many.extras("e" + i).requires("one; extra == 'e" + i + "'");
        }
        index.add(many.build());
        Acme acme = acme().wheel("many", "acme");
        acme.generate(new LockUpdate.Keep());

        assertThat(offers(acme.lock(), "many")).hasSize(offered);
    }

    private static List<String> offers(Lock lock, String name) {
        List<String> lines = new ArrayList<>();
        LockedPackage locked = lock.packages().stream()
                .filter(each -> each.name().value().equals(name))
                .findFirst()
                .orElseThrow();
        locked.offeredExtras()
                .forEach((extra, offered) -> lines.add(extra
                        + (offered.targets().equals(locked.targets())
                                ? ""
                                : " on " + String.join(" ", offered.targets()))
                        + ":"
                        + offered.dependencies().stream()
                                .map(edge -> " " + edge.name()
                                        + (edge.extras().isEmpty()
                                                ? ""
                                                : edge.extras().toString())
                                        + (edge.targets().equals(offered.targets())
                                                ? ""
                                                : " on " + String.join(" ", edge.targets())))
                                .collect(Collectors.joining())));
        return lines;
    }

    @Test
    void areNoneThatAnExcludeTakesSomethingFrom() {
        Acme acme = acme("one; extra == 'x'", "demo[x]; extra == 'y'", "three; extra == 'z'")
                .settings(new ResolutionSettings(
                        List.of(),
                        List.of(),
                        List.of("three"),
                        ResolutionStrategy.HIGHEST,
                        PrereleasePolicy.IF_NECESSARY,
                        ""));
        acme.generate(new LockUpdate.Keep());

        assertThat(offers(acme.lock(), "demo")).containsExactly("x: one", "y: one");
    }

    /** Readers of the lock, and wheels:why, see what is installed. */
    @Test
    void areNoReasonForAnything() {
        Acme acme = acme("three; extra == 'x'");
        acme.generate(new LockUpdate.Keep());

        Lock lock = acme.lock();
        assertThat(lock.packages())
                .filteredOn(each -> each.name().value().equals("demo"))
                .singleElement()
                .satisfies(demo -> {
                    assertThat(demo.allDependencies().map(LockedDependency::name))
                            .isEmpty();
                    assertThat(demo.offeredExtras()).containsKey(ExtraName.parse("x"));
                });
        String entry = lock.toToml().substring(lock.toToml().indexOf("name = \"demo\""));
        assertThat(entry.substring(0, entry.indexOf("[packages.tool.zeus-wheels]")))
                .doesNotContain("three");
    }

    /** What is asked of an index is what is asked where there are no extras. */
    @Test
    void costNoQuestion() {
        acme().generate(new LockUpdate.Keep());
        try (LoopbackIndex extended = LoopbackIndex.start()) {
            acme(
                            extended,
                            home.resolve("extended"),
                            "three; extra == 'x'",
                            "absent; extra == 'y'",
                            "nowhere; extra == 'z'")
                    .generate(new LockUpdate.Keep());
            assertThat(extended.counts()).isEqualTo(index.counts());
        }
    }

    /** A lock of a release that did not look for them stays as it is until something else changes. */
    @Test
    void comeWithTheNextChangeOfTheLock() throws IOException {
        Acme acme = acme("one; extra == 'x'");
        acme.generate(new LockUpdate.Keep());
        Lock with = acme.lock();
        Lock without = with.with(with.packages().stream()
                .map(each -> each.offering(new TreeMap<>()))
                .toList());
        Path file = home.resolve("generated/pylock.toml");
        Files.writeString(file, without.toToml());

        acme.generate(new LockUpdate.Keep());
        assertThat(file).content().isEqualTo(without.toToml());
        index.server().forget();
        acme.wheel("three", "acme").generate(new LockUpdate.Keep());
        assertThat(acme.lock().packages()).isEqualTo(with.packages());
        assertThat(index.counts().keySet()).noneMatch(path -> path.endsWith(".whl"));
    }

    /** {@code one} requires demo, and an extra of demo brings {@code one}. */
    @Test
    @NeedsNixBuilds
    void areInNixWhereACircleOfThemIsNone() throws Exception {
        FixtureNixpkgs.writeTo(NIXPKGS, List.of());
        acme("one; extra == 'x'", "one[back]; extra == 'y'", "lin; extra == 'z'")
                .generate(new LockUpdate.Keep());

        assertThat(said(
                        "x86_64-linux",
                        "with python.pkgs; [ (map (p: p.pname) demo.optional-dependencies.x)"
                                + " (map (p: p.pname) demo.optional-dependencies.y)"
                                + " (map (p: p.pname) one.optional-dependencies.back)"
                                + " (map (p: p.pname) demo.optional-dependencies.z) ]"))
                .isEqualTo("[[\"one\"],[\"one\"],[\"demo\"],[\"lin\"]]");
        assertThat(said("aarch64-darwin", "builtins.attrNames python.pkgs.demo.optional-dependencies"))
                .isEqualTo("[\"x\",\"y\"]");
        assertThat(said(
                        "x86_64-linux",
                        "builtins.isString (python.withPackages (ps: [ ps.demo ] ++ ps.demo.optional-dependencies.y))"
                                + ".drvPath"))
                .isEqualTo("true");
    }

    private String said(String system, String body) throws Exception {
        return HostCommand.said(
                "nix-instantiate",
                "--eval",
                "--strict",
                "--json",
                "--expr",
                "let pkgs = import " + NIXPKGS + " { system = \"" + system + "\"; overlays = [ (import "
                        + home.resolve("generated/overlay.nix") + ") ]; }; python = pkgs.python312; in " + body);
    }
}
