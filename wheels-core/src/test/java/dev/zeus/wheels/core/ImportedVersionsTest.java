// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The versions that another tool had locked, in the first lock of ours. */
class ImportedVersionsTest {
    @TempDir
    Path home;

    private final LoopbackIndex index = LoopbackIndex.start();
    private Acme acme;

    @BeforeEach
    void publish() {
        index.add(WheelBuilder.of("app", "1.0").requires("idna<4").build());
        index.add(WheelBuilder.of("app", "1.1").requires("idna<4").build());
        index.add(WheelBuilder.of("idna", "3.6").build());
        index.add(WheelBuilder.of("idna", "3.7").build());
        acme = new Acme(home).source("acme", index.uri()).wheel("app", "acme");
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private void importing(String text) throws IOException {
        importing("requirements.txt", text);
    }

    private void importing(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.writeString(file, text);
        Import.run(new ImportRequest(
                file,
                home.resolve("src"),
                "com.acme.python",
                home.resolve("generated"),
                Optional.empty(),
                Optional.empty(),
                Set.of()));
    }

    @Test
    void areKeptByTheFirstGenerate() throws IOException {
        importing("app==1.0\n    # via -r requirements.in\nidna==3.6\n    # via app\n");

        acme.generate(new LockUpdate.Keep());

        assertThat(acme.versions()).containsExactly("app 1.0 from acme", "idna 3.6 from acme");
        assertThat(acme.events)
                .contains(new WheelsEvent.Noted(
                        "Taking the imported versions of 2 packages, where they fit what is declared"))
                .noneMatch(WheelsEvent.Warned.class::isInstance);
        acme.generate(new LockUpdate.UpgradeAll());
        assertThat(acme.versions()).containsExactly("app 1.1 from acme", "idna 3.7 from acme");
    }

    private static final int MANY = 60;

    /** Projects of sixty packages each of which has a newer release, and one of which is forked by platform. */
    static Stream<Arguments> projects() {
        StringBuilder uv = new StringBuilder(
                "version = 1\n[[package]]\nname = \"project\"\nsource = { virtual = \".\" }\n"
                        + "dependencies = [{ name = \"p0\" }]\n[package.metadata]\nrequires-dist = [{ name = \"p0\" }]\n");
        StringBuilder poetry = new StringBuilder();
        StringBuilder compiled = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            String next = i + 1 < MANY ? "p" + (i + 1) : "forked";
            uv.append(uvEntry("p" + i, "1.0", "dependencies = [" + edges(next) + "]"));
            poetry.append(poetryEntry("p" + i, "1.0", "[package.dependencies]\n" + next + " = \"*\""));
            compiled.append("p" + i + "==1.0\n    # via " + (i == 0 ? "-r requirements.in" : "p" + (i - 1)) + "\n");
        }
        uv.append(uvEntry("forked", "1.0", "resolution-markers = [\"sys_platform == 'linux'\"]"));
        uv.append(uvEntry("forked", "2.0", "resolution-markers = [\"sys_platform != 'linux'\"]"));
        poetry.append(poetryEntry("forked", "1.0", "groups = [\"main\"]\nmarkers = \"sys_platform == 'linux'\""));
        poetry.append(poetryEntry("forked", "2.0", "groups = [\"main\"]\nmarkers = \"sys_platform != 'linux'\""));
        poetry.append("[metadata]\nlock-version = \"2.1\"\n");
        compiled.append("forked==1.0 ; sys_platform == 'linux'\n    # via p59\n");
        compiled.append("forked==2.0 ; sys_platform != 'linux'\n    # via p59\n");
        return Stream.of(
                Arguments.of("uv.lock", uv.toString()),
                Arguments.of("poetry.lock", poetry.toString()),
                Arguments.of("requirements.txt", compiled.toString()));
    }

    private static String edges(String next) {
        return next.equals("forked")
                ? "{ name = \"forked\", version = \"1.0\", marker = \"sys_platform == 'linux'\" },"
                        + " { name = \"forked\", version = \"2.0\", marker = \"sys_platform != 'linux'\" }"
                : "{ name = \"" + next + "\" }";
    }

    private static String uvEntry(String name, String version, String more) {
        return "[[package]]\nname = \"" + name + "\"\nversion = \"" + version
                + "\"\nsource = { registry = \"https://pypi.org/simple\" }\n" + more + "\n";
    }

    private static String poetryEntry(String name, String version, String more) {
        return "[[package]]\nname = \"" + name + "\"\nversion = \"" + version + "\"\n" + more + "\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("projects")
    void ofEachTargetAreKeptByTheFirstGenerate(String name, String text) throws IOException {
        for (int i = 0; i < MANY; i++) {
            String next = i + 1 < MANY ? "p" + (i + 1) : "forked";
            index.add(WheelBuilder.of("p" + i, "1.0").requires(next).build());
            index.add(WheelBuilder.of("p" + i, "1.1").requires(next).build());
        }
        List.of("1.0", "2.0", "3.0")
                .forEach(version -> index.add(WheelBuilder.of("forked", version).build()));
        importing(name, text);
        Acme project =
                new Acme(home).onLinuxAndMac().source("acme", index.uri()).wheel("p0", "acme");

        project.generate(new LockUpdate.Keep());

        List<String> expected = IntStream.range(0, MANY)
                .mapToObj(i -> "p" + i + " 1.0 [cp312-aarch64-darwin, cp312-x86_64-linux]")
                .collect(Collectors.toCollection(ArrayList::new));
        expected.add("forked 1.0 [cp312-x86_64-linux]");
        expected.add("forked 2.0 [cp312-aarch64-darwin]");
        assertThat(project.lock().packages().stream()
                        .map(locked -> locked.name() + " " + locked.version() + " " + locked.targets()))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(home.resolve("src/com/acme/python/P0.java")).exists();
        assertThat(home.resolve("src/com/acme/python/P1.java")).doesNotExist();
    }

    @Test
    void giveWayWhereTheyAreNotThere() throws IOException {
        importing("app==0.9\n    # via -r requirements.in\nidna==3.6\n    # via app\n");

        acme.generate(new LockUpdate.Keep());

        assertThat(acme.versions()).containsExactly("app 1.1 from acme", "idna 3.6 from acme");
    }

    @Test
    void areNoLockThatMayBeLeftAsItIs() throws IOException {
        importing("app==1.0\n");

        assertThat(catchThrowableOfType(WheelsException.class, () -> acme.generate(new LockUpdate.Locked()))
                        .problem()
                        .code())
                .isEqualTo("L201");
    }

    @Test
    void aLockOfAnotherToolIsToldBeforeAnythingIsAsked() throws IOException {
        Path lock = home.resolve("generated/pylock.toml");
        Files.createDirectories(lock.getParent());
        Files.writeString(lock, "# by uv\nlock-version = \"1.0\"\ncreated-by = \"uv\"\npackages = []\n");

        WheelsException problem =
                catchThrowableOfType(WheelsException.class, () -> acme.generate(new LockUpdate.Keep()));

        assertThat(problem.problem().code()).isEqualTo("I108");
        ProblemExample.printed("I108").accept(problem);
        assertThat(problem.problem().message()).contains("a lock of \"uv\"");
        assertThat(problem.problem().hint()).contains("mvn wheels:import");
        assertThat(index.counts()).isEmpty();
        assertThat(lock).content().contains("created-by = \"uv\"");
    }
}
