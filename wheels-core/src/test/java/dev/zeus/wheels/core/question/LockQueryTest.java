// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.Acme;
import dev.zeus.wheels.core.Report;
import dev.zeus.wheels.core.Tree;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.setup.AnswerFormat;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question is about the lock that is there, and needs no index. */
final class LockQueryTest {
    @TempDir
    Path home;

    private Acme acme;

    @BeforeEach
    void lock() throws IOException {
        Path types = Files.createDirectories(home.resolve("src/com/acme"));
        Files.writeString(types.resolve("app.java"), "package com.acme;\n\n@Wheel\ninterface app {}\n");
        try (LoopbackIndex index = LoopbackIndex.start()) {
            index.add(WheelBuilder.of("app", "1.0").requires("engine").build());
            index.add(WheelBuilder.of("engine", "1.0").build());
            acme = new Acme(home).source("test", index.uri()).wheel("app", "test");
            acme.generate(new LockUpdate.Keep());
        }
        acme.events.clear();
    }

    private String tree(String name, String depth) {
        return Tree.run(
                acme.query(),
                Optional.of(name).filter(given -> !given.isEmpty()),
                false,
                Optional.of(depth).filter(given -> !given.isEmpty()),
                AnswerFormat.TEXT,
                acme.events::add);
    }

    @Test
    void namesFileAndLineOfWhatIsDeclared() {
        assertThat(tree("", "")).isEqualTo("""
                app 1.0, declared by com.acme.app (src/com/acme/app.java:4)
                └── engine 1.0
                """);
        assertThat(tree("Engine", "0")).isEqualTo("engine 1.0\n");
        assertThat(acme.events).isEmpty();
    }

    @Test
    void saysWhatProbablyIsMeant() {
        assertThatThrownBy(() -> tree("enigne", "")).hasMessage("""
                [wheels/D221] wheels.package is "enigne", and the lock has no such package
                  hint: did you mean -Dwheels.package=engine?""");
        assertThatThrownBy(() -> tree("not a name!", "")).hasMessage("""
                [wheels/D221] wheels.package is "not a name!", and the lock has no such package
                  hint: mvn wheels:tree shows all 2; what was declared since needs: mvn wheels:generate""");
    }

    @Test
    void refusesADepthThatIsNoNumber() {
        for (String depth : List.of("-1", "one", "1.5", "12345678901", " ")) {
            assertThatThrownBy(() -> tree("", depth))
                    .satisfies(ProblemExample.printed("D222", depth.equals("-1")))
                    .hasMessageStartingWith("[wheels/D222] wheels.depth is \"" + depth);
        }
    }

    @Test
    void namesAPageThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(home.resolve("pom.xml"), "");
        LockQuery query = acme.query();
        assertThatThrownBy(() -> Report.run(query, Optional.empty(), file.resolve("report.html"), EventSink.SILENT))
                .satisfies(ProblemExample.printed("D271"));
    }

    @Test
    void answersOfALockThatNoLongerAnswersTheDeclarations() {
        acme.wheel("other", "test");

        assertThat(tree("", "")).contains("engine 1.0");
        assertThat(acme.events)
                .singleElement()
                .isInstanceOfSatisfying(
                        WheelsEvent.Warned.class,
                        warned -> assertThat(warned.problem().toString())
                                .satisfies(ProblemExample.printed("C101"))
                                .startsWith("[wheels/C101] the declarations have changed since"));
    }

    @Test
    void saysThatThereIsNoLock() {
        LockQuery nowhere = new LockQuery(acme.set(), home.resolve("none"), SourceRoots.none());

        assertThatThrownBy(() -> Tree.run(
                        nowhere, Optional.empty(), false, Optional.empty(), AnswerFormat.JSON, EventSink.SILENT))
                .hasMessageStartingWith("[wheels/C101] there is no \"")
                .hasMessageEndingWith("hint: run: mvn wheels:generate");
    }
}
