// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.setup.AnswerFormat;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index of a locked set has that is newer. */
final class OutdatedTest {
    @TempDir
    Path home;

    private LoopbackIndex index;
    private Acme acme;

    @BeforeEach
    void lockAndReleaseMore() {
        index = LoopbackIndex.start();
        add("app", "1.0", "engine<2");
        add("tool", "1.0");
        add("engine", "1.0");
        add("still", "1.0");
        acme = new Acme(home)
                .source("test", index.uri())
                .wheel("app", "test", "<2")
                .wheel("tool", "test")
                .wheel("still", "test");
        acme.generate(new LockUpdate.Keep());
        add("app", "1.5", "engine<2");
        add("app", "2.0");
        add("tool", "1.1");
        add("engine", "2.0");
        acme.events.clear();
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private void add(String name, String version, String... requires) {
        index.add(WheelBuilder.of(name, version).requires(requires).build());
    }

    private String outdated(boolean all, AnswerFormat format) {
        return Outdated.run(acme.query(), all, acme.access(), format, acme.events::add);
    }

    @Test
    void asksForWhatIsDeclared() {
        assertThat(outdated(false, AnswerFormat.TEXT)).isEqualTo("""
                package  locked  allowed  newest  held by
                app      1.0     1.5      2.0     "app<2" of com.acme.app (@Wheel)
                tool     1.0     1.1      1.1     nothing that is known here
                2 have a newer release, of 3 packages
                """);
    }

    @Test
    void asksForAll() throws IOException {
        assertThat(outdated(true, AnswerFormat.TEXT))
                .contains("\nengine   1.0     -        2.0     \"engine<2\" of app 1.0\n", "of 4 packages");
        assertThat(new ObjectMapper()
                        .readTree(outdated(true, AnswerFormat.JSON))
                        .path("packages")
                        .findValuesAsText("newest"))
                .containsExactly("2.0", "2.0", "1.0", "1.1");
    }

    /** A missing answer does not mean that all is well. */
    @Test
    void failsWhereNothingCanBeAsked() {
        acme.offline();
        CacheUpkeep.run(home.resolve("cache"), Optional.of(PruneRule.CLEAN), event -> {});

        assertThatThrownBy(() -> outdated(false, AnswerFormat.TEXT)).hasMessageStartingWith("[wheels/X");
        assertThat(acme.events).noneMatch(WheelsEvent.Warned.class::isInstance);
    }
}
