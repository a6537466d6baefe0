package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The versions that another tool had locked, in the first lock of ours. */
class ImportedVersionsTest {
    @TempDir
    Path home;

    private final LoopbackIndex index = LoopbackIndex.start();
    private Acme acme;

    @BeforeEach
    void publish() {
        index.add(WheelBuilder.of("app", "1.0").requires("idna<4").build());
        index.add(WheelBuilder.of("app", "1.1").requires("idna<4").build());
        index.add(WheelBuilder.of("idna", "3.6").build());
        index.add(WheelBuilder.of("idna", "3.7").build());
        acme = new Acme(home).source("acme", index.uri()).wheel("app", "acme");
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private void importing(String text) throws IOException {
        Path file = home.resolve("requirements.txt");
        Files.writeString(file, text);
        Import.run(new ImportRequest(
                file,
                home.resolve("src"),
                "com.acme.python",
                home.resolve("generated"),
                Optional.empty(),
                Optional.empty(),
                Set.of()));
    }

    @Test
    void areKeptByTheFirstGenerate() throws IOException {
        importing("app==1.0\n    # via -r requirements.in\nidna==3.6\n    # via app\n");

        acme.generate(new LockUpdate.Keep());

        assertThat(acme.versions()).containsExactly("app 1.0 from acme", "idna 3.6 from acme");
        assertThat(acme.events)
                .contains(new WheelsEvent.Noted(
                        "Taking the imported versions of 2 packages, where they fit what is declared"))
                .noneMatch(WheelsEvent.Warned.class::isInstance);
        acme.generate(new LockUpdate.UpgradeAll());
        assertThat(acme.versions()).containsExactly("app 1.1 from acme", "idna 3.7 from acme");
    }

    @Test
    void giveWayWhereTheyAreNotThere() throws IOException {
        importing("app==0.9\n    # via -r requirements.in\nidna==3.6\n    # via app\n");

        acme.generate(new LockUpdate.Keep());

        assertThat(acme.versions()).containsExactly("app 1.1 from acme", "idna 3.6 from acme");
    }

    @Test
    void areNoLockThatMayBeLeftAsItIs() throws IOException {
        importing("app==1.0\n");

        assertThat(catchThrowableOfType(WheelsException.class, () -> acme.generate(new LockUpdate.Locked()))
                        .problem()
                        .code())
                .isEqualTo("L201");
    }

    @Test
    void aLockOfAnotherToolIsToldBeforeAnythingIsAsked() throws IOException {
        Path lock = home.resolve("generated/pylock.toml");
        Files.createDirectories(lock.getParent());
        Files.writeString(lock, "# by uv\nlock-version = \"1.0\"\ncreated-by = \"uv\"\npackages = []\n");

        WheelsException problem =
                catchThrowableOfType(WheelsException.class, () -> acme.generate(new LockUpdate.Keep()));

        assertThat(problem.problem().code()).isEqualTo("I108");
        assertThat(problem.problem().message()).contains("a lock of \"uv\"");
        assertThat(problem.problem().hint()).contains("mvn wheels:import");
        assertThat(index.counts()).isEmpty();
        assertThat(lock).content().contains("created-by = \"uv\"");
    }
}
