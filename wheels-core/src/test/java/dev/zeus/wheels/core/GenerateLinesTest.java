// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a generation tells people: in few lines what it did, or would do, and what keeps packages from being newer. */
final class GenerateLinesTest {
    @TempDir
    Path home;

    private final LoopbackIndex index = LoopbackIndex.start();

    @AfterEach
    void stop() {
        index.close();
    }

    private Acme acme() {
        return new Acme(home).source("test", index.uri());
    }

    private static ResolutionSettings constraint(String text) {
        return new ResolutionSettings(
                List.of(text), List.of(), List.of(), ResolutionStrategy.HIGHEST, PrereleasePolicy.IF_NECESSARY, "");
    }

    private static List<String> warnings(Acme acme) {
        return acme.events.stream()
                .filter(WheelsEvent.Warned.class::isInstance)
                .map(Object::toString)
                .toList();
    }

    @Test
    void aFirstLockTakesFewLines() throws IOException {
        Path types = Files.createDirectories(home.resolve("src/com/acme"));
        Files.writeString(types.resolve("app.java"), "package com.acme;\n\n@Wheel\ninterface app {}\n");
        String[] leaves = IntStream.range(0, 90).mapToObj(i -> "leaf" + i).toArray(String[]::new);
        for (String leaf : leaves) {
            index.add(WheelBuilder.of(leaf, "1.0").build());
        }
        index.add(WheelBuilder.of("app", "1.0").requires(leaves).build());
        index.add(WheelBuilder.of("app", "2.0").build());

        GenerateOutcome outcome = acme().wheel("app", "test", "<2").generate(new LockUpdate.Keep());

        assertThat(outcome.lines()).hasSizeLessThanOrEqualTo(25);
        assertThat(outcome.lines().get(0))
                .startsWith("Added 91 packages: app, leaf0, ")
                .contains(" more");
        assertThat(outcome.lines())
                .contains("app 1.0: 2.0 is out; what holds it is \"app<2\" of com.acme.app (src/com/acme/app.java:4)");
        assertThat(outcome.lines().get(outcome.lines().size() - 1))
                .matches("91 packages for 1 target in [0-9]+\\.[0-9] s: [0-9]+ requests, [0-9.]+ [KM]?i?B");
    }

    @Test
    void aDryRunSaysWhatItWouldDo() {
        index.add(WheelBuilder.of("app", "1.0").build());
        Acme acme = acme().wheel("app", "test");
        GenerateOutcome outcome = acme.dryRun();

        assertThat(outcome.lines())
                .contains("Add app 1.0")
                .anyMatch(line -> line.startsWith("Dry run: nothing is written; without -Dwheels.dryRun "))
                .noneMatch(line -> line.startsWith("Added") || line.startsWith("Wrote"));
        assertThat(home.resolve("generated")).doesNotExist();
    }

    @Test
    void aDowngradeThatABoundAsksForHasItsCauseAndNoWarning() {
        index.add(WheelBuilder.of("app", "1.0").build());
        index.add(WheelBuilder.of("app", "2.0").build());
        acme().wheel("app", "test").generate(new LockUpdate.Keep());
        Acme bounded = acme().wheel("app", "test").settings(constraint("app<2"));
        GenerateOutcome outcome = bounded.generate(new LockUpdate.Keep());

        assertThat(outcome.lines()).contains("Updated app 2.0 -> 1.0 (\"app<2\" of constraints)");
        assertThat(warnings(bounded)).isEmpty();
    }

    @Test
    void whatIsKeptSaysWhyItIsNotNewer() {
        index.add(WheelBuilder.of("app", "1.0").build());
        index.add(WheelBuilder.of("other", "1.0").build());
        Acme acme = acme().wheel("app", "test", "<2").wheel("other", "test");
        acme.generate(new LockUpdate.Keep());
        index.add(WheelBuilder.of("app", "2.0").build());
        GenerateOutcome outcome = acme.generate(LockUpdate.of("true", null, false), Optional.empty());

        assertThat(outcome.packages()).isEmpty();
        assertThat(outcome.held().declared().values())
                .allSatisfy(why -> assertThat(why).startsWith("2.0 is out; what holds it is \"app<2\""));
    }
}
