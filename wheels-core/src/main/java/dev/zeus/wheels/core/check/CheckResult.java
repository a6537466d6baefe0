// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.python.PackageName;
import java.util.Comparator;

/**
 * The answer to one check of one package on one target.
 *
 * @param name the package
 * @param check what was asked
 * @param target the target's id, such as {@code cp312-x86_64-linux}
 * @param outcome the answer
 */
public record CheckResult(PackageName name, Check check, String target, Outcome outcome)
        implements Comparable<CheckResult> {
    private static final Comparator<CheckResult> ORDER = Comparator.comparing(CheckResult::name)
            .thenComparing(CheckResult::target)
            .thenComparing(CheckResult::check);

    @Override
    public int compareTo(CheckResult other) {
        return ORDER.compare(this, other);
    }

    /** Such as {@code numpy record cp312-x86_64-linux: passed}. */
    @Override
    public String toString() {
        String said = outcome instanceof Outcome.Failed failed
                ? "failed: " + failed.problem()
                : outcome instanceof Outcome.NotRun notRun
                        ? "not run: " + notRun.reason()
                        : outcome instanceof Outcome.Excused excused
                                ? "excused: " + excused.problem() + " (" + excused.reason() + ")"
                                : "passed";
        return name + " " + check.title() + " " + target + ": " + said;
    }
}
