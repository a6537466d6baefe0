// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.core.setup.AnswerFormat;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a package is locked, from the lock and the cache, with the index shut. */
final class WhyTest {
    @TempDir
    Path home;

    private Acme acme;

    @BeforeEach
    void lock() throws IOException {
        Path types = Files.createDirectories(home.resolve("src/com/acme"));
        Files.writeString(types.resolve("app.java"), "package com.acme;\n\n@Wheel\ninterface app {}\n");
        try (LoopbackIndex index = LoopbackIndex.start()) {
            index.add(WheelBuilder.of("app", "1.0")
                    .requires("mid>=1", "idna>=2; python_version < '3.0'", "idna>=1")
                    .build());
            index.add(WheelBuilder.of("mid", "1.0").requires("idna<3,>=2").build());
            index.add(WheelBuilder.of("mid", "2.0").requires("idna<4,>=2").build());
            for (String version : List.of("2.0", "2.9", "3.0", "3.7")) {
                index.add(WheelBuilder.of("idna", version).build());
            }
            acme = new Acme(home)
                    .source("test", index.uri())
                    .wheel("app", "test", "<2")
                    .settings(new ResolutionSettings(
                            List.of("mid<2"),
                            List.of(),
                            List.of(),
                            ResolutionStrategy.HIGHEST,
                            PrereleasePolicy.IF_NECESSARY,
                            ""));
            acme.generate(new LockUpdate.Keep());
        }
        acme.events.clear();
    }

    private String why(String name, AnswerFormat format) {
        return Why.run(
                acme.query(),
                Optional.of(name).filter(given -> !given.isEmpty()),
                acme.access(),
                format,
                acme.events::add);
    }

    @Test
    void namesWhoNeedsItWhoBoundsItAndWhatHoldsIt() {
        assertThat(why("idna", AnswerFormat.TEXT)).isEqualTo("""
                idna 2.9 from test on all targets
                  needed by
                    app 1.0 -> idna 2.9, declared by com.acme.app (src/com/acme/app.java:4)
                  bounded by
                    "idna>=1" of app 1.0
                    "idna<3,>=2" of mid 1.0
                  why not newer
                    3.7 is out; what holds it is "idna<3,>=2" of mid 1.0
                  files
                    idna-2.9-py3-none-any.whl for all targets: its best tag there is py3-none-any
                """);
        assertThat(why("mid", AnswerFormat.TEXT))
                .contains("2.0 is out; what holds it is \"mid<2\" of constraints\n", "\"mid>=1\" of app 1.0\n");
        assertThat(why("app", AnswerFormat.TEXT))
                .contains(
                        "  needed by\n    app 1.0, declared by com.acme.app (src/com/acme/app.java:4)\n",
                        "    \"app<2\" of com.acme.app (src/com/acme/app.java:4)\n",
                        "  why not newer\n    it is the newest\n");
        assertThat(acme.events).isEmpty();
    }

    @Test
    void saysWhatTheCacheDoesNotHave() throws IOException {
        CacheUpkeep.run(home.resolve("cache"), Optional.of(PruneRule.CLEAN), acme.events::add);

        assertThat(why("idna", AnswerFormat.TEXT))
                .contains(
                        "    (not in the cache: what app 1.0, mid 1.0 ask for)\n",
                        "    the cache does not have the releases of it: mvn wheels:outdated asks for them\n");
    }

    @Test
    void isTheSameAsJson() throws IOException {
        JsonNode idna = new ObjectMapper()
                .readTree(why("idna", AnswerFormat.JSON))
                .path("packages")
                .path(0);

        assertThat(idna.path("neededBy").path(0).path("way").findValuesAsText("name"))
                .containsExactly("app", "idna");
        assertThat(idna.path("boundedBy").findValuesAsText("requirement")).containsExactly("idna>=1", "idna<3,>=2");
        assertThat(idna.path("outlook").toString())
                .isEqualTo("{\"name\":\"idna\",\"version\":\"2.9\",\"source\":\"test\",\"newest\":\"3.7\","
                        + "\"allowed\":\"2.9\",\"holds\":[\"\\\"idna<3,>=2\\\" of mid 1.0\"]}");
    }

    @Test
    void wantsAName() {
        assertThatThrownBy(() -> why("", AnswerFormat.TEXT))
                .satisfies(ProblemExample.printed("D223"))
                .hasMessageStartingWith("[wheels/D223] ");
        assertThatThrownBy(() -> why(" ", AnswerFormat.TEXT)).hasMessageStartingWith("[wheels/D223] ");
        assertThatThrownBy(() -> why("idan", AnswerFormat.TEXT))
                .satisfies(ProblemExample.printed("D221"))
                .hasMessageContaining("[wheels/D221] ")
                .hasMessageContaining("did you mean -Dwheels.package=idna?");
    }
}
