package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import java.util.Optional;

/** The answer to a check. What did not run is never taken for passed. */
public sealed interface Outcome {
    /** Passed where there is no problem. */
    static Outcome of(Optional<Problem> problem) {
        return problem.<Outcome>map(Failed::new).orElseGet(Passed::new);
    }

    /** Yes. */
    record Passed() implements Outcome {}

    /** No, and what to do about it. */
    record Failed(Problem problem) implements Outcome {}

    /** No, and it is known to do no harm. */
    record Excused(Problem problem, String reason) implements Outcome {}

    /**
     * Nobody knows, because it could not be asked here.
     *
     * @param isGap whether it should have been asked, and whoever knows did not answer
     */
    record NotRun(String reason, boolean isGap) implements Outcome {
        /** One that cannot be asked on this machine, or need not be. */
        public NotRun(String reason) {
            this(reason, false);
        }
    }
}
