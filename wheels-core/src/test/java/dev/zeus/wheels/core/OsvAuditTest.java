// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.index.OsvZip;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits by a database of advisories, and of how the projects stand on their indexes. */
final class OsvAuditTest {
    private static final String TO_3_7 = "[{\"introduced\":\"0\"},{\"fixed\":\"3.7\"}]";

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

    private AuditOutcome audit(String... documents) throws IOException {
        Path zip = Files.write(home.resolve("all.zip"), OsvZip.of(documents));
        return fixture.acme.audit("", false, Optional.of(zip));
    }

    @Test
    void needsNoNetwork() throws IOException {
        fixture.acme.offline();
        AuditOutcome outcome =
                audit(OsvZip.about("idna", "PYSEC-7", TO_3_7, "[]"), OsvZip.about("x", "PYSEC-8", "[]", "[]"));

        assertThat(outcome.lines())
                .containsExactly(
                        "idna 3.6 has 1 known vulnerability:",
                        "- PYSEC-7",
                        "  Fixed in: 3.7",
                        "  Needed by: app 1.0 -> idna 3.6, declared by com.acme.app (@Wheel)",
                        "Audited 3 packages against 2 advisories up to 2026-11-28: 1 known vulnerability",
                        "Offline: did not check whether projects are quarantined, archived or deprecated",
                        "Wrote pylock.toml");
        assertThat(outcome.problem())
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("C601"));
        assertThat(fixture.known()).containsExactly("idna PYSEC-7");
        assertThat(audit(OsvZip.about("x", "PYSEC-8", "[]", "[]")).problem()).isEmpty();
        assertThat(fixture.known()).isEmpty();
    }

    @Test
    void isAskedInPlaceOfTheSources() throws IOException {
        assertThat(audit(OsvZip.about("x", "PYSEC-8", "[]", "[]")).problem()).isEmpty();
        assertThat(fixture.index.count("/pypi/idna/3.6/json")).isZero();
    }

    @Test
    void withABrokenDatabaseWritesNothing() throws IOException {
        Path zip = Files.writeString(home.resolve("all.zip"), "<html>Not found");
        assertThatThrownBy(() -> fixture.acme.audit("", false, Optional.of(zip)))
                .satisfies(ProblemExample.printed("C608"));
        assertThat(fixture.result().at("/problems/0/code").asText()).isEqualTo("C608");
    }

    private void stands(String name, String status) {
        fixture.index.always(
                "/simple/" + name + "/",
                Answer.json("{\"files\":[],\"project-status\":{\"status\":\"" + status + "\",\"reason\":\"so\"}}"));
    }

    @Test
    void failsWhereAProjectIsQuarantinedOrGone() throws IOException {
        fixture.publish("idna", "3.6", "");
        stands("idna", "quarantined");
        AuditOutcome outcome = fixture.acme.audit("");
        assertThat(outcome.lines())
                .containsExactly(
                        "the project \"idna\" is quarantined on \"acme\": so",
                        "Audited 3 packages: no known vulnerability");
        assertThat(outcome.problem())
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("X414"));
        assertThat(fixture.result().path("outcome").asText()).isEqualTo("failed");
        assertThat(fixture.result().at("/problems/0/neededBy").asText()).contains("app 1.0 -> idna 3.6");

        fixture.index.always("/simple/idna/", Answer.status(404));
        assertThat(fixture.acme.audit("").problem())
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("X404"));
    }

    @Test
    void warnsWhereAProjectIsLeftBehind() {
        fixture.publish("idna", "3.6", "");
        stands("idna", "archived");
        stands("demo", "deprecated");
        assertThat(fixture.acme.audit("").problem()).isEmpty();
        assertThat(fixture.acme.events)
                .asString()
                .contains("X416", "\"idna\" is archived on \"acme\": so", "\"demo\" is deprecated on \"acme\": so");
    }
}
