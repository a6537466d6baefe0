// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The answer to a check. What did not run is never taken for passed. */
public sealed interface Outcome {
    /** Passed where there is no problem. */
    static Outcome of(Optional<Problem> problem) {
        return problem.<Outcome>map(Failed::new).orElseGet(Passed::new);
    }

    /** Passed where there are no problems, else an answer for each: an excuse may be about one of them only. */
    static List<Outcome> each(Collection<Problem> problems) {
        return problems.isEmpty()
                ? List.of(new Passed())
                : problems.stream().<Outcome>map(Failed::new).toList();
    }

    /** Yes. */
    record Passed() implements Outcome {}

    /** No, and what to do about it. */
    record Failed(Problem problem) implements Outcome {}

    /** No, and it is known to do no harm. */
    record Excused(Problem problem, String reason) implements Outcome {}

    /**
     * Unknown, because it could not be asked here.
     *
     * @param isGap whether it should have been asked, and the source of the answer failed
     */
    record NotRun(String reason, boolean isGap) implements Outcome {
        /** One that cannot be asked on this machine, or need not be. */
        public NotRun(String reason) {
            this(reason, false);
        }
    }
}
