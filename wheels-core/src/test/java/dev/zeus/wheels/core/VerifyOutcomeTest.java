// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.check.Check;
import dev.zeus.wheels.core.check.CheckProblem;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.Subject;
import dev.zeus.wheels.python.PackageName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is wrong with a package is told once, with the targets where it is so. */
class VerifyOutcomeTest {
    private static final String LINUX = "cp312-x86_64-linux";
    private static final String MAC = "cp312-aarch64-darwin";

    private static CheckResult failed(String name, String target, Check check, CheckProblem kind, String message) {
        Problem problem = new Problem(kind, message, "mend it")
                .about(Subject.ofPackage(name).by(check.title()).on(target));
        return new CheckResult(PackageName.parse(name), check, target, new Outcome.Failed(problem));
    }

    private static final VerifyOutcome OUTCOME = new VerifyOutcome(
            List.of(
                    failed("demo", LINUX, Check.LICENSE, CheckProblem.LICENSE_NOT_ALLOWED, "demo 1.0 is GPL"),
                    failed("demo", MAC, Check.LICENSE, CheckProblem.LICENSE_NOT_ALLOWED, "demo 1.0 is GPL"),
                    failed("demo", LINUX, Check.RECORD, CheckProblem.NO_LICENSE, "a-linux.whl is odd"),
                    failed("demo", MAC, Check.RECORD, CheckProblem.NO_LICENSE, "a-macos.whl is odd"),
                    failed("other", MAC, Check.LICENSE, CheckProblem.LICENSE_NOT_ALLOWED, "demo 1.0 is GPL")),
            List.of(),
            "",
            true);

    @Test
    void tellsOnceWhatIsTheSameOnSeveralTargets() {
        assertThat(OUTCOME.problems().stream().map(Problem::message))
                .containsExactly(
                        "demo on " + LINUX + ", " + MAC + ": demo 1.0 is GPL",
                        "demo on " + LINUX + ": a-linux.whl is odd",
                        "demo on " + MAC + ": a-macos.whl is odd",
                        "other on " + MAC + ": demo 1.0 is GPL");
        assertThat(OUTCOME.failed()).isEqualTo(5);
    }

    @Test
    void namesTheTargetToProgramsWhereItIsOne() {
        assertThat(OUTCOME.problems().stream().map(problem -> problem.about().target()))
                .containsExactly(Optional.empty(), Optional.of(LINUX), Optional.of(MAC), Optional.of(MAC));
    }

    @Test
    void saysInOneLineWhatPassedAndOfTheRestAll() {
        VerifyOutcome outcome = new VerifyOutcome(
                List.of(
                        result("demo", LINUX, Check.ARCHIVE, new Outcome.Passed()),
                        result("demo", MAC, Check.ARCHIVE, new Outcome.Passed()),
                        result("demo", MAC, Check.RECORD, new Outcome.Passed()),
                        result("demo", LINUX, Check.RECORD, new Outcome.NotRun("offline"))),
                List.of(),
                "nix: passed",
                true);

        assertThat(outcome.lines())
                .containsExactly(
                        "passed   3 checks on 2 targets: archive (2), record (1)",
                        "not run  " + LINUX + " record: offline (1)",
                        "nix: passed");
        assertThat(outcome.passedByTarget())
                .containsExactly(
                        "passed   " + MAC + " archive (1)",
                        "passed   " + MAC + " record (1)",
                        "passed   " + LINUX + " archive (1)");
    }

    private static CheckResult result(String name, String target, Check check, Outcome outcome) {
        return new CheckResult(PackageName.parse(name), check, target, outcome);
    }
}
