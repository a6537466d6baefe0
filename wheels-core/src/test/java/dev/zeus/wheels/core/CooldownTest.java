// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.PageStyle;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.ServedFile;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Releases that are too young to be locked. */
class CooldownTest {
    private static final String DAY = "2026-10-01";

    @TempDir
    Path home;

    private LoopbackIndex index;

    @BeforeEach
    void start() {
        index = LoopbackIndex.start();
        index.add(served("1.0").uploaded("2026-09-30T00:00:00Z"));
        index.add(served("1.1").uploaded("2026-10-01T23:59:59.999Z"));
        index.add(served("2.0").uploaded("2026-10-02T00:00:00Z"));
        index.add(served("3.0"));
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @ParameterizedTest
    @EnumSource
    @Proves(
            id = "attack 11",
            given = "a release that is younger than excludeNewer, or whose upload time nobody says",
            outcome = "left out, the newest of the others is locked, and the lock records the moment")
    void locksWhatIsOldEnough(PageStyle style) {
        index.style(style);
        Acme acme = acme().excludeNewer(DAY);
        acme.generate(new LockUpdate.Keep());
        assertThat(acme.versions()).containsExactly("demo 1.1 from acme");
        assertThat(acme.lock().uploadedBefore()).contains(Instant.parse("2026-10-02T00:00:00Z"));
    }

    @Test
    void takesAnythingWithoutACutoff() {
        Acme acme = acme();
        acme.generate(new LockUpdate.Keep());
        assertThat(acme.versions()).containsExactly("demo 3.0 from acme");
        assertThat(acme.lock().uploadedBefore()).isEmpty();
    }

    @Test
    void theRunMayAskForAnotherOne() {
        Acme acme = acme().excludeNewer(DAY);
        acme.generate(new LockUpdate.UpgradeAll(), Optional.of("2026-10-05"));
        assertThat(acme.versions()).containsExactly("demo 2.0 from acme");
    }

    @Test
    @Proves(
            id = "fault 67",
            given = "excludeNewer as an age",
            outcome = "the lock stores the instant, and asks again only when something else changes")
    void storesTheInstantOfAnAge() {
        Acme acme = acme().excludeNewer("1 day");
        Instant before = Instant.now();
        acme.generate(new LockUpdate.Keep());
        Instant locked = acme.lock().uploadedBefore().orElseThrow();
        assertThat(Duration.between(locked, before)).isBetween(Duration.ofHours(23), Duration.ofHours(25));
        long asked = index.count("/simple/demo/");
        acme.generate(new LockUpdate.Keep());
        assertThat(acme.lock().uploadedBefore()).contains(locked);
        assertThat(index.count("/simple/demo/")).isEqualTo(asked);
    }

    @Test
    void saysThatEverythingIsTooNew() {
        WheelsException error = catchThrowableOfType(
                WheelsException.class, () -> acme().excludeNewer("2020-01-01").generate(new LockUpdate.Keep()));
        assertThat(error)
                .hasMessageContaining("was not uploaded before the declared cutoff")
                .hasMessageContaining("uploaded 2026-09-30T00:00:00Z");
    }

    @Test
    void namesACutoffThatIsNone() {
        WheelsException error = catchThrowableOfType(
                WheelsException.class, () -> acme().generate(new LockUpdate.UpgradeAll(), Optional.of("soon")));
        assertThat(error)
                .satisfies(ProblemExample.printed("D205"))
                .hasMessageContaining("[wheels/D205]")
                .hasMessageContaining("\"soon\"");
    }

    /** What was locked before there was a cooldown, and by a run that asked for none. */
    @Test
    void whatIsLockedStaysUntilItMayMove() throws IOException {
        index.add(ServedFile.of(WheelBuilder.of("other", "1.0").build()).uploaded("2026-09-30T00:00:00Z"));
        acme().generate(new LockUpdate.UpgradeAll(), Optional.of("2026-10-05"));
        Acme acme = acme().excludeNewer(DAY).wheel("other", "acme");
        acme.generate(new LockUpdate.Keep());
        assertThat(acme.versions()).containsExactly("demo 2.0 from acme", "other 1.0 from acme");

        acme.generate(LockUpdate.of("other", null, false));
        assertThat(acme.versions()).containsExactly("demo 2.0 from acme", "other 1.0 from acme");

        acme.generate(new LockUpdate.UpgradeAll());
        assertThat(acme.versions()).containsExactly("demo 1.1 from acme", "other 1.0 from acme");
    }

    @Test
    void timeThatPassesChangesNothing() throws IOException {
        Acme acme = acme().excludeNewer("1 day");
        acme.generate(new LockUpdate.Keep());
        Path file = home.resolve("generated/pylock.toml");
        Lock earlier = acme.lock()
                .uploadedBefore(acme.lock().uploadedBefore().map(moment -> moment.minus(Duration.ofHours(1))));
        Files.writeString(file, earlier.toToml());

        acme.generate(new LockUpdate.UpgradeAll());
        assertThat(file).hasContent(earlier.toToml());

        index.add(served("2.1").uploaded("2026-10-03T00:00:00Z"));
        acme.generate(new LockUpdate.UpgradeAll());
        assertThat(acme.versions()).containsExactly("demo 2.1 from acme");
        assertThat(acme.lock().uploadedBefore().orElseThrow())
                .isAfter(earlier.uploadedBefore().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo            |                 | 3.0",
                "Demo=2026-10-05 |                 | 2.0",
                "other           |                 | 1.1",
                "                | acme            | 3.0",
                "                | acme=2026-10-05 | 2.0",
                "                | pypi            | 1.1",
                "demo=2026-10-05 | acme            | 2.0",
            })
    void packagesAndSourcesMayHaveTheirOwn(@Nullable String packages, @Nullable String sources, String version) {
        Acme acme = acme().settings(exempting(packages, sources));
        acme.generate(new LockUpdate.Keep());
        assertThat(acme.versions()).containsExactly("demo " + version + " from acme");
    }

    @Test
    void namesAnOwnCutoffThatIsNone() {
        assertThatThrownBy(() -> acme().settings(exempting("demo=soon", null)).generate(new LockUpdate.Keep()))
                .hasMessageStartingWith("[wheels/D205] excludeNewerPackages is \"demo=soon\"");
    }

    /** Each time, also where nothing is resolved. */
    @Test
    void warnsOfOneOfSomethingThatIsNotLocked() {
        Acme acme = acme().settings(exempting("dem", "pypi"));
        for (int run = 0; run < 2; run++) {
            acme.events.clear();
            acme.generate(new LockUpdate.Keep());
            assertThat(acme.events)
                    .asString()
                    .satisfies(ProblemExample.printed("L210"))
                    .contains(
                            "excludeNewerPackages names \"dem\", which is not locked",
                            "did you mean \"demo\"?",
                            "excludeNewerSources names \"pypi\", from which nothing is locked");
        }
    }

    private static ResolutionSettings exempting(@Nullable String packages, @Nullable String sources) {
        return new ResolutionSettings(
                List.of(),
                List.of(),
                List.of(),
                ResolutionStrategy.HIGHEST,
                PrereleasePolicy.IF_NECESSARY,
                DAY,
                packages == null ? List.of() : List.of(packages),
                sources == null ? List.of() : List.of(sources));
    }

    private Acme acme() {
        return new Acme(home).source("acme", index.uri()).wheel("demo", "acme");
    }

    private static ServedFile served(String version) {
        return ServedFile.of(
                WheelBuilder.of("demo", version).file("demo/__init__.py", "").build());
    }
}
