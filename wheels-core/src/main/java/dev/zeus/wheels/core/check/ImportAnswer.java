package dev.zeus.wheels.core.check;

import java.util.Optional;

/**
 * What is said of the imports of one package.
 *
 * @param excuse why a failure is none
 * @param lasts whether there is no need to ask again
 */
record ImportAnswer(Outcome outcome, Optional<String> excuse, boolean lasts) {
    static ImportAnswer lasting(Outcome outcome) {
        return new ImportAnswer(outcome, Optional.empty(), true);
    }

    static ImportAnswer excused(String reason) {
        return new ImportAnswer(new Outcome.NotRun(reason), Optional.of(reason), true);
    }

    static ImportAnswer once(Outcome outcome) {
        return new ImportAnswer(outcome, Optional.empty(), false);
    }
}
