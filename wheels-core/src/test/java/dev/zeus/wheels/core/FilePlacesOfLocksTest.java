// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks that were edited consistently: address, hash, size, places and digests. */
final class FilePlacesOfLocksTest {
    @TempDir
    Path home;

    private LoopbackIndex index;
    private LoopbackIndex other;
    private final BuiltWheel wheel = WheelBuilder.of("demo", "1.0").build();

    @BeforeEach
    void serve() {
        index = LoopbackIndex.start();
        other = LoopbackIndex.start();
        index.add(wheel);
        other.add(WheelBuilder.of("demo", "1.0").file("demo.py", "evil = 1\n").build());
    }

    @AfterEach
    void stop() {
        index.close();
        other.close();
    }

    private Acme acme() {
        return new Acme(home).source("test", index.uri()).wheel("demo", "test");
    }

    private Acme declared(String... places) {
        return new Acme(home).source("test", index.uri(), List.of(places)).wheel("demo", "test");
    }

    /** What is generated in a clone whose lock was changed so, with everything else as it has to be. */
    private void edit(URI url, Sha256 sha256) throws IOException {
        Path file = home.resolve("generated/pylock.toml");
        Lock lock = Lock.parse(Files.readString(file));
        List<LockedPackage> packages = lock.packages().stream()
                .map(locked -> new LockedPackage(
                        locked.name(),
                        locked.version(),
                        locked.source(),
                        locked.index(),
                        locked.requiresPython(),
                        locked.targets(),
                        locked.dependencies(),
                        locked.optionalDependencies(),
                        locked.wheels().stream()
                                .map(each -> new LockedWheel(
                                        each.filename(),
                                        url,
                                        sha256,
                                        OptionalLong.empty(),
                                        each.uploadTime(),
                                        each.targets()))
                                .toList(),
                        locked.sdist(),
                        locked.facts()))
                .toList();
        Lock edited = new Lock(lock.inputs(), lock.uploadedBefore(), lock.targets(), packages, lock.nixpkgs());
        for (var each : GeneratedFiles.of(acme().set(), edited, Path.of("generated"), SourceRoots.none())
                .entrySet()) {
            Files.writeString(home.resolve("generated").resolve(each.getKey()), each.getValue());
        }
    }

    /** The page of the index says that its files are on the other server, which has the same. */
    private void filesAtTheOther() {
        other.add(wheel);
        index.always(
                "/simple/demo/",
                Answer.html("<!DOCTYPE html><html><body><a href=\"" + elsewhere() + "#sha256=" + wheel.sha256() + "\">"
                        + wheel.filename() + "</a></body></html>"));
    }

    private static List<String> warnings(Acme acme) {
        return acme.events.stream()
                .filter(WheelsEvent.Warned.class::isInstance)
                .map(event -> ((WheelsEvent.Warned) event).problem().toString())
                .toList();
    }

    private URI elsewhere() {
        return other.uri().resolve("/files/" + wheel.filename());
    }

    @Test
    void aLockWithItsOwnListOfPlacesIsTold() throws IOException {
        acme().generate(new LockUpdate.Keep());
        edit(elsewhere(), Sha256.of(new byte[] {1}));

        assertThatThrownBy(() -> acme().generate(new LockUpdate.Locked()))
                .satisfies(ProblemExample.printed("L204"))
                .hasMessageContaining("[wheels/L204]")
                .hasMessageContaining("\"" + wheel.filename() + "\"");
        assertThatThrownBy(() -> acme().locked().lock(EventSink.SILENT)).hasMessageContaining("[wheels/L204]");
        assertThatThrownBy(() -> acme().generate(new LockUpdate.Keep())).hasMessageContaining("[wheels/L204]");
        // From the cache, too.
        assertThatThrownBy(() -> acme().offline().locked().lock(EventSink.SILENT))
                .hasMessageContaining("[wheels/L204]");
        assertThatThrownBy(() -> acme().offline().generate(new LockUpdate.Locked()))
                .hasMessageContaining("[wheels/L204]");

        acme().generate(new LockUpdate.UpgradeAll());
        assertThat(Files.readString(home.resolve("generated/pylock.toml")))
                .doesNotContain(other.uri().getAuthority());
    }

    @Test
    void aPlaceThatOnlyTheLockKnowsIsTold() throws IOException {
        acme().generate(new LockUpdate.Keep());
        edit(elsewhere(), new Sha256(wheel.sha256()));
        assertThatThrownBy(() -> acme().generate(new LockUpdate.Locked()))
                .satisfies(ProblemExample.printed("L106"))
                .hasMessageContaining("[wheels/L106]")
                .hasMessageContaining(other.uri().getAuthority());
        assertThatThrownBy(() -> acme().locked().lock(EventSink.SILENT)).hasMessageContaining("[wheels/L106]");

        Acme mending = acme();
        mending.generate(new LockUpdate.Keep());
        assertThat(warnings(mending)).anyMatch(text -> text.contains("[wheels/L106]"));
        assertThat(Files.readString(home.resolve("generated/pylock.toml")))
                .doesNotContain(other.uri().getAuthority());
    }

    @Test
    void aPlaceThatOnlyTheLockKnowsIsNotBelievedWhereNobodyCanBeAsked() throws IOException {
        acme().generate(new LockUpdate.Keep());
        edit(elsewhere(), new Sha256(wheel.sha256()));
        index.always("/simple/demo/", Answer.status(404));
        assertThatThrownBy(() -> acme().locked().lock(EventSink.SILENT))
                .satisfies(ProblemExample.printed("L107"))
                .hasMessageContaining("[wheels/L107]")
                .hasMessageContaining("demo");
    }

    @Test
    void aPlaceThatThePagesOfTheIndexNameIsBelieved() throws IOException {
        filesAtTheOther();
        acme().generate(new LockUpdate.Keep());
        assertThatCode(() -> acme().locked().lock(EventSink.SILENT)).doesNotThrowAnyException();
        assertThatCode(() -> acme().generate(new LockUpdate.Locked())).doesNotThrowAnyException();

        // The same place with other bytes is another matter.
        edit(elsewhere(), Sha256.of(new byte[] {1}));
        assertThatThrownBy(() -> acme().locked().lock(EventSink.SILENT)).hasMessageContaining("[wheels/L204]");
    }

    @Test
    void aDeclaredPlaceIsBelievedAndNoOtherIs() throws IOException {
        acme().generate(new LockUpdate.Keep());
        edit(elsewhere(), new Sha256(wheel.sha256()));
        int asked = index.counts().size();
        assertThatCode(() -> declared("http://" + other.uri().getAuthority())
                        .locked()
                        .lock(EventSink.SILENT))
                .doesNotThrowAnyException();
        assertThat(index.counts()).hasSize(asked);
        assertThatThrownBy(() -> declared("https://files.example").locked().lock(EventSink.SILENT))
                .hasMessageContaining("[wheels/L106]")
                .hasMessageContaining("https://files.example");
    }

    @Test
    void aNewPlaceIsSaid() throws IOException {
        acme().generate(new LockUpdate.Keep());
        filesAtTheOther();
        Acme moved = acme();
        moved.generate(new LockUpdate.UpgradeAll());
        assertThat(warnings(moved)).asString().satisfies(ProblemExample.printed("L206"));
        assertThat(warnings(moved))
                .anyMatch(text -> text.contains("[wheels/L206]")
                        && text.contains(other.uri().getAuthority()));
    }
}
