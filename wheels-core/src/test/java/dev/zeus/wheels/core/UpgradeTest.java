// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upgrade of one package moves that one, and others only where it forces them. */
final class UpgradeTest {
    @TempDir
    Path home;

    private LoopbackIndex index;
    private Acme acme;
    private Set<String> before = Set.of();

    @BeforeEach
    void lockTheFirstReleases() {
        index = LoopbackIndex.start();
        for (String name : List.of("app", "engine", "other", "bystander")) {
            add(name, "1.0", name.equals("app") ? "engine" : "");
        }
        acme = new Acme(home).source("test", index.uri());
        List.of("app", "other", "bystander").forEach(name -> acme.wheel(name, "test"));
        acme.generate(new LockUpdate.Keep());
        before = entries();
        // Another file of a locked version, which fits better than the one that is locked.
        index.add(WheelBuilder.of("bystander", "1.0")
                .tags("cp312-cp312-manylinux_2_28_x86_64")
                .build());
        add("engine", "2.0", "");
        add("other", "2.0", "");
        add("bystander", "2.0", "");
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @Test
    void leavesAllOthersByteIdentical() {
        add("app", "2.0", "engine");
        acme.generate(upgrade("app"));

        assertThat(acme.versions())
                .containsExactly(
                        "app 2.0 from test", "bystander 1.0 from test", "engine 1.0 from test", "other 1.0 from test");
        assertThat(moved()).containsExactly("app");
    }

    @Test
    void movesWhatItForces() {
        add("app", "2.0", "engine>=2");
        acme.generate(upgrade("app"));

        assertThat(acme.versions())
                .containsExactly(
                        "app 2.0 from test", "bystander 1.0 from test", "engine 2.0 from test", "other 1.0 from test");
        assertThat(moved()).containsExactly("app", "engine");
    }

    @Test
    void ofAPackageWithoutNewerReleaseChangesNothing() {
        assertThat(acme.generate(upgrade("app")).files().isEmpty()).isTrue();
    }

    @Test
    void ofAllMovesAll() {
        acme.generate(new LockUpdate.UpgradeAll());

        assertThat(moved()).containsExactly("bystander", "engine", "other");
    }

    @Test
    void ofAPackageThatNobodyKnowsIsAnError() {
        assertThatThrownBy(() -> acme.generate(upgrade("engin")))
                .satisfies(ProblemExample.printed("D211"))
                .hasMessageContaining("D211")
                .hasMessageContaining("wheels.upgrade names \"engin\", which is neither declared nor locked")
                .hasMessageContaining("did you mean -Dwheels.upgrade=engine?");
    }

    @Test
    void ofASourceThatIsNotDeclaredIsAnError() {
        assertThatThrownBy(() -> acme.generate(new LockUpdate.UpgradeSource("tset")))
                .satisfies(ProblemExample.printed("D204"))
                .hasMessageContaining("D204")
                .hasMessageContaining("there is no source \"tset\"; declared: test")
                .hasMessageContaining("did you mean -Dwheels.source=test?");
    }

    @Test
    void fromAnAddressOfASourceThatIsMisspeltIsAnError() {
        acme.mirror("tset", index.uri());

        assertThatThrownBy(() -> acme.generate(new LockUpdate.UpgradeAll()))
                .satisfies(ProblemExample.printed("D213"))
                .hasMessageContaining("D213")
                .hasMessageContaining("wheels.index.tset is an address for \"tset\", which is not a source of this set")
                .hasMessageContaining("did you mean -Dwheels.index.test=…?");
    }

    @Test
    void fromAnAddressOfASourceOfAnotherModuleIsAWarning() {
        acme.mirror("internal-of-others", index.uri());
        acme.generate(new LockUpdate.UpgradeAll());

        assertThat(acme.events)
                .filteredOn(WheelsEvent.Warned.class::isInstance)
                .extracting(event -> ((WheelsEvent.Warned) event).problem().code())
                .contains("D213");
        assertThat(moved()).containsExactly("bystander", "engine", "other");
    }

    private void add(String name, String version, String requirement) {
        WheelBuilder wheel = WheelBuilder.of(name, version).file(name + "/__init__.py", "");
        index.add((requirement.isEmpty() ? wheel : wheel.requires(requirement)).build());
    }

    private static LockUpdate upgrade(String name) {
        return new LockUpdate.UpgradePackages(new TreeSet<>(Set.of(PackageName.parse(name))));
    }

    /** The packages whose entries have no byte-identical one in the lock before. */
    private SortedSet<String> moved() {
        return entries().stream()
                .filter(entry -> !before.contains(entry))
                .map(entry -> entry.lines().toList().get(1).split("\"", -1)[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The text of every package. */
    private Set<String> entries() {
        String text = acme.lock().toToml();
        Collection<String> parts =
                Arrays.asList(text.substring(0, text.indexOf("\n[tool.")).split("\n(?=\\[\\[packages\\]\\])", -1));
        return parts.stream().skip(1).collect(Collectors.toSet());
    }
}
