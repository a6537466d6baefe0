// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.PageStyle;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each target has what its own wheel says, where the wheels of a release say different things. */
final class WheelMetadataTest {
    private static final List<TargetDeclaration> TARGETS = List.of(
            new TargetDeclaration(Platform.X86_64_LINUX, "2.39"),
            new TargetDeclaration(Platform.AARCH64_DARWIN, "14.0"));
    private static final String LINUX = "cp312-cp312-manylinux_2_28_x86_64";
    private static final String MAC = "cp312-cp312-macosx_11_0_arm64";

    @TempDir
    Path home;

    private final LoopbackIndex index = LoopbackIndex.start();

    @BeforeEach
    void addLibraries() {
        for (String version : List.of("1.0", "2.0")) {
            add("base", version, "py3-none-any", wheel -> wheel);
        }
        add("more", "1.0", "py3-none-any", wheel -> wheel);
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @Test
    void hasARequirementOnlyWhereItsWheelHasIt() throws IOException {
        add("demo", "1.0", LINUX, wheel -> wheel.requires("base"));
        add("demo", "1.0", MAC, wheel -> wheel);
        Acme acme = generated("demo");

        assertThat(edges(acme)).containsExactly("demo -> base on [cp312-x86_64-linux]");
        assertThat(entry(acme, "base").targets()).containsExactly("cp312-x86_64-linux");
        assertThat(Files.readString(home.resolve("generated/acme/x86_64-linux.nix")))
                .contains("dependencies = ");
        assertThat(Files.readString(home.resolve("generated/acme/aarch64-darwin.nix")))
                .doesNotContain("dependencies = ");
    }

    @Test
    void hasTheBoundsOfItsWheel() {
        add("demo", "1.0", LINUX, wheel -> wheel.requires("base<2"));
        add("demo", "1.0", MAC, wheel -> wheel.requires("base>=2"));
        Acme acme = generated("demo");

        assertThat(acme.versions()).containsExactly("base 1.0 from acme", "base 2.0 from acme", "demo 1.0 from acme");
        assertThat(acme.lock().packages().get(0).targets()).containsExactly("cp312-x86_64-linux");
    }

    @Test
    void hasThePythonsOfItsWheel() throws IOException {
        add("demo", "1.0", LINUX, wheel -> wheel.requiresPython(">=3.9"));
        add("demo", "1.0", MAC, wheel -> wheel.requiresPython(">=3.11"));
        Acme acme = generated("demo");

        LockedPackage demo = entry(acme, "demo");
        assertThat(demo.requiresPython()).isEmpty();
        assertThat(demo.requiresPython("demo-1.0-" + LINUX + ".whl")).hasToString("Optional[>=3.9]");
        assertThat(demo.requiresPython("demo-1.0-" + MAC + ".whl")).hasToString("Optional[>=3.11]");
        assertThat(Lock.parse(acme.lock().toToml())).isEqualTo(acme.lock());
        assertThat(Files.readString(home.resolve("generated/acme/x86_64-linux.nix")))
                .contains("minPython = \"3.9\"");
        assertThat(Files.readString(home.resolve("generated/acme/aarch64-darwin.nix")))
                .contains("minPython = \"3.11\"");
    }

    @Test
    void takesAnOlderReleaseWhereAWheelRefusesThePython() {
        add("demo", "1.0", LINUX, wheel -> wheel);
        add("demo", "1.0", MAC, wheel -> wheel);
        add("demo", "2.0", LINUX, wheel -> wheel);
        // Said in its metadata only, as on an index that lists nothing of it.
        index.add(built("demo", "2.0", MAC, wheel -> wheel.header("Requires-Python: <3.12")));

        assertThat(generated("demo").versions()).containsExactly("demo 1.0 from acme", "demo 2.0 from acme");
    }

    @Test
    void hasTheExtrasOfItsWheel() {
        add("demo", "1.0", LINUX, wheel -> wheel.extras("fast").requires("base<2; extra == 'fast'"));
        add("demo", "1.0", MAC, wheel -> wheel.extras("fast").requires("more; extra == 'fast'"));
        add("app", "1.0", "py3-none-any", wheel -> wheel.requires("demo[fast]"));
        Acme acme = generated("app");

        assertThat(edges(acme))
                .containsExactly(
                        "app -> demo[fast] on [cp312-aarch64-darwin, cp312-x86_64-linux]",
                        "demo -> base on [cp312-x86_64-linux]",
                        "demo -> more on [cp312-aarch64-darwin]");
    }

    @Test
    void asksForAnExtraOnlyWhereItsWheelDoes() {
        add("demo", "1.0", "py3-none-any", wheel -> wheel.extras("fast").requires("base; extra == 'fast'"));
        add("app", "1.0", LINUX, wheel -> wheel.requires("demo[fast]"));
        add("app", "1.0", MAC, wheel -> wheel.requires("demo"));
        Acme acme = generated("app");

        assertThat(edges(acme))
                .containsExactly(
                        "app -> demo on [cp312-aarch64-darwin]",
                        "app -> demo[fast] on [cp312-x86_64-linux]",
                        "demo -> base on [cp312-x86_64-linux]");
    }

    @Test
    void hasTheRequirementsOfTheWheelOfItsPython() {
        add(
                "demo",
                "1.0",
                "cp311-cp311-manylinux_2_28_x86_64",
                wheel -> wheel.requires("base").requiresPython("==3.11.*"));
        add(
                "demo",
                "1.0",
                "cp312-cp312-manylinux_2_28_x86_64",
                wheel -> wheel.requires("more").requiresPython("==3.12.*"));
        Acme acme = new Acme(home)
                .source("acme", index.uri())
                .targets(List.of(TARGETS.get(0)), "3.11", "3.12")
                .wheel("demo", "acme");
        acme.generate(new LockUpdate.Keep());

        assertThat(edges(acme))
                .containsExactly("demo -> base on [cp311-x86_64-linux]", "demo -> more on [cp312-x86_64-linux]");
        assertThat(problems(acme)).isEmpty();
    }

    @Test
    void keepsTheRequirementsOfTheWheelThatItKeeps() {
        add("demo", "1.0", LINUX, wheel -> wheel.requires("base"));
        add("demo", "1.0", MAC, wheel -> wheel.requires("base"));
        Acme acme = generated("demo");
        // A newer build of the same release, which would be taken today, and a declaration beside it.
        add("demo", "1.0", LINUX, wheel -> wheel.build("1").requires("more"));
        acme.wheel("base", "acme").generate(new LockUpdate.Keep());

        assertThat(entry(acme, "demo").wheels()).map(wheel -> wheel.name()).contains("demo-1.0-" + LINUX + ".whl");
        assertThat(edges(acme)).containsExactly("demo -> base on [cp312-aarch64-darwin, cp312-x86_64-linux]");
        assertThat(problems(acme)).isEmpty();

        acme.generate(new LockUpdate.UpgradeAll());
        assertThat(edges(acme))
                .containsExactly("demo -> base on [cp312-aarch64-darwin]", "demo -> more on [cp312-x86_64-linux]");
    }

    @Test
    void isAskedOnceForWheelsWhoseMetadataHasOneDigest() {
        index.style(PageStyle.JSON);
        add("demo", "1.0", LINUX, wheel -> wheel.requires("base"));
        add("demo", "1.0", MAC, wheel -> wheel.requires("base"));
        add("other", "1.0", LINUX, wheel -> wheel.requires("base"));
        add("other", "1.0", MAC, wheel -> wheel.requires("more"));
        new Acme(home)
                .source("acme", index.uri())
                .targets(TARGETS, "3.12")
                .wheel("demo", "acme")
                .wheel("other", "acme")
                .generate(new LockUpdate.Keep());

        SortedMap<String, Long> asked = new TreeMap<>();
        index.counts().forEach((path, count) -> {
            if (path.endsWith(".metadata") && !path.contains("py3-none-any")) {
                asked.merge(path.substring("/files/".length(), path.indexOf('-')), count, Long::sum);
            }
        });
        assertThat(asked).containsExactlyInAnyOrderEntriesOf(Map.of("demo", 1L, "other", 2L));
    }

    private Acme generated(String declared) {
        Acme acme = new Acme(home)
                .source("acme", index.uri())
                .targets(TARGETS, "3.12")
                .wheel(declared, "acme");
        acme.generate(new LockUpdate.Keep());
        assertThat(problems(acme)).isEmpty();
        return acme;
    }

    private void add(String name, String version, String tags, UnaryOperator<WheelBuilder> more) {
        index.add(built(name, version, tags, more));
    }

    private static BuiltWheel built(String name, String version, String tags, UnaryOperator<WheelBuilder> more) {
        return more.apply(WheelBuilder.of(name, version).tags(tags).file(name + "/__init__.py", ""))
                .build();
    }

    private static LockedPackage entry(Acme acme, String name) {
        return acme.lock().packages().stream()
                .filter(locked -> locked.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> edges(Acme acme) {
        return acme.lock().packages().stream()
                .flatMap(locked -> locked.allDependencies().map(edge -> locked.name() + " -> " + text(edge)))
                .toList();
    }

    private static String text(LockedDependency edge) {
        return edge.name() + (edge.extras().isEmpty() ? "" : edge.extras().toString()) + " on " + edge.targets();
    }

    /** What the checks say of what is locked. */
    private static List<String> problems(Acme acme) {
        LockedWheels locked = acme.locked();
        return locked.check(locked.lock(acme.events::add), acme.events::add).stream()
                .filter(result -> result.outcome() instanceof Outcome.Failed)
                .map(CheckResult::toString)
                .toList();
    }
}
