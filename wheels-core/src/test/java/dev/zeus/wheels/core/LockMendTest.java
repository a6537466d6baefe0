// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lock that is no longer whole is written anew, and moves nothing that need not move. */
class LockMendTest {
    @TempDir
    Path home;

    private LoopbackIndex index;
    private Acme acme;
    private String whole = "";

    @BeforeEach
    void lockTheFirstReleases() throws IOException {
        index = LoopbackIndex.start();
        add("1.0", "first");
        acme = new Acme(home).source("test", index.uri()).wheel("app", "test").wheel("other", "test");
        acme.generate(new LockUpdate.Keep());
        whole = Files.readString(lockFile());
        add("2.0", "first");
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 50, 10})
    void ofACutLockKeepsWhatIsThere(int percent) throws IOException {
        String cut = whole.substring(0, whole.length() * percent / 100);
        Files.writeString(lockFile(), cut);

        acme.generate(new LockUpdate.Keep());

        assertThat(acme.events).asString().contains("L103", "is cut after line", "it is rewritten");
        assertThat(acme.versions())
                .containsExactly(
                        "app " + (cut.contains("name = \"app\"") ? "1.0" : "2.0") + " from test",
                        "other " + (cut.contains("name = \"other\"") ? "1.0" : "2.0") + " from test");
    }

    @Test
    void ofAMergeTakesTheNewerSide() throws IOException {
        add("3.0", "first");
        Files.writeString(
                lockFile(),
                whole.replaceFirst(
                        "\nversion = \"1.0\"",
                        "\n<<<<<<< ours\nversion = \"1.0\"\n=======\nversion = \"2.0\"\n>>>>>>> theirs"));

        acme.generate(new LockUpdate.Keep());

        assertThat(acme.events).asString().contains("L101", "line 11");
        assertThat(acme.versions()).containsExactly("app 2.0 from test", "other 1.0 from test");
    }

    @Test
    void isNotMendedWhereNothingMayChange() throws IOException {
        Files.writeString(lockFile(), whole.replace("1.0", "2.0"));

        WheelsException refused =
                catchThrowableOfType(WheelsException.class, () -> acme.generate(new LockUpdate.Locked()));

        assertThat(refused).hasMessageContaining("[wheels/L103]").hasMessageContaining("was edited");
        assertThat(Files.readString(lockFile())).contains("2.0");
    }

    @Test
    void neverTakesAFileThatWasReplaced() {
        index.close();
        index = LoopbackIndex.start();
        add("1.0", "second");
        Acme later =
                new Acme(home).source("test", index.uri()).wheel("app", "test").wheel("other", "test");

        WheelsException refused = catchThrowableOfType(
                WheelsException.class,
                () -> later.generate(
                        new LockUpdate.UpgradePackages(new TreeSet<>(Set.of(PackageName.parse("other"))))));

        assertThat(refused)
                .hasMessageContaining("[wheels/L204]")
                .hasMessageContaining("app-1.0-py3-none-any.whl")
                .hasMessageContaining("-Dwheels.upgrade=app");
    }

    private Path lockFile() {
        return home.resolve("generated").resolve(GeneratedFiles.LOCK_FILE);
    }

    private void add(String version, String content) {
        for (String name : List.of("app", "other")) {
            index.add(WheelBuilder.of(name, version)
                    .file(name + "/__init__.py", content)
                    .build());
        }
    }
}
