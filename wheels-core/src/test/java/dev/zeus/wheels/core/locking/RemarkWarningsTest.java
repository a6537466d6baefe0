// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.core.Acme;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.resolve.ReadMetadata;
import dev.zeus.wheels.core.resolve.Remark;
import dev.zeus.wheels.core.resolve.Resolution;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.ServedFile;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves out is said once, where it is declared. */
class RemarkWarningsTest {
    @TempDir
    Path home;

    private LoopbackIndex index;

    @BeforeEach
    void start() throws IOException {
        index = LoopbackIndex.start();
        Path file = home.resolve("src/com/acme/All.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "package com.acme;\n\n@Wheel(extras = \"x\")\ninterface app {}\n");
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private Acme acme() {
        return new Acme(home).source("acme", index.uri());
    }

    private static List<String> warnings(Acme acme) {
        acme.generate(new LockUpdate.UpgradeAll());
        return acme.events.stream()
                .filter(WheelsEvent.Warned.class::isInstance)
                .map(event -> ((WheelsEvent.Warned) event).problem().toString())
                .toList();
    }

    private static List<String> notes(Acme acme) {
        return acme.events.stream()
                .filter(WheelsEvent.Noted.class::isInstance)
                .map(event -> ((WheelsEvent.Noted) event).note())
                .toList();
    }

    @Test
    void anExtraThatTheVersionDoesNotHave() {
        index.add(WheelBuilder.of("app", "1.0").extras("standard", "all").build());

        assertThat(warnings(acme().extras("app", "acme", "", "standrad")))
                .satisfies(ProblemExample.printed("R211"))
                .containsExactly("""
                [wheels/R211] com.acme.app (src/com/acme/All.java:4) asks for the extra "standrad" of "app", which 1.0 \
                does not have; it has all, standard
                  hint: did you mean "standard"?""");
    }

    @Test
    void anExtraThatABoundPicksAVersionWithout() {
        index.add(WheelBuilder.of("app", "1.0").build());
        index.add(WheelBuilder.of("app", "2.0").extras("standard").build());

        assertThat(warnings(acme().extras("app", "acme", "<2", "standard"))).containsExactly("""
                [wheels/R211] com.acme.app (src/com/acme/All.java:4) asks for the extra "standard" of "app", which 1.0 \
                does not have; it has none
                  hint: leave the extra out, or ask for a version that has it""");
        assertThat(warnings(acme().extras("app", "acme", "", "standard"))).isEmpty();
    }

    @Test
    void anExtraThatADependencyAsksFor() {
        index.add(WheelBuilder.of("app", "1.0").requires("leaf[fast]").build());
        index.add(WheelBuilder.of("leaf", "3.0").extras("slow").build());

        assertThat(warnings(acme().wheel("app", "acme")))
                .singleElement()
                .asString()
                .startsWith("""
                [wheels/R211] "app" 1.0 asks for the extra "fast" of "leaf", which 3.0 does not have; it has slow""");
    }

    @Test
    void anExtraThatIsOnlyInRequirementsIsThere() {
        index.add(WheelBuilder.of("app", "1.0").requires("leaf; extra == 'x'").build());
        index.add(WheelBuilder.of("leaf", "3.0").build());

        assertThat(warnings(acme().extras("app", "acme", "", "x"))).isEmpty();
    }

    @Test
    void anExtraThatGoesWithWhatIsOverridden() {
        index.add(WheelBuilder.of("app", "1.0").requires("leaf[fast]>=4").build());
        index.add(WheelBuilder.of("leaf", "3.0")
                .requires("c; extra == 'fast'")
                .extras("fast")
                .build());
        ResolutionSettings settings = new ResolutionSettings(
                List.of(),
                List.of("leaf==3.0"),
                List.of(),
                ResolutionStrategy.HIGHEST,
                PrereleasePolicy.IF_NECESSARY,
                "");

        Acme acme = acme().wheel("app", "acme").settings(settings);

        assertThat(warnings(acme)).satisfies(ProblemExample.printed("R212")).containsExactly("""
                [wheels/R212] "app" 1.0 asks for the extra "fast" of "leaf", and "leaf==3.0" in overrides of @WheelSet \
                replaces that
                  hint: write "leaf[fast]" in overrides to keep the extra""");
        assertThat(acme.versions()).containsExactly("app 1.0 from acme", "leaf 3.0 from acme");
    }

    @Test
    void aNewerVersionWhoseRequirementsCannotBeRead() {
        index.add(WheelBuilder.of("app", "1.0").build());
        index.add(WheelBuilder.of("app", "2.0").requires("leaf >=nine").build());

        assertThat(warnings(acme().wheel("app", "acme")))
                .satisfies(ProblemExample.printed("R213"))
                .singleElement()
                .asString()
                .startsWith("""
                [wheels/R213] com.acme.app (src/com/acme/All.java:4) gets "app" 1.0: app 2.0 has broken metadata: \
                not a version specifier: "leaf >=nine\"""");
        assertThat(warnings(acme().wheel("app", "acme", "<2"))).isEmpty();
    }

    @Test
    void aNewerVersionThatWantsAFileAtAnAddress() {
        index.add(WheelBuilder.of("app", "1.0").build());
        index.add(WheelBuilder.of("app", "2.0")
                .requires("leaf @ https://files.example/leaf-1.0-py3-none-any.whl")
                .build());

        assertThat(warnings(acme().wheel("app", "acme")))
                .singleElement()
                .asString()
                .startsWith("[wheels/R213] com.acme.app (src/com/acme/All.java:4) gets \"app\" 1.0: app 2.0 requires a"
                        + " URL, not a version: \"leaf @ https://files.example/leaf-1.0-py3-none-any.whl\"")
                .contains("declare \"leaf\" with a source that is it");
        assertThat(warnings(acme().wheel("app", "acme", "<2"))).isEmpty();
    }

    @Test
    void showsNoLoginOfAnAddress() {
        index.add(WheelBuilder.of("app", "1.0").build());
        index.add(WheelBuilder.of("app", "2.0")
                .requires("leaf @ https://joe:s3cr3t@files.example/leaf-1.0-py3-none-any.whl?token=t0ken")
                .build());

        assertThat(warnings(acme().wheel("app", "acme")))
                .singleElement()
                .asString()
                .contains("[wheels/R213]", "files.example/leaf-1.0-py3-none-any.whl")
                .doesNotContain("s3cr3t", "t0ken");
    }

    @Test
    void aNewerVersionOfADependencyWhosePythonCannotBeRead() {
        index.add(WheelBuilder.of("app", "1.0").requires("leaf").build());
        index.add(WheelBuilder.of("leaf", "1.0").build());
        index.add(WheelBuilder.of("leaf", "2.0").requiresPython("three").build());

        assertThat(warnings(acme().wheel("app", "acme")))
                .singleElement()
                .asString()
                .startsWith("""
                [wheels/R213] "app" 1.0 needs, and gets, "leaf" 1.0: leaf 2.0 has broken metadata: Requires-Python not \
                a version specifier: "three\"""");
    }

    @Test
    void aNewerVersionThatRefusesANewPython() {
        index.add(WheelBuilder.of("app", "1.0").requires("leaf").build());
        index.add(WheelBuilder.of("app", "2.0").requiresPython(">=3.8,<3.12").build());
        index.add(WheelBuilder.of("leaf", "1.0").build());
        index.add(WheelBuilder.of("leaf", "2.0").requiresPython("<3.12").build());

        Acme acme = acme().wheel("app", "acme");

        assertThat(warnings(acme)).containsExactly("""
                [wheels/R213] com.acme.app (src/com/acme/All.java:4) gets "app" 1.0: app 2.0 does not support the \
                Python of the target: Python <3.12,>=3.8
                  hint: target a Python that the newer one supports; to select the older one on purpose, give "app" a \
                version""");
        assertThat(notes(acme))
                .anyMatch(note -> note.contains("\"leaf\" 1.0: leaf 2.0 does not support the Python of the target"));
    }

    @Test
    void aNewerVersionForANewerPythonIsTheUsualCase() {
        index.add(WheelBuilder.of("app", "1.0").build());
        index.add(WheelBuilder.of("app", "2.0").requiresPython(">=3.13").build());

        assertThat(warnings(acme().wheel("app", "acme"))).isEmpty();
    }

    @Test
    void mendsAnOddPythonAndSaysSo() {
        for (String odd : List.of(">=3.*", ">=3.6.*", ">='3.5'", ">=3.6,", ">=3.6<4", "!=3.0*,>=3", "!=~3.0,>=3")) {
            String name = "p" + Integer.toUnsignedString(odd.hashCode());
            index.add(WheelBuilder.of(name, "1.0").build());
            index.add(ServedFile.of(
                    WheelBuilder.of(name, "2.0").requiresPython(odd).build()));
            Acme acme = acme().wheel(name, "acme");

            assertThat(warnings(acme)).isEmpty();
            assertThat(acme.versions()).as(odd).containsExactly(name + " 2.0 from acme");
            if (!odd.equals(">=3.6,")) {
                assertThat(notes(acme)).as(odd).anyMatch(note -> note.contains("is read as"));
            }
        }
    }

    @Test
    void isSaidOnceForAllTargets() {
        Remark remark = new Remark.MissingExtra(
                PackageName.parse("app"),
                Version.parse("1.0"),
                ExtraName.parse("x"),
                new TreeSet<>(),
                List.of("com.acme.app"));
        Target newer = new Target("3.13", Platform.X86_64_LINUX, "2.39");
        Target older = new Target("3.12", Platform.X86_64_LINUX, "2.39");

        assertThat(said(resolution(newer, remark), resolution(older, remark)))
                .singleElement()
                .asString()
                .contains("which 1.0 does not have; it has none");
        assertThat(said(
                        resolution(newer, remark),
                        new Resolution(older, new TreeMap<>(), List.of(), new ReadMetadata())))
                .singleElement()
                .asString()
                .contains("which 1.0 does not have on cp313-x86_64-linux; it has none");
    }

    private static Resolution resolution(Target target, Remark remark) {
        return new Resolution(target, new TreeMap<>(), List.of(remark), new ReadMetadata());
    }

    private static List<WheelsEvent> said(Resolution... resolutions) {
        List<WheelsEvent> events = new ArrayList<>();
        new RemarkWarnings(List.of(resolutions)).say(events::add);
        return events;
    }

    @Test
    void aDeclarationWithoutALowerBoundWhereTheLowestIsAskedFor() {
        index.add(WheelBuilder.of("app", "1.0").build());
        index.add(WheelBuilder.of("app", "2.0").build());

        assertThat(warnings(acme().wheel("app", "acme", "<3").settings(lowest(List.of()))))
                .satisfies(ProblemExample.printed("R214"))
                .containsExactly("""
                [wheels/R214] com.acme.app (src/com/acme/All.java:4) has no lower bound, and the strategy LOWEST_DIRECT \
                takes the oldest release of "app"
                  hint: give it one, such as version = ">=1.0\"""");
        assertThat(warnings(acme().wheel("app", "acme", ">=2").settings(lowest(List.of()))))
                .isEmpty();
        assertThat(warnings(acme().wheel("app", "acme").settings(lowest(List.of("app>1")))))
                .isEmpty();
        assertThat(warnings(acme().wheel("app", "acme"))).isEmpty();
    }

    private static ResolutionSettings lowest(List<String> constraints) {
        return new ResolutionSettings(
                constraints, List.of(), List.of(), ResolutionStrategy.LOWEST_DIRECT, PrereleasePolicy.IF_NECESSARY, "");
    }
}
