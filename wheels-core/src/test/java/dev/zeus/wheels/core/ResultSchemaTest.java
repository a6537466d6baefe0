// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.answer.Setting;
import dev.zeus.wheels.core.question.LockQuery;
import dev.zeus.wheels.core.setup.AnswerFormat;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.TargetChoice;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that goals write as JSON is as the schema says that is in the jar, and the schema says all of it. */
final class ResultSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path home;

    private final LoopbackIndex index = LoopbackIndex.start();
    private Acme acme;
    private JsonSchema schema;

    @BeforeEach
    void declare() throws IOException {
        Path types = Files.createDirectories(home.resolve("src/com/acme"));
        Files.writeString(types.resolve("app.java"), "package com.acme;\n\n@Wheel\ninterface app {}\n");
        index.add(WheelBuilder.of("app", "1.0").requires("idna<3").build());
        index.add(WheelBuilder.of("idna", "2.9").build());
        index.add(WheelBuilder.of("idna", "3.0").build());
        acme = new Acme(home).source("test", index.uri()).wheel("app", "test");
        schema = JsonSchema.of("/dev/zeus/wheels/core/wheels.schema.json");
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private JsonNode result() throws IOException {
        JsonNode result = JSON.readTree(Files.readString(home.resolve("result.json")));
        assertThat(schema.faults(result)).isEmpty();
        return result;
    }

    @Test
    void theAnswersOfAllGoalsAreOfTheSchema() throws IOException {
        acme.generate(new LockUpdate.Keep());
        LockQuery query = acme.query();
        Map<String, String> answers = new TreeMap<>();
        answers.put(
                "tree",
                Tree.run(query, Optional.empty(), false, Optional.empty(), AnswerFormat.JSON, acme.events::add));
        answers.put("why", Why.run(query, Optional.of("idna"), acme.access(), AnswerFormat.JSON, acme.events::add));
        answers.put("outdated", Outdated.run(query, true, acme.access(), AnswerFormat.JSON, acme.events::add));
        answers.put(
                "diff",
                Diff.run(
                        query.outputDirectory(),
                        query.outputDirectory().toString(),
                        Optional.empty(),
                        Diff.Format.JSON));
        answers.put(
                "inspect",
                Inspect.run(acme.set(), List.of(new Setting("wheels.skip", "false", "default")), AnswerFormat.JSON));
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            JsonNode document = JSON.readTree(answer.getValue());
            assertThat(document.path("answer").asText()).isEqualTo(answer.getKey());
            assertThat(schema.faults(document)).as(answer.getKey()).isEmpty();
            assertThat(schema.faults(without(document, "answer")))
                    .as(answer.getKey())
                    .isNotEmpty();
            assertThat(schema.faults(JSON.createObjectNode().setAll((ObjectNode) without(document, "version"))))
                    .as(answer.getKey())
                    .isNotEmpty();
        }
    }

    private static JsonNode without(JsonNode document, String member) {
        ObjectNode copy = document.deepCopy();
        copy.remove(member);
        return copy;
    }

    @Test
    void saysWhatItTook() throws IOException {
        acme.generate(new LockUpdate.Keep());
        JsonNode first = result();
        acme.generate(new LockUpdate.Keep());
        JsonNode second = result();

        assertThat(first.path("outcome").asText()).isEqualTo("ok");
        assertThat(first.path("requests").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(first.path("bytes").asLong()).isGreaterThan(500);
        assertThat(first.path("tasks").findValuesAsText("task")).contains("resolve cp312-x86_64-linux", "read wheels");
        assertThat(second.path("requests").asInt()).isZero();
        assertThat(second.path("bytes").asInt()).isZero();
    }

    /** The file is of this run however it ends, and a problem of a package says who needs it. */
    @Test
    void tellsWhoNeedsWhatCannotBeRead() throws IOException {
        index.always("/simple/idna/", Answer.status(403));

        assertThatThrownBy(() -> acme.generate(new LockUpdate.Keep()))
                .hasMessageContaining(
                        "\n  needed by: app 1.0 -> idna, declared by com.acme.app (src/com/acme/app.java:4)")
                .hasMessageContaining("\n  hint: ");

        JsonNode problem = result().at("/problems/0");
        assertThat(result().path("outcome").asText()).isEqualTo("failed");
        assertThat(result().path("kind").asText()).isEqualTo("environment");
        assertThat(problem.path("package").asText()).isEqualTo("idna");
        assertThat(problem.path("target").asText()).isEqualTo("cp312-x86_64-linux");
        assertThat(problem.path("neededBy").asText()).startsWith("needed by: app 1.0 -> idna, declared by");
    }

    @Test
    void aFailedCheckNamesPackageTargetCheckFileAndLine() throws IOException {
        acme.generate(new LockUpdate.Keep());
        FileTree.clear(home.resolve("cache"));
        index.always("/files/idna-2.9-py3-none-any.whl", Answer.html("no wheel"));
        VerifyOutcome outcome = acme.verify(TargetChoice.ALL);

        JsonNode problem = result().at("/problems/0");
        assertThat(outcome.problems()).isNotEmpty();
        assertThat(problem.path("package").asText()).isEqualTo("idna");
        assertThat(problem.path("target").asText()).isEqualTo("cp312-x86_64-linux");
        assertThat(problem.path("check").asText()).isEqualTo("hash");
        assertThat(problem.path("file").asText()).isEqualTo("src/com/acme/app.java");
        assertThat(problem.path("line").asInt()).isEqualTo(4);
        assertThat(result().at("/checks/failed").asInt()).isPositive();
        assertThat(result().at("/checks/notRunBecause").isObject()).isTrue();
    }

    @Test
    void listsWhatIsExcusedWithItsReason() throws IOException {
        index.add(WheelBuilder.of("odd", "1.0")
                .wheelFile("Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py2-none-any\n")
                .build());
        acme.wheel("odd", "test").generate(new LockUpdate.Keep());
        acme.verify(TargetChoice.ALL);

        JsonNode excused = result().at("/checks/excused/0");
        assertThat(excused.path("package").asText()).isEqualTo("odd");
        assertThat(excused.path("code").asText()).isEqualTo("C223");
        assertThat(excused.path("reason").asText()).startsWith("pip, uv and Nix go by the name");
    }
}
