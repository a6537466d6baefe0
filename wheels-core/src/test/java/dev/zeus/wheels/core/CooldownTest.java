package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.PageStyle;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.ServedFile;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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

    private Acme acme() {
        return new Acme(home).source("acme", index.uri()).wheel("demo", "acme");
    }

    private static ServedFile served(String version) {
        return ServedFile.of(
                WheelBuilder.of("demo", version).file("demo/__init__.py", "").build());
    }
}
