// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits that learn nothing, or not of everything. */
class SilentAuditTest {
    @TempDir
    Path home;

    private AuditFixture fixture;

    @BeforeEach
    void lock() {
        fixture = new AuditFixture(home);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private WheelsException failure() {
        return catchThrowableOfType(WheelsException.class, () -> fixture.acme.audit(""));
    }

    @Test
    void failsWhereNoSourceAnswersAnythingUnlessThatIsAllowed() throws IOException {
        List.of("app 1.0", "idna 3.6", "demo 2.0")
                .forEach(each -> fixture.answer(each.split(" ", 2)[0], each.split(" ", 2)[1], Answer.status(404)));
        AuditOutcome outcome = fixture.acme.audit("");
        assertThat(outcome.lines()).containsExactly("Audited 0 of 3 packages: nothing is known");
        assertThat(outcome.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo("C605");
            ProblemExample.printed("C605").accept(problem);
            assertThat(problem.message())
                    .isEqualTo("no source publishes advisories for the 3 locked packages, so nothing was audited");
            assertThat(problem.hint()).contains("-Dwheels.index.acme=", "-Dwheels.audit.allowUnknown=true");
        });
        assertThat(fixture.result().at("/problems/0/code").asText()).isEqualTo("C605");
        assertThat(fixture.acme.events)
                .asString()
                .satisfies(ProblemExample.printed("C604"))
                .containsOnlyOnce("C604")
                .contains("the source \"acme\" publishes no advisories; nothing is known about its 3 packages");

        assertThat(fixture.acme.audit("", true).problem()).isEmpty();
        assertThat(fixture.result().path("outcome").asText()).isEqualTo("ok");
    }

    /** Nothing that is unknown is green. */
    @Test
    void failsWhereNotAllAreAnsweredUnlessThatIsAllowed() {
        fixture.publish("idna", "3.6", "");
        List.of("app 1.0", "demo 2.0")
                .forEach(each -> fixture.answer(each.split(" ", 2)[0], each.split(" ", 2)[1], Answer.status(404)));
        AuditOutcome outcome = fixture.acme.audit("");
        assertThat(outcome.lines()).containsExactly("Audited 1 of 3 packages: no known vulnerability");
        assertThat(outcome.problem()).get().satisfies(ProblemExample.printed("C607"));
        assertThat(fixture.acme.audit("", true).problem()).isEmpty();
    }

    /** What was known before is known still, and is no reason to pass. */
    @Test
    void failsForWhatWasKnownBefore() {
        fixture.acme.audit("");
        List.of("app 1.0", "idna 3.6", "demo 2.0")
                .forEach(each -> fixture.answer(each.split(" ", 2)[0], each.split(" ", 2)[1], Answer.status(404)));
        assertThat(fixture.acme.audit("", true).problem())
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("C601"));
    }

    @Test
    void keepsWhatWasKnownWhereASourceIsSilent() {
        fixture.acme.audit("");
        fixture.answer("idna", "3.6", Answer.status(404));
        assertThat(fixture.acme.audit("").lines()).contains("Audited 2 of 3 packages: 1 known vulnerability");
        assertThat(fixture.acme.events)
                .asString()
                .contains("the source \"acme\" publishes no advisories about idna 3.6");
        assertThat(fixture.known()).containsExactly("idna PYSEC-2024-60");
    }

    @Test
    void thatCannotBeMadeWritesNothing() throws IOException {
        SortedMap<String, String> before = fixture.files();
        fixture.answer("demo", "2.0", Answer.status(500));
        assertThat(failure().problem().code()).isEqualTo("X302");
        assertThat(fixture.result().path("outcome").asText()).isEqualTo("failed");
        fixture.answer("demo", "2.0", Answer.html("<p>Welcome"));
        assertThat(failure().problem().code()).isEqualTo("X410");
        assertThat(fixture.files()).isEqualTo(before);
    }

    @Test
    void needsTheNetwork() {
        fixture.acme.audit("");
        fixture.acme.offline();
        assertThat(failure().problem().code()).isEqualTo("C602");
        ProblemExample.printed("C602").accept(failure());
    }

    @Test
    void needsALock() {
        assertThat(catchThrowableOfType(
                                WheelsException.class,
                                () -> new Acme(home.resolve("empty"))
                                        .source("acme", fixture.index.uri())
                                        .audit(""))
                        .problem()
                        .code())
                .isEqualTo("C101");
    }
}
