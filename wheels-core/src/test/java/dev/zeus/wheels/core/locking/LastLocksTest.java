// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.Acme;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.PageStyle;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM that stays knows of a lock that was removed: whom to ask first. */
class LastLocksTest {
    @TempDir
    Path home;

    /** The page of the first is held back until the last one is asked for, which only the last is known to need. */
    @Test
    void asksAtOnceForAllThatWasLocked() {
        try (LoopbackIndex index = LoopbackIndex.start().style(PageStyle.JSON)) {
            index.add(WheelBuilder.of("first", "1.0").requires("second").build());
            index.add(WheelBuilder.of("second", "1.0").requires("third").build());
            index.add(WheelBuilder.of("third", "1.0").build());
            Acme acme = new Acme(home).source("acme", index.uri()).wheel("first", "acme");
            acme.generate(new LockUpdate.Keep());
            FileTree.delete(home.resolve("generated"));
            index.server().forget();
            index.hold("/simple/first/", "/simple/third/");
            acme.generate(new LockUpdate.Keep());
            assertThat(acme.versions()).hasSize(3);
            assertThat(index.counts().values()).allMatch(count -> count == 1);
        }
    }

    @Test
    void forgetsTheOneThatWasAskedForLongestAgo() {
        LastLocks locks = new LastLocks();
        Lock lock = new Lock(new LockInputs("a".repeat(64)), Optional.empty(), List.of(), List.of());
        IntStream.range(0, LastLocks.MOST).forEach(i -> locks.remember(Path.of("p" + i), lock));
        assertThat(locks.of(Path.of("p0"))).contains(lock);
        locks.remember(Path.of("another"), lock);
        assertThat(locks.of(Path.of("p0"))).contains(lock);
        assertThat(locks.of(Path.of("p1"))).isEmpty();
    }
}
