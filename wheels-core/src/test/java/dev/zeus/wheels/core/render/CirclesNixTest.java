// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static dev.zeus.wheels.core.render.LockBuilder.needs;
import static dev.zeus.wheels.core.render.LockBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.BuildDeclaration;
import dev.zeus.wheels.BuildSystem;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.Origin;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.ReplacementDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.project.OwnSources;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.testkit.NeedsNix;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That no rendered set is an infinite recursion for Nix: a circle is built, or is an error that names it. */
class CirclesNixTest {
    private static final int SETS = 60;
    private static final int WHEELS = 7;

    @TempDir
    Path directory;

    /** A random wheel set: extras that require their owners, packages of one's own, and replacements. */
    private static final class RandomSet {
        private final Random random;
        private final List<String> names = new ArrayList<>();
        private final boolean onlyWheels;

        RandomSet(int seed) {
            random = new Random(seed);
            onlyWheels = seed % 2 == 0;
            for (int i = 0; i < WHEELS; i++) {
                names.add("w" + i);
            }
        }

        private boolean chance(double probability) {
            return random.nextDouble() < probability;
        }

        /** Some requirements, the odd one with an extra or for some targets only. */
        private List<LockedDependency> some(double probability, String self) {
            List<LockedDependency> some = new ArrayList<>();
            List<String> from = new ArrayList<>(names);
            if (!onlyWheels) {
                from.addAll(List.of("mine", "old"));
            }
            for (String name : from) {
                if (!name.equals(self) && chance(probability)) {
                    String extra = !name.startsWith("w") || chance(0.5) ? "" : chance(0.5) ? "[x]" : "[y]";
                    some.add(needs(name + extra, chance(0.2) ? "cp311" : chance(0.1) ? "linux" : ""));
                }
            }
            return some;
        }

        Lock lock() {
            LockBuilder lock = new LockBuilder();
            for (String name : names) {
                SortedMap<ExtraName, List<LockedDependency>> extras = new TreeMap<>();
                extras.put(ExtraName.parse("x"), some(0.2, ""));
                extras.put(ExtraName.parse("y"), some(0.1, name));
                lock.add("pypi", NO_FACTS, some(0.13, name), extras, wheel(name + "-1.0-py3-none-any.whl", ""));
            }
            return lock.pure("mine").pure("old").lock();
        }

        WheelSetDeclaration declaration() {
            List<WheelDeclaration> wheels = chance(0.3)
                    ? List.of(Sets.wheel(
                            names.get(0),
                            new RecipeDeclaration(
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    List.of(names.get(1)),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    Optional.empty())))
                    : List.of();
            if (onlyWheels) {
                return Sets.of(wheels, List.of());
            }
            List<String> requires = new ArrayList<>();
            names.stream().filter(name -> chance(0.2)).forEach(name -> requires.add(name + (chance(0.5) ? "[x]" : "")));
            String by = chance(0.5) ? "mine" : names.get(random.nextInt(WHEELS));
            return Sets.of(
                    wheels,
                    List.of(custom("mine", requires)),
                    chance(0.5)
                            ? new ReplacementDeclaration[] {new ReplacementDeclaration("old", by)}
                            : new ReplacementDeclaration[0]);
        }
    }

    private static CustomPackageDeclaration custom(String name, List<String> requires) {
        return new CustomPackageDeclaration(
                "com.acme.Mine",
                name,
                name,
                "",
                List.of("3.11", "3.12"),
                "",
                List.of(),
                List.of(PackageTest.IMPORT),
                Optional.of(new BuildDeclaration(
                        "1.0",
                        new Origin.Archive("https://files.example/mine-1.0.tar.gz", "sha256-" + "A".repeat(43) + "="),
                        BuildSystem.SETUPTOOLS,
                        "",
                        requires,
                        List.of(),
                        "",
                        "")),
                RecipeDeclaration.USUAL);
    }

    @Test
    @NeedsNix
    void nixEvaluatesEverySetThatIsNotRefused() throws Exception {
        FixtureNix nix = new FixtureNix(directory);
        List<String> overlays = new ArrayList<>();
        int refused = 0;
        for (int seed = 0; seed < SETS; seed++) {
            RandomSet set = new RandomSet(seed);
            Lock lock = set.lock();
            WheelSetDeclaration declaration = set.declaration();
            try {
                nix.write("set" + seed, Renderer.render(declaration, lock));
                overlays.add('(' + nix.overlay("set" + seed) + ')');
            } catch (WheelsException e) {
                assertThat(e.problem().code()).isEqualTo("N310");
                assertThat(set.onlyWheels)
                        .as("wheels alone can always be built: %s", e.getMessage())
                        .isFalse();
                refused++;
            }
        }
        assertThat(refused).isBetween(SETS / 10, SETS * 4 / 10);
        String names = "[ \"mine\" \"old\" \"w0\" \"w1\" \"w2\" \"w3\" \"w4\" \"w5\" \"w6\" ]";
        String body = "builtins.length (builtins.concatMap (overlay: let pkgs = import " + FixtureNix.NIXPKGS
                + " { system = \"x86_64-linux\"; overlays = [ overlay ]; }; in builtins.concatMap (set: map (name:"
                + " builtins.seq set.${name}.drvPath name) " + names
                + ") [ pkgs.python311Packages pkgs.python312Packages ]) [ " + String.join(" ", overlays) + " ])";
        assertThat(nix.evalWhole(body)).isEqualTo(Integer.toString(overlays.size() * 2 * 9));
    }

