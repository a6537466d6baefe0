// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.Provider;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.SdistBuilder;
import dev.zeus.wheels.testkit.ServedFile;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run with a network has done, the same run does without one. */
final class OfflineTest {
    @TempDir
    Path home;

    private final LoopbackIndex index = LoopbackIndex.start();

    @AfterEach
    void stop() {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"with its metadata beside it", "read in parts", "fetched whole"})
    void readsAgainWhatAnIndexWithoutDigestsHas(String how) throws IOException {
        for (String version : new String[] {"1.0", "2.0"}) {
            // The newest cannot be taken, so that its metadata is all that is ever read of it.
            ServedFile file = ServedFile.of(WheelBuilder.of("demo", version)
                            .requires(version.equals("2.0") ? "base>=9" : "base")
                            .file("demo.py", "")
                            .build())
                    .sha256(Optional.empty());
            index.add(how.startsWith("with") ? file : file.withoutMetadata());
            if (how.equals("fetched whole")) {
                index.always("/files/" + file.filename(), Answer.bytes(file.bytes()));
            }
        }
        index.add(
                ServedFile.of(WheelBuilder.of("base", "1.0").file("base.py", "").build())
                        .sha256(Optional.empty()));
        Acme acme = new Acme(home).source("acme", index.uri()).wheel("demo", "acme");
        acme.generate(new LockUpdate.Keep());

        again(acme);
    }

    @Test
    void buildsAgainFromASourceArchiveWithoutDigest() throws IOException {
        byte[] archive = SdistBuilder.of("demo", "1.0")
                .file("pyproject.toml", "[build-system]\nrequires = [\"setuptools\"]\n")
                .info("2.2")
                .file("demo.py", "")
                .bytes();
        index.add(ServedFile.of("demo", "demo-1.0.tar.gz", archive).sha256(Optional.empty()));
        Acme acme = new Acme(home).source("acme", index.uri()).wheel("demo", "acme", "", Provider.SDIST);
        acme.generate(new LockUpdate.Keep());

        again(acme);
    }

    @Test
    void saysOfPagesThatMayNotBeKeptThatTheyNeverAre() {
        index.add(WheelBuilder.of("demo", "1.0").file("demo.py", "").build());
        Answer page = Answer.html("<a href='../../files/demo-1.0-py3-none-any.whl'>demo-1.0-py3-none-any.whl</a>");
        index.always("/simple/demo/", page.with("Cache-Control", "private, no-store"));
        Acme acme = new Acme(home).source("acme", index.uri()).wheel("demo", "acme");
        acme.generate(new LockUpdate.Keep());

        WheelsException error =
                catchThrowableOfType(WheelsException.class, () -> acme.offline().generate(new LockUpdate.UpgradeAll()));
        assertThat(error.problem().code()).isEqualTo("X308");
        assertThat(error).hasMessageContaining("its server forbids storing it").hasMessageNotContaining("run once");
    }

    private void again(Acme acme) throws IOException {
        Path lock = home.resolve("generated").resolve(GeneratedFiles.LOCK_FILE);
        String before = Files.readString(lock);
        Files.delete(lock);
        index.server().forget();
        acme.offline().generate(new LockUpdate.Keep());
        assertThat(Files.readString(lock)).isEqualTo(before);
        assertThat(index.counts()).isEmpty();
    }
}
