// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markers of a wheel that parse and have no answer: the version is left out, and the run goes on. */
class UnansweredMarkersTest {
    @TempDir
    private Path home;

    private final LoopbackIndex index = LoopbackIndex.start();

    @BeforeEach
    void addLibrary() {
        index.add(WheelBuilder.of("base", "1.0").build());
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sys_platform ~= \"linux\"",
                "os_name === \"posix\"",
                "os_name == \"nt\" and sys_platform ~= \"linux\"",
                "python_version ~= \"3\"",
                "platform_release ~= \"6.x\"",
                "extra ~= \"x\"",
                "\"x\" in extras",
                "\"x\" not in dependency_groups",
                "\"3.12\" ~= \"3.12\""
            })
    void leaveOutTheVersionThatHasThem(String marker) {
        index.add(WheelBuilder.of("demo", "2.0").requires("base; " + marker).build());
        Acme acme = new Acme(home).source("acme", index.uri()).wheel("demo", "acme");

        assertThatThrownBy(() -> acme.generate(new LockUpdate.Keep()))
                .hasMessageContainingAll(
                        "[wheels/R201]", "demo 2.0 has broken metadata: the marker of \"base;", " has no answer: ")
                .hasMessageContaining("hint: use another version of \"demo\", and tell its authors");

        index.add(WheelBuilder.of("demo", "1.0").build());
        acme.generate(new LockUpdate.UpgradeAll());
        assertThat(acme.versions()).containsExactly("demo 1.0 from acme");
        assertThat(acme.events).asString().contains("R213", "demo 2.0 has broken metadata: the marker of");
    }

    /** Each extra asks for the next: what the first one needs is all that any of them does. */
    @ParameterizedTest
    @CsvSource({"400, demo 2.0 from acme", "3000, demo 1.0 from acme"})
    void leaveOutTheVersionThatAsksItselfForTooMuch(int extras, String locked) {
        WheelBuilder chain = WheelBuilder.of("demo", "2.0").requires("base; extra == \"e0\"");
        for (int i = 0; i < extras; i++) {
            chain.requires("demo[e" + (i + 1) + "]; extra == \"e" + i + "\"");
        }
        index.add(chain.build());
        index.add(WheelBuilder.of("demo", "1.0").build());
        Acme acme = new Acme(home).source("acme", index.uri()).wheel("demo", "acme");

        acme.generate(new LockUpdate.Keep());

        assertThat(acme.versions()).containsExactly(locked);
        assertThat(acme.events.toString().contains("asks itself for 3000 extras, more than are read"))
                .isEqualTo(extras == 3000);
    }
}