    @Test
    @NeedsNixBuilds
    void circlesByWayOfExtrasAreBuiltAndImported() throws Exception {
        FixtureNix nix = new FixtureNix(directory);
        LockBuilder lock = new LockBuilder();
        add(lock, nix, "aa", "bb[x]", "");
        add(lock, nix, "bb", "", "aa,cc[x]");
        add(lock, nix, "cc", "aa", "bb[x]");
        nix.write(Renderer.render(Sets.of(List.of(), List.of()), lock.lock()));

        Path environment = nix.build("pkgs.python312.withPackages (ps: [ ps.aa ])");
        assertThat(nix.run(
                        environment.resolve("bin/python3").toString(), "-c", "import aa, bb, cc; print(aa.__name__)"))
                .isEqualTo("aa");
    }

    private static void add(LockBuilder lock, FixtureNix nix, String name, String requires, String ofExtra)
            throws IOException {
        List<String> base = requires.isEmpty() ? List.of() : List.of(requires.split(","));
        List<String> more = ofExtra.isEmpty() ? List.of() : List.of(ofExtra.split(","));
        WheelBuilder builder = WheelBuilder.of(name, "1.0").extras("x").file(name + "/__init__.py", "");
        List<String> written = new ArrayList<>(base);
        more.forEach(each -> written.add(each + "; extra == 'x'"));
        LockedWheel wheel = nix.wheel(builder.requires(written.toArray(String[]::new)), "");
        SortedMap<ExtraName, List<LockedDependency>> extras = new TreeMap<>();
        extras.put(ExtraName.parse("x"), more.stream().map(LockBuilder::needs).toList());
        lock.add("pypi", NO_FACTS, base.stream().map(LockBuilder::needs).toList(), extras, wheel);
    }

    @Test
    @NeedsNixBuilds
    void aReplacementThatIsAWheelOfTheCircleIsBuilt() throws Exception {
        FixtureNix nix = new FixtureNix(directory);
        LockBuilder lock = new LockBuilder();
        add(lock, nix, "fork", "leaf", "");
        add(lock, nix, "leaf", "old", "");
        add(lock, nix, "old", "", "");
        nix.write(
                Renderer.render(Sets.of(List.of(), List.of(), new ReplacementDeclaration("old", "fork")), lock.lock()));

        Path environment = nix.build("pkgs.python312.withPackages (ps: [ ps.leaf ])");
        assertThat(nix.run(environment.resolve("bin/python3").toString(), "-c", "import fork, leaf; print(1)"))
                .isEqualTo("1");
    }

    @Test
    void aCircleThroughAPackageOfOnesOwnIsAnErrorWithTheWayAndTheDeclaration() {
        LockBuilder lock = new LockBuilder();
        SortedMap<ExtraName, List<LockedDependency>> extras = new TreeMap<>();
        extras.put(ExtraName.parse("x"), List.of(needs("mine")));
        lock.add("pypi", NO_FACTS, List.of(), extras, wheel("aa-1.0-py3-none-any.whl", ""));
        WheelSetDeclaration set = Sets.of(List.of(), List.of(custom("mine", List.of("aa[x]"))));

        WheelsException e = catchThrowableOfType(
                WheelsException.class,
                () -> Renderer.render(set, lock.pure("mine").lock(), OwnSources.NONE, type -> type + " (Mine.java:7)"));

        assertThat(e.problem().code()).isEqualTo("N310");
        assertThat(e.problem().message())
                .contains("mine needs aa[x] needs mine", "\"mine\" is declared by com.acme.Mine (Mine.java:7)");
        assertThat(e.problem().hint()).contains("requires of com.acme.Mine");
    }

    @Test
    void aCircleIsOneWhereATargetHasAllOfIt() {
        SortedMap<ExtraName, List<LockedDependency>> extras = new TreeMap<>();
        extras.put(ExtraName.parse("x"), List.of(needs("mine", "cp312")));
        Lock lock = new LockBuilder()
                .add("pypi", NO_FACTS, List.of(), extras, wheel("aa-1.0-py3-none-any.whl", ""))
                .pure("mine")
                .lock();

        WheelSetDeclaration other =
                Sets.of(List.of(), List.of(custom("mine", List.of("aa[x]; python_version < '3.12'"))));
        assertThat(Renderer.render(other, lock)).containsKey("custom/mine.nix");

        WheelSetDeclaration same =
                Sets.of(List.of(), List.of(custom("mine", List.of("aa[x]; python_version > '3.11'"))));
        WheelsException e = catchThrowableOfType(WheelsException.class, () -> Renderer.render(same, lock));
        assertThat(e.problem().message()).contains("before it is built for cp312-", "mine needs aa[x] needs mine");
    }

    @Test
    void aReplacementThatIsReplacedIsAnError() {
        WheelSetDeclaration set = Sets.of(
                List.of(), List.of(), new ReplacementDeclaration("a", "b"), new ReplacementDeclaration("b", "a"));
        WheelsException e = catchThrowableOfType(
                WheelsException.class,
                () -> Renderer.render(set, new LockBuilder().pure("a").pure("b").lock()));
        ProblemExample.printed("N310").accept(e);
        assertThat(e.problem().message()).contains("\"a\" is replaced by \"b\"");
    }
}
