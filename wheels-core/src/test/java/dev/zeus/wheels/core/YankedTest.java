// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.python.Yank;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.ServedFile;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
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

    @Test
    void keepsTheFactAndTheReasonInTheLock() {
        Acme acme = acme("==2.0");
        acme.generate(new LockUpdate.Keep());
        assertThat(yanked(acme)).contains(new Yank("broken \\u001b build"));
        assertThat(acme.locked().lock(EventSink.SILENT)).isEqualTo(acme.lock());

        list(page(false));
        acme.generate(lookAgain());
        assertThat(yanked(acme)).isEmpty();
    }

    @Test
    @Proves(
            id = "fault 44",
            given = "a locked file that was yanked since, of a version that was not",
            outcome = "it stays, and L205 warns with the reason")
    void keepsALockedFileThatWasYankedSince() {
        Acme acme = acme("");
        list(page(false));
        acme.generate(new LockUpdate.Keep());
        index.add(ServedFile.of(WheelBuilder.of("demo", "2.0").build("7").build()));
        list(page(true) + "<a href=/files/demo-2.0-7-py3-none-any.whl>demo-2.0-7-py3-none-any.whl</a>");
        acme.generate(lookAgain());

        assertThat(acme.versions()).containsExactly("demo 2.0 from acme");
        assertThat(acme.lock().packages().get(0).wheels())
                .extracting(LockedWheel::name)
                .containsExactly("demo-2.0-py3-none-any.whl");
        assertThat(yanked(acme)).contains(new Yank("for demo-2.0"));
        assertThat(acme.events)
                .asString()
                .satisfies(ProblemExample.printed("L205"))
                .contains("L205", "\"demo-2.0-py3-none-any.whl\" is locked, and has been yanked since: for demo-2.0");
    }

    @Test
    @Proves(
            id = "fault 44",
            given = "a locked version that was yanked since",
            outcome = "it stays until it is let move, and R206 warns with the reason")
    void keepsALockedVersionThatWasYankedSince() {
        Acme acme = acme("");
        list(page(false));
        acme.generate(new LockUpdate.Keep());
        list(page(true));
        acme.generate(new LockUpdate.Keep());
        assertThat(acme.versions()).containsExactly("demo 2.0 from acme");

        acme.generate(lookAgain());
        assertThat(acme.versions()).containsExactly("demo 2.0 from acme");
        assertThat(acme.events).asString().contains("R206", "has been yanked: for demo-2.0");

        acme.generate(new LockUpdate.UpgradeAll());
        assertThat(acme.versions()).containsExactly("demo 1.0 from acme");
    }

    @Test
    void leavesTheEntriesOfOtherSourcesAsTheyAre() {
        try (LoopbackIndex other = LoopbackIndex.start()) {
            other.add(WheelBuilder.of("other", "1.0").build());
            Acme acme = acme("==2.0").source("other", other.uri()).wheel("other", "other");
            acme.generate(new LockUpdate.Keep());
            list(page(false));
            acme.generate(new LockUpdate.UpgradeSource("other"));
            assertThat(yanked(acme)).isPresent();
        }
    }

    /** An update that looks at every page, and asks for nothing. */
    private static LockUpdate lookAgain() {
        return new LockUpdate.UpgradePackages(new TreeSet<>());
    }

    private static Optional<Yank> yanked(Acme acme) {
        return acme.lock().packages().get(0).standing().yanked();
    }

    /** Lists other files from now on. */
    private void list(String page) {
        index.always("/simple/demo/", Answer.html(page));
    }

    /** Both releases, the second one yanked or not. */
    private static String page(boolean yanked) {
        return "<a href=/files/demo-1.0-py3-none-any.whl>demo-1.0-py3-none-any.whl</a><a href=/files/demo-2.0-py3-none-any.whl"
                + (yanked ? " data-yanked=\"for demo-2.0\"" : "") + ">demo-2.0-py3-none-any.whl</a>";
    }

    private Acme acme(String version) {
        return new Acme(home).source("acme", index.uri()).wheel("demo", "acme", version);
    }

    private static ServedFile served(String version) {
        return ServedFile.of(
                WheelBuilder.of("demo", version).file("demo/__init__.py", "").build());
    }
}
