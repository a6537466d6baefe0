package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ServedFile;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases that were withdrawn. */
class YankedTest {
    @TempDir
    Path home;

    private LoopbackIndex index;

    @BeforeEach
    void start() {
        index = LoopbackIndex.start();
        index.add(served("1.0"));
        index.add(served("2.0").yanked("broken \u001b build"));
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @Test
    @Proves(id = "fault 43", given = "a yanked release in a range", outcome = "skipped")
    void skipsAYankedRelease() {
        Acme acme = acme("");
        acme.generate(new LockUpdate.Keep());
        assertThat(acme.versions()).containsExactly("demo 1.0 from acme");
        assertThat(acme.events).asString().doesNotContain("R206");
    }

    @Test
    @Proves(
            id = "fault 43",
            given = "a yanked release that is asked for exactly",
            outcome = "taken, and R206 warns with the reason")
    void takesAYankedReleaseThatIsAskedForExactly() {
        Acme acme = acme("==2.0");
        acme.generate(new LockUpdate.Keep());
        assertThat(acme.versions()).containsExactly("demo 2.0 from acme");
        assertThat(acme.events).asString().contains("R206", "has been yanked: broken \\u001b build");
    }

    private Acme acme(String version) {
        return new Acme(home).source("acme", index.uri()).wheel("demo", "acme", version);
    }

    private static ServedFile served(String version) {
        return ServedFile.of(
                WheelBuilder.of("demo", version).file("demo/__init__.py", "").build());
    }
}
