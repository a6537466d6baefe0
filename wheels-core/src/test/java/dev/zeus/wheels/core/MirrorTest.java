// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.check.Check;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.ServedFile;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One developer reads a source from a mirror, the others do not: the lock is the same for all. */
final class MirrorTest {
    private static final String FILE = "/files/demo-1.0-py3-none-any.whl";

    @TempDir
    Path home;

    private final LoopbackIndex index = LoopbackIndex.start();
    private final LoopbackIndex mirror = LoopbackIndex.start();
    private String before = "";

    @BeforeEach
    void lockWithoutTheMirror() throws IOException {
        ServedFile file = ServedFile.of(wheel("1.0"));
        index.add(file.uploaded("2026-01-02T03:04:05Z"));
        // A mirror often lists neither times nor digests.
        mirror.add(file.sha256(Optional.empty()).withoutMetadata());
        acme().generate(new LockUpdate.Keep());
        before = lock();
    }

    @AfterEach
    void stop() {
        index.close();
        mirror.close();
    }

    @Test
    void changesNothingWhereNothingMoves() throws IOException {
        mirrored().generate(new LockUpdate.UpgradeAll());
        assertThat(lock()).isEqualTo(before);
        mirrored().generate(new LockUpdate.UpgradeSource("acme"));
        assertThat(lock()).isEqualTo(before);
        assertThat(mirror.count("/simple/demo/")).isPositive();
    }

    @Test
    void changesNothingOfWhatADeclarationBesideItKeeps() throws IOException {
        mirror.add(WheelBuilder.of("more", "1.0").file("more.py", "").build());
        Acme acme = mirrored().wheel("more", "acme");
        acme.generate(new LockUpdate.Keep());
        assertThat(lock()).contains(before.substring(before.indexOf("name = \"demo\""), before.indexOf("sums = ")));
    }

    @Test
    void saysOfNewFilesThatTheyAreLockedAtTheMirror() {
        mirror.add(wheel("2.0"));
        Acme acme = mirrored();
        acme.generate(new LockUpdate.UpgradeAll());

        LockedPackage demo = acme.lock().packages().get(0);
        assertThat(demo.version()).hasToString("2.0");
        assertThat(demo.index()).isEqualTo(index.uri());
        assertThat(demo.wheels().get(0).url()).isEqualTo(mirror.uri().resolve("../files/demo-2.0-py3-none-any.whl"));
        assertThat(warnings(acme))
                .satisfies(ProblemExample.printed("L208"))
                .contains("[wheels/L208] \"demo-2.0-py3-none-any.whl\" is locked at the address that the mirror of"
                        + " \"acme\" gives\n  hint: if others cannot reach that, lock them without -Dwheels.index.acme,"
                        + " or declare the mirror's address in @Source");
    }

    @Test
    void hasTheLockedWheelsForTheChecks() throws IOException {
        index.always(FILE, Answer.status(403));
        forgetWheels();
        assertThat(hash(acme())).isInstanceOf(Outcome.Failed.class);
        assertThat(hash(mirrored())).isEqualTo(new Outcome.Passed());
        assertThat(mirror.count(FILE)).isEqualTo(1);
    }

    @Test
    void isNotBelievedWhereItHasAnotherFile() throws IOException {
        mirror.always(FILE, Answer.bytes("another".getBytes(StandardCharsets.UTF_8)));
        forgetWheels();
        assertThat(hash(mirrored())).isEqualTo(new Outcome.Passed());
        assertThat(index.count(FILE)).isPositive();
    }

    private Acme acme() {
        return new Acme(home).source("acme", index.uri()).wheel("demo", "acme");
    }

    private Acme mirrored() {
        return acme().mirror("acme", mirror.uri());
    }

    private static BuiltWheel wheel(String version) {
        return WheelBuilder.of("demo", version).file("demo.py", "").build();
    }

    private String lock() throws IOException {
        return Files.readString(home.resolve("generated").resolve(GeneratedFiles.LOCK_FILE));
    }

    private static Outcome hash(Acme acme) {
        LockedWheels locked = acme.locked();
        return locked.check(locked.lock(acme.events::add), acme.events::add).stream()
                .filter(result -> result.check() == Check.HASH)
                .map(CheckResult::outcome)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> warnings(Acme acme) {
        return acme.events.stream()
                .filter(WheelsEvent.Warned.class::isInstance)
                .map(event -> ((WheelsEvent.Warned) event).problem().toString())
                .toList();
    }

    private void forgetWheels() {
        FileTree.deleteAll(FileTree.files(home.resolve("cache"), ".whl"));
    }
}
