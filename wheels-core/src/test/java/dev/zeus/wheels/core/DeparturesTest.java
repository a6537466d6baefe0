// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.core.check.Check;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.lock.Departures;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what overrides and excludes decide reaches the lock, what is rendered of it, and the checks. */
final class DeparturesTest {
    @TempDir
    Path home;

    private LoopbackIndex index;

    @BeforeEach
    void serve() {
        index = LoopbackIndex.start();
        // What is declared has no tests here, and what it brings along all of them.
        index.add(WheelBuilder.of("suite", "1.0").requires("app").build());
        index.add(WheelBuilder.of("app", "1.0")
                        .requires("heavy>=1", "Old_Friend<2", "fine>=1", "tool[full]", "mac; python_version >= '3.9'")
                        .build())
                .add(WheelBuilder.of("tool", "1.0")
                        .extras("full")
                        .requires("heavy; extra == 'full'", "old-friend<2; extra == 'full'", "fine; extra == 'full'")
                        .build())
                .add(WheelBuilder.of("heavy", "1.0").build())
                .add(WheelBuilder.of("mac", "1.0").build())
                .add(WheelBuilder.of("fine", "1.0").build())
                .add(WheelBuilder.of("fine", "2.0").build())
                .add(WheelBuilder.of("old-friend", "1.0").build())
                .add(WheelBuilder.of("old-friend", "3.0").build());
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private Acme acme(List<String> overrides, List<String> excludes) {
        return new Acme(home)
                .source("acme", index.uri())
                .wheel("suite", "acme")
                .settings(new ResolutionSettings(
                        List.of(), overrides, excludes, ResolutionStrategy.HIGHEST, PrereleasePolicy.IF_NECESSARY, ""));
    }

    private Acme acme() {
        return acme(List.of("old-friend>=3", "fine>=2", "mac>=1; sys_platform == 'darwin'"), List.of("heavy"));
    }

    private static Map<String, String> departures(Acme acme) {
        Map<String, String> departures = new TreeMap<>();
        for (LockedPackage locked : acme.lock().packages()) {
            Departures each = locked.departures();
            departures.put(locked.name().value(), names(each.relaxed()) + " - " + names(each.removed()));
        }
        return departures;
    }

    private static String names(List<LockedDependency> dependencies) {
        return String.join(
                " ", dependencies.stream().map(each -> each.name().value()).toList());
    }

    @Test
    void theLockSaysWhatEachPackageDoesNotGetAsItAsks() {
        acme().generate(new LockUpdate.Keep());
        assertThat(departures(acme()))
                .isEqualTo(Map.of(
                        "app", "old-friend - heavy mac",
                        "fine", " - ",
                        "old-friend", " - ",
                        "suite", " - ",
                        "tool", "old-friend - heavy"));
    }

    @Test
    void whatIsRenderedRelaxesAndRemovesExactlyThat() throws IOException {
        acme().generate(new LockUpdate.Keep());
        String rendered = Files.readString(home.resolve("generated/acme/universal.nix"));
        assertThat(rendered.substring(rendered.indexOf("  app"), rendered.indexOf("  fine")))
                .contains("relaxDeps = [ \"old-friend\" ];")
                .containsPattern("removeDeps = \\[\\s+\"heavy\"\\s+\"mac\"\\s+\\];");
        assertThat(rendered.substring(rendered.indexOf("  fine"), rendered.indexOf("  suite")))
                .doesNotContain("Deps");
        assertThat(home.resolve("generated/rewrite-requirements.py")).exists();
    }

    @Test
    void theChecksGoByThem() {
        acme().generate(new LockUpdate.Keep());
        LockedWheels locked = acme().locked();
        List<CheckResult> results = locked.check(locked.lock(event -> {}), event -> {});
        assertThat(results)
                .filteredOn(result -> result.check() == Check.METADATA)
                .hasSize(4);
        assertThat(results).noneMatch(result -> result.outcome() instanceof Outcome.Failed);
    }

    @Test
    void aSetWithoutDecisionsSaysNothingOfThem() throws IOException {
        acme(List.of(), List.of()).generate(new LockUpdate.Keep());
        assertThat(Files.readString(home.resolve("generated/pylock.toml"))).doesNotContain("relaxed", "removed");
        assertThat(home.resolve("generated/rewrite-requirements.py")).doesNotExist();
    }
}
