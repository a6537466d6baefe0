// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the locked versions, and what becomes of it. */
class AuditTest {
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

    @Test
    void findsWhatIsKnownAndSaysTheWayOut() throws IOException {
        fixture.publish(
                "demo", "2.0", "{\"id\": \"PYSEC-1\", \"fixed_in\": [\"2.1\", \"3.0\"]}, {\"id\": \"PYSEC-2\"}");
        AuditOutcome outcome = fixture.acme.audit("");

        assertThat(outcome.lines())
                .containsExactly(
                        "demo 2.0 has 2 known vulnerabilities:",
                        "- PYSEC-1",
                        "  Fixed in: 2.1, 3.0 (\"<3\" allows 2.1)",
                        "- PYSEC-2",
                        "  No version is known that fixes it",
                        "idna 3.6 has 1 known vulnerability:",
                        "- PYSEC-2024-60: Takes \"quadratic\" time",
                        "  Fixed in: 3.7, 4.0",
                        "  Needed by: app 1.0 -> idna 3.6, declared by com.acme.app (@Wheel)",
                        "Audited 3 packages: 3 known vulnerabilities",
                        "Wrote pylock.toml");
        assertThat(outcome.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo("C601");
            ProblemExample.printed("C601").accept(problem);
            assertThat(problem.message()).isEqualTo("known vulnerabilities in \"demo\" 2.0, \"idna\" 3.6");
            assertThat(problem.hint()).contains("-Dwheels.upgrade=demo,idna", "-Dwheels.audit.ignore=PYSEC-1,…");
        });
        assertThat(fixture.result().path("outcome").asText()).isEqualTo("failed");
        assertThat(JsonSchema.of("/dev/zeus/wheels/core/wheels.schema.json").faults(fixture.result()))
                .isEmpty();
        assertThat(fixture.result().at("/problems").findValuesAsText("package"))
                .containsExactly("demo", "demo", "idna");
        assertThat(fixture.result().at("/problems/0/code").asText()).isEqualTo("C601");
        assertThat(fixture.result().at("/files/changed/0").asText()).isEqualTo("pylock.toml");
        assertThat(fixture.result().at("/vulnerable/1/vulnerabilities/0"))
                .hasToString("{\"id\":\"PYSEC-2024-60\",\"aliases\":[\"CVE-2024-3651\"],\"fixedIn\":[\"3.7\",\"4.0\"],"
                        + "\"summary\":\"Takes \\\"quadratic\\\" time\"}");
    }

    @Test
    void writesNothingButTheFacts() {
        SortedMap<String, String> before = fixture.files();
        fixture.acme.audit("");
        SortedMap<String, String> after = fixture.files();

        assertThat(fixture.known()).containsExactly("idna PYSEC-2024-60");
        assertThat(lines(after).stream().filter(line -> !lines(before).contains(line)))
                .containsExactly(
                        "vulnerabilities = [",
                        "    { id = \"PYSEC-2024-60\", aliases = [\"CVE-2024-3651\"], fixed-in = [\"3.7\", \"4.0\"],"
                                + " summary = 'Takes \"quadratic\" time' },");
        assertThat(lines(before)).isSubsetOf(lines(after));

        fixture.publish("idna", "3.6", "");
        assertThat(fixture.acme.audit("").problem()).isEmpty();
        assertThat(fixture.files()).isEqualTo(before);
        after.remove(GeneratedFiles.LOCK_FILE);
        before.remove(GeneratedFiles.LOCK_FILE);
        assertThat(after).isEqualTo(before);
    }

    /** The lines of the lock but its sums. */
    private static List<String> lines(SortedMap<String, String> files) {
        return files.getOrDefault(GeneratedFiles.LOCK_FILE, "")
                .lines()
                .filter(line -> !line.startsWith("sums = ") && !line.startsWith("digest = "))
                .toList();
    }

    @Test
    void ofSoundVersionsChangesNothing() throws IOException {
        fixture.publish("idna", "3.6", "{\"id\": \"PYSEC-2024-60\", \"withdrawn\": \"2025-01-01T00:00:00Z\"}");
        SortedMap<String, String> before = fixture.files();
        AuditOutcome outcome = fixture.acme.audit("");

        assertThat(outcome.lines()).containsExactly("Audited 3 packages: no known vulnerability");
        assertThat(outcome.problem()).isEmpty();
        assertThat(fixture.files()).isEqualTo(before);
        assertThat(fixture.result().path("outcome").asText()).isEqualTo("ok");
    }

    @Test
    void leavesOutWhatIsIgnoredByIdOrAlias() {
        assertThat(fixture.acme.audit(" CVE-2024-3651 ,PYSEC-9").lines())
                .containsExactly("Audited 3 packages: no known vulnerability");
        assertThat(fixture.known()).isEmpty();
        assertThat(fixture.acme.events)
                .asString()
                .satisfies(ProblemExample.printed("C603"))
                .contains("C603", "\"PYSEC-9\", which no locked package has")
                .doesNotContain("\"CVE-2024-3651\", which");
        assertThat(fixture.acme.audit("PYSEC-2024-60").problem()).isEmpty();
        assertThatThrownBy(() -> fixture.acme.audit("all of them")).satisfies(ProblemExample.printed("D209"));
    }

    @Test
    void isKeptByGenerateAsLongAsTheVersionStays() {
        fixture.acme.audit("");
        fixture.index.add(WheelBuilder.of("demo", "2.5").build());
        fixture.acme.generate(upgrade("demo"));
        assertThat(fixture.acme.versions()).contains("demo 2.5 from acme", "idna 3.6 from acme");
        assertThat(fixture.known()).containsExactly("idna PYSEC-2024-60");

        // What is upgraded and has nothing newer is as vulnerable as before.
        fixture.acme.generate(new LockUpdate.UpgradeAll());
        assertThat(fixture.known()).containsExactly("idna PYSEC-2024-60");

        fixture.index.add(WheelBuilder.of("idna", "3.7").build());
        fixture.acme.generate(upgrade("idna"));
        assertThat(fixture.acme.versions()).contains("idna 3.7 from acme");
        assertThat(fixture.known()).isEmpty();
    }

    private static LockUpdate upgrade(String name) {
        return new LockUpdate.UpgradePackages(new TreeSet<>(List.of(PackageName.parse(name))));
    }

    @Test
    void asksEachVersionOnce() {
        fixture.acme.audit("");
        assertThat(fixture.index.counts())
                .containsAllEntriesOf(
                        Map.of("/pypi/app/1.0/json", 1L, "/pypi/idna/3.6/json", 1L, "/pypi/demo/2.0/json", 1L));
    }
}
