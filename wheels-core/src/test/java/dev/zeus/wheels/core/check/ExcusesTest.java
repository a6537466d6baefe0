// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.ExcuseDeclaration;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.testkit.ProblemExample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExcusesTest {
    private static final Target TARGET = new Target("3.12", Platform.X86_64_LINUX, "2.39");
    private static final Lock LOCK =
            new Lock(new LockInputs("sha256:" + "0".repeat(64)), Optional.empty(), List.of(TARGET), List.of());

    private final List<WheelsEvent> events = new ArrayList<>();

    private Outcome applied(String code, ExcuseDeclaration... excuses) {
        CheckResult result = new CheckResult(
                PackageName.parse("decord"),
                Check.RECORD,
                TARGET.id(),
                new Outcome.Failed(new Problem(code, "a lie", "tell its authors")));
        return new Excuses(List.of(excuses))
                .apply(List.of(result), LOCK, List.of(TARGET), events::add)
                .get(0)
                .outcome();
    }

    @Test
    void excusesThePackageAndTheCodeAndNothingElse() {
        ExcuseDeclaration excuse = new ExcuseDeclaration("decord", List.of("C206"), "known");

        assertThat(applied("C206", excuse)).isInstanceOfSatisfying(Outcome.Excused.class, excused -> {
            assertThat(excused.reason()).isEqualTo("known");
            assertThat(excused.problem().code()).isEqualTo("C206");
        });
        assertThat(applied("C204", excuse)).isInstanceOf(Outcome.Failed.class);
        assertThat(applied("C206", new ExcuseDeclaration("other", List.of("C206"), "known")))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void theHintOfEveryCodeThatCanBeExcusedSaysHow() {
        for (String code : ExcuseDeclaration.CODES) {
            Outcome outcome = applied(code);
            if (outcome instanceof Outcome.Failed failed) {
                assertThat(failed.problem().hint())
                        .contains("excuses = @Excuse(of = \"decord\", codes = \"" + code + "\", reason = \"…\")");
            } else {
                assertThat(code).isEqualTo("C223");
            }
        }
        assertThat(applied("C211"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.problem().hint()).isEqualTo("tell its authors"));
    }

    @Test
    void warnsOfWhatInstallersPassOver() {
        assertThat(applied("C223")).isInstanceOf(Outcome.Excused.class);
        assertThat(events)
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(
                        WheelsEvent.Warned.class,
                        warned -> assertThat(warned.problem().code()).isEqualTo("C223"));
    }

    @Test
    void warnsOfAnExcuseThatExcusesNothing() {
        applied("C204", new ExcuseDeclaration("gone", List.of("C206"), "known"));

        assertThat(events)
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(
                        WheelsEvent.Warned.class,
                        warned -> assertThat(warned.problem().toString())
                                .satisfies(ProblemExample.printed("C281"))
                                .contains("C281", "excuses C206 of \"gone\", which is not locked"));
    }

    /** What a check can say is either excusable, or here with the reason why not. */
    @Test
    void everyCodeOfTheChecksIsSorted() {
        // Archives that readers unpack differently; no wheel in the lock; imports that change others; a broken check.
        List<String> never = List.of("C211", "C212", "C213", "C405", "C406", "C502");
        // Not of a package: nix flake check and what it lacks, and an excuse itself.
        List<String> others = List.of("C104", "C281", "C291", "C292");
        TreeSet<String> said = Stream.of(CheckProblem.values())
                .map(CheckProblem::code)
                .filter(code -> code.startsWith("C"))
                .collect(Collectors.toCollection(TreeSet::new));
        said.removeAll(never);
        said.removeAll(others);

        assertThat(new TreeSet<>(ExcuseDeclaration.CODES)).isEqualTo(said);
    }
}
