// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a package could be newer, and the one thing that holds it. */
class OutlookTest {
    private static final Instant CUTOFF = Instant.parse("2026-11-01T00:00:00Z");

    /**
     * Releases as {@code VERSION}, {@code VERSION@yanked}, {@code VERSION@late}, {@code VERSION@linux} or
     * {@code VERSION@untimed}.
     */
    private static List<Release> releases(String text) {
        List<Release> releases = new ArrayList<>();
        for (String one : text.split(" ", -1)) {
            String[] parts = one.split("@", -1);
            String note = parts.length > 1 ? parts[1] : "";
            releases.add(new Release(
                    Version.parse(parts[0]),
                    note.equals("untimed")
                            ? Optional.empty()
                            : Optional.of(note.equals("late") ? CUTOFF : CUTOFF.minusSeconds(1)),
                    note.equals("yanked"),
                    AskedLock.where(note.equals("linux") ? "linux" : "")));
        }
        return releases;
    }

    private static Outlook outlook(String releases, List<Bound> bounds, List<String> policies) {
        LockedPackage locked = AskedLock.of("idna 3.5").lock().packages().get(0);
        return Outlook.of(
                locked,
                releases(releases),
                bounds,
                policies,
                Optional.of(new Cooldown(CUTOFF, Optional.empty())),
                AskedLock.TARGETS);
    }

    private static final List<Bound> BOUNDS =
            List.of(new Bound("idna<4,>=2.5", "requests 2.32.5", VersionSpecifiers.parse("<4,>=2.5")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3.5                 | it is the newest
            3.4 3.5             | it is the newest
            3.5 3.6rc1          | it is the newest
            3.5 3.6             | 3.6 is out; nothing that is known here holds it back: mvn wheels:generate -Dwheels.upgrade=idna
            3.5 4.0             | 4.0 is out; what holds it is "idna<4,>=2.5" of requests 2.32.5
            3.5 3.6 4.0         | 4.0 is out; what holds it is "idna<4,>=2.5" of requests 2.32.5; 3.6 is allowed: mvn wheels:generate -Dwheels.upgrade=idna
            3.5 3.6@yanked      | 3.6 is out; what holds it is that it was yanked
            3.5 3.6@late        | 3.6 is out; what holds it is excludeNewer (uploaded 2026-11-01T00:00:00Z, not before 2026-11-01T00:00:00Z)
            3.5 3.6@untimed     | 3.6 is out; what holds it is excludeNewer (its index does not say when it was uploaded)
            3.5 3.6@linux       | 3.6 is out; what holds it is that no file of it fits aarch64-darwin
            3.5 4.0@yanked      | 4.0 is out; what holds it are "idna<4,>=2.5" of requests 2.32.5, and that it was yanked
            """)
    void saysWhatHoldsIt(String releases, String why) {
        assertThat(outlook(releases, BOUNDS, List.of()).why()).isEqualTo(why);
    }

    @Test
    void isHeldByWhatTheSetWants() {
        assertThat(outlook("3.5 3.6", BOUNDS, List.of("strategy = LOWEST of the set"))
                        .why())
                .isEqualTo("3.6 is out; what holds it is strategy = LOWEST of the set");
    }

    @Test
    void saysWhenWhatAnAgeHoldsBackIsFree() {
        LockedPackage locked = AskedLock.of("*idna 3.5").lock().packages().get(0);
        Release late = new Release(
                Version.parse("3.6"), Optional.of(Instant.parse("2026-11-03T10:20:30Z")), false, locked.targets());

        assertThat(Outlook.of(
                                locked,
                                List.of(late),
                                List.of(),
                                List.of(),
                                Optional.of(new Cooldown(CUTOFF, Optional.of(Duration.ofDays(7)))),
                                AskedLock.TARGETS)
                        .why())
                .isEqualTo("3.6 is out; what holds it is excludeNewer (free on 2026-11-10T10:21:00Z)");
    }

    /** A row is as wide as a terminal usually is; what does not fit goes on below. */
    @Test
    void isATableThatFits() {
        Outlook outlook = outlook(
                "3.5 4.0@late",
                List.of(
                        new Bound(
                                "idna<4",
                                "com.acme.python.Requests (src/main/java/com/acme/python/Requests.java:12)",
                                VersionSpecifiers.parse("<4")),
                        new Bound("idna<4,>=2.5", "requests 2.32.5", VersionSpecifiers.parse("<4,>=2.5"))),
                List.of());

        assertThat(OutlookTable.text(List.of(outlook), 1)).isEqualTo("""
                package  locked  allowed  newest  held by
                idna     3.5     -        4.0     "idna<4" of com.acme.python.Requests
                                                    (src/main/java/com/acme/python/Requests.java:12)
                                                  "idna<4,>=2.5" of requests 2.32.5
                                                  excludeNewer (uploaded 2026-11-01T00:00:00Z, not before
                                                    2026-11-01T00:00:00Z)
                1 has a newer release, of 1 package
                """);
    }
}
