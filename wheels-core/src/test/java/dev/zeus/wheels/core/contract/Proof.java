// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.contract;

import java.util.Comparator;

/**
 * One line of the contract.
 *
 * @param id {@code fault} or {@code attack} and its number
 * @param test the class and method that prove it
 */
record Proof(String id, String given, String outcome, String test) implements Case, Comparable<Proof> {
    /** Faults first, by number; within one case as the tests are called. */
    private static final Comparator<Proof> ORDER = Comparator.comparing(Proof::kind, Comparator.reverseOrder())
            .thenComparing(Proof::number)
            .thenComparing(Proof::test)
            .thenComparing(Proof::given);

    static Proof of(Case proven, String test) {
        return new Proof(proven.id(), proven.given(), proven.outcome(), test);
    }

    private String kind() {
        return id.substring(0, id.indexOf(' '));
    }

    private int number() {
        return Integer.parseInt(id.substring(id.indexOf(' ') + 1));
    }

    /** The line of the page. */
    String line() {
        return "| " + id + " | " + given.replace("|", "\\|") + " | " + outcome.replace("|", "\\|") + " | `" + test
                + "` |\n";
    }

    @Override
    public int compareTo(Proof other) {
        return ORDER.compare(this, other);
    }
}
