// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.cyclonedx.Version;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bills of materials as those who published their formats check and read them. */
class ExportedBillsTest {
    @TempDir
    Path home;

    private String exported(ExportRequest.Format format, String platform) {
        try (LoopbackIndex index = LoopbackIndex.start()) {
            index.add(WheelBuilder.of("app", "1.0")
                            .header("License-Expression: MIT OR Apache-2.0")
                            .header("Summary: An \"app\" with <b>, ümlauts and an address https://index.example/")
                            .header("Project-URL: Homepage, https://index.example/app")
                            .requires("idna<4", "fast; sys_platform == 'linux'")
                            .build())
                    .add(WheelBuilder.of("idna", "3.6+local.1")
                            .header("License: somebody's own")
                            .build())
                    .add(WheelBuilder.of("fast", "1!1.5rc1")
                            .tags("cp312-cp312-manylinux_2_17_x86_64")
                            .requires("idna", "app")
                            .build());
            Acme acme =
                    new Acme(home).onLinuxAndMac().source("acme", index.uri()).wheel("app", "acme");
            acme.generate(new LockUpdate.Keep());
            return Export.run(new ExportRequest(
                    acme.set(),
                    home.resolve("generated"),
                    format,
                    Optional.empty(),
                    Optional.of(platform).filter(each -> !each.isEmpty()),
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x86_64-linux"})
    void areCycloneDx(String platform) throws Exception {
        byte[] text = exported(ExportRequest.Format.CYCLONEDX, platform).getBytes(StandardCharsets.UTF_8);

        assertThat(new JsonParser().validate(text, Version.VERSION_16)).isEmpty();
        Bom bill = new JsonParser().parse(text);
        assertThat(bill.getSpecVersion()).isEqualTo("1.6");
        assertThat(bill.getComponents()).hasSize(3).allSatisfy(each -> {
            assertThat(each.getHashes()).isNotEmpty();
            assertThat(each.getPurl()).startsWith("pkg:pypi/");
        });
        assertThat(bill.getDependencies().stream()
                        .filter(each -> !each.getRef().equals("wheel-set"))
                        .map(Dependency::getRef))
                .containsExactlyElementsOf(bill.getComponents().stream()
                        .map(each -> each.getBomRef())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x86_64-linux"})
    void areSpdx(String platform) throws Exception {
        JsonNode document = new ObjectMapper().readTree(exported(ExportRequest.Format.SPDX, platform));

        assertThat(spdx().validate(document)).isEmpty();
    }

    /** Else the schema would be one that lets everything pass. */
    @Test
    void areNoSpdxWithoutWhatItAsksFor() throws Exception {
        assertThat(spdx().validate(new ObjectMapper().readTree("{\"spdxVersion\": 1}")))
                .isNotEmpty();
        assertThat(new JsonParser()
                        .validate("{\"bomFormat\": \"X\"}".getBytes(StandardCharsets.UTF_8), Version.VERSION_16))
                .isNotEmpty();
    }

    /** The schema that the tools of SPDX have with them. */
    private static JsonSchema spdx() throws Exception {
        try (InputStream in = Objects.requireNonNull(
                ExportedBillsTest.class.getResourceAsStream("/resources/spdx-schema-v2.3.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909)
                    .getSchema(new ObjectMapper().readTree(in));
        }
    }
}
