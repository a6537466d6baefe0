// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.output.GeneratedDirectory;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/** A lock of three packages, one of which, an undeclared one, is known to be vulnerable. */
final class AuditFixture implements AutoCloseable {
    private static final String IDNA = "{\"id\": \"PYSEC-2024-60\", \"aliases\": [\"CVE-2024-3651\"],"
            + " \"fixed_in\": [\"3.7\", \"4.0\"], \"summary\": \"Takes \\\"quadratic\\\" time\"}";

    final LoopbackIndex index = LoopbackIndex.start();
    final Acme acme;
    private final Path home;

    AuditFixture(Path home) {
        this.home = home;
        index.add(WheelBuilder.of("app", "1.0").requires("idna<4").build());
        index.add(WheelBuilder.of("idna", "3.6").build());
        index.add(WheelBuilder.of("demo", "2.0").build());
        acme = new Acme(home).source("acme", index.uri()).wheel("app", "acme").wheel("demo", "acme", "<3");
        acme.generate(new LockUpdate.Keep());
        publish("app", "1.0", "");
        publish("idna", "3.6", IDNA);
        publish("demo", "2.0", "");
    }

    void publish(String name, String version, String advisories) {
        String body = "{\"info\": {\"name\": \"" + name + "\", \"version\": \"" + version
                + "\"}, \"vulnerabilities\": [" + advisories + "]}";
        answer(
                name,
                version,
                Answer.bytes(body.getBytes(StandardCharsets.UTF_8)).with("Content-Type", "application/json"));
    }

    void answer(String name, String version, Answer answer) {
        index.always("/pypi/" + name + "/" + version + "/json", answer);
    }

    SortedMap<String, String> files() {
        return new GeneratedDirectory(home.resolve("generated"), text -> true).read();
    }

    JsonNode result() throws IOException {
        return new ObjectMapper().readTree(Files.readString(home.resolve("result.json")));
    }

    /** What the lock says of vulnerabilities, once it is shown that a check has nothing against it. */
    List<String> known() {
        return acme.locked().lock(EventSink.SILENT).packages().stream()
                .flatMap(locked ->
                        locked.standing().vulnerabilities().stream().map(one -> locked.name() + " " + one.id()))
                .toList();
    }

    @Override
    public void close() {
        index.close();
    }
}
