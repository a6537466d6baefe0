// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.NixpkgsShare;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That nixpkgs supplies what it has in a version that is asked for, and wheels the rest. */
final class NixpkgsFirstTest {
    @TempDir
    Path home;

    private LoopbackIndex index;
    private Acme acme;

    @BeforeEach
    void start() {
        index = LoopbackIndex.start();
        List.of("1.0", "2.0", "3.0").forEach(version -> {
            index.add(WheelBuilder.of("engine", version).build());
            index.add(WheelBuilder.of("wagon", version).build());
            index.add(WheelBuilder.of("track", version).build());
        });
        index.add(WheelBuilder.of("app", "1.0")
                .requires("engine<3", "wagon>=3", "track", "rare")
                .build());
        index.add(WheelBuilder.of("rare", "1.0").requires("track").build());
        acme = new Acme(home).source("test", index.uri()).wheel("app", "test").policy(DependencyPolicy.NIXPKGS_FIRST);
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private void snapshot(String versions) {
        try {
            Files.writeString(
                    home.resolve("nixpkgs-snapshot.json"),
                    "{\"schema\": 1, \"release\": \"\", \"targets\": [\"cp312-x86_64-linux\"], \"versions\": {"
                            + versions + "}}");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> supplied() {
        return acme.lock().nixpkgs().map(NixpkgsShare::packages).orElseThrow().stream()
                .map(PackageName::value)
                .toList();
    }

    private String rendered() throws IOException {
        return Files.readString(home.resolve("generated/test/universal.nix"));
    }

    @Test
    void takesTheVersionsOfNixpkgsWhereTheyFit() throws IOException {
        snapshot("\"engine\": \"1.0\", \"wagon\": \"2.0\", \"track\": \"2.0\", \"app\": \"1.0\"");

        acme.generate(new LockUpdate.Keep());

        assertThat(acme.versions())
                .containsExactly(
                        "app 1.0 from test",
                        "engine 1.0 from test",
                        "rare 1.0 from test",
                        "track 2.0 from test",
                        "wagon 3.0 from test");
        assertThat(supplied()).containsExactly("engine", "track");
        assertThat(rendered())
                .contains("app.\"1.0\"", "rare.\"1.0\"", "wagon.\"3.0\"", "ps.engine", "ps.track")
                .doesNotContain("engine.\"", "track.\"", "relaxDeps");
    }

    @Test
    void followsASnapshotThatChanged() {
        snapshot("\"engine\": \"1.0\"");
        acme.generate(new LockUpdate.Keep());
        snapshot("\"engine\": \"2.0\"");

        assertThatThrownBy(() -> acme.generate(new LockUpdate.Locked()))
                .isInstanceOf(WheelsException.class)
                .hasMessageContaining("L201");
        acme.generate(new LockUpdate.Keep());

        assertThat(acme.versions()).contains("engine 2.0 from test");
        assertThat(supplied()).containsExactly("engine");
    }

    @Test
    void aCheckNoticesASnapshotThatChanged() throws IOException {
        snapshot("\"engine\": \"1.0\"");
        acme.generate(new LockUpdate.Keep());
        assertThat(acme.locked().lock(event -> {})).isEqualTo(acme.lock());
        snapshot("\"engine\": \"2.0\"");

        assertThatThrownBy(() -> acme.locked().lock(event -> {}))
                .isInstanceOf(WheelsException.class)
                .hasMessageContaining("C101")
                .hasMessageContaining("nixpkgs-snapshot.json")
                .hasMessageContaining("mvn wheels:generate");
        Files.delete(home.resolve("nixpkgs-snapshot.json"));
        assertThatThrownBy(() -> acme.locked().lock(event -> {}))
                .isInstanceOf(WheelsException.class)
                .satisfies(ProblemExample.printed("N305"))
                .hasMessageContaining("N305");
    }

    @Test
    void relaxesOnlyWhatNixpkgsHasInAnotherVersion() throws IOException {
        snapshot("\"engine\": \"2.0\", \"track\": \"0.9\"");
        acme.policy(DependencyPolicy.WHEELS)
                .wheel("engine", "test", "", Provider.NIXPKGS)
                .wheel("track", "test", "", Provider.NIXPKGS);

        acme.generate(new LockUpdate.Keep());

        assertThat(supplied()).containsExactly("engine");
        assertThat(rendered()).contains("relaxDeps = [ \"track\" ];").contains("wagon.\"3.0\"");
    }

    @Test
    void needsASnapshot() {
        assertThatThrownBy(() -> acme.generate(new LockUpdate.Keep()))
                .isInstanceOf(WheelsException.class)
                .hasMessageContaining("N305")
                .hasMessageContaining("mvn wheels:snapshot");
    }

    @Test
    void saysWhatIsWrongWithASnapshot() {
        snapshot("\"engine\": 1");
        acme.generate(new LockUpdate.Keep());
        assertThat(supplied()).isEmpty();
        snapshot("\"engine\": \"1.0\"},");
        assertThatThrownBy(() -> acme.generate(new LockUpdate.Keep()))
                .isInstanceOf(WheelsException.class)
                .hasMessageContaining("L301");
    }
}
