// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.TargetChoice;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was not looked at is counted and named, and if nothing was looked at, that does not count as passed. */
class UncheckedTest {
    private static final TargetDeclaration LINUX = new TargetDeclaration(Platform.X86_64_LINUX, "2.39");
    private static final TargetDeclaration ARM = new TargetDeclaration(Platform.AARCH64_LINUX, "2.39");
    private static final TargetDeclaration MAC = new TargetDeclaration(Platform.AARCH64_DARWIN, "14.0");

    @TempDir
    Path home;

    private Acme generated(LoopbackIndex index, TargetDeclaration... targets) {
        index.add(WheelBuilder.of("demo", "1.0").build());
        Acme acme = new Acme(home)
                .source("acme", index.uri())
                .targets(List.of(targets), "3.12")
                .wheel("demo", "acme");
        acme.generate(new LockUpdate.Keep());
        return acme;
    }

    private static List<String> warnings(Acme acme) {
        return acme.events.stream()
                .filter(WheelsEvent.Warned.class::isInstance)
                .map(event -> ((WheelsEvent.Warned) event).problem().toString())
                .filter(text -> text.contains("C606"))
                .toList();
    }

    @Test
    void targetsOfOtherMachinesAreCountedAndNamed() {
        try (LoopbackIndex index = LoopbackIndex.start()) {
            Acme acme = generated(index, LINUX, ARM, MAC);
            assertThat(acme.verify(TargetChoice.HOST).lines())
                    .contains("not run  2 targets of other machines: cp312-aarch64-darwin, cp312-aarch64-linux"
                            + " (-Dwheels.targets=all looks at them)");
            assertThat(warnings(acme)).isEmpty();
            assertThat(acme.verify(TargetChoice.ALL).lines()).noneMatch(line -> line.contains("of other machines"));
        }
    }

    @Test
    void aLockForOtherMachinesOnlyIsWarnedOf() {
        try (LoopbackIndex index = LoopbackIndex.start()) {
            Acme acme = generated(index, MAC);
            assertThat(acme.verify(TargetChoice.HOST).lines())
                    .contains("not run  1 target of other machines: cp312-aarch64-darwin"
                            + " (-Dwheels.targets=all looks at them)");
            assertThat(warnings(acme))
                    .singleElement()
                    .asString()
                    .satisfies(ProblemExample.printed("C606"))
                    .contains(
                            "no wheel was checked: nothing is locked for x86_64-linux, only for cp312-aarch64-darwin",
                            "-Dwheels.targets=all");
        }
    }

    @Test
    void aLockWithoutWheelsIsWarnedOf() {
        Acme acme = new Acme(home);
        acme.generate(new LockUpdate.Keep());
        VerifyOutcome outcome = acme.verify(TargetChoice.HOST);
        assertThat(outcome.problems()).isEmpty();
        assertThat(warnings(acme)).singleElement().asString().contains("no wheel was checked: the lock has none");
        assertThat(new Acme(home).audit("").lines())
                .containsExactly("Audited 0 packages: nothing is locked that could be audited");
    }
}
