package dev.zeus.wheels.core.check;

/**
 * What is said of the imports of one package.
 *
 * @param lasts whether there is no need to ask again
 */
record ImportAnswer(Outcome outcome, boolean lasts) {
    static ImportAnswer lasting(Outcome outcome) {
        return new ImportAnswer(outcome, true);
    }

    static ImportAnswer once(Outcome outcome) {
        return new ImportAnswer(outcome, false);
    }
}
