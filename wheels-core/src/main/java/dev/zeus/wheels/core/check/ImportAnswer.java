// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import java.util.List;

/**
 * The outcome of the imports of one package.
 *
 * @param outcomes one for each code, so that each can be excused by itself
 * @param lasts whether there is no need to ask again
 */
record ImportAnswer(List<Outcome> outcomes, boolean lasts) {
    ImportAnswer {
        outcomes = List.copyOf(outcomes);
    }

    static ImportAnswer lasting(Outcome outcome) {
        return new ImportAnswer(List.of(outcome), true);
    }

    static ImportAnswer once(Outcome outcome) {
        return once(List.of(outcome));
    }

    static ImportAnswer once(List<Outcome> outcomes) {
        return new ImportAnswer(outcomes, false);
    }
}
