// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

/** A binary operator with its binding strength; a higher strength binds tighter. */
public enum NixOperator {
    IMPLIES("->", 1, true),
    OR("||", 2, true),
    AND("&&", 3, true),
    EQUAL("==", 4, false),
    NOT_EQUAL("!=", 4, false),
    LESS("<", 5, false),
    LESS_OR_EQUAL("<=", 5, false),
    GREATER(">", 5, false),
    GREATER_OR_EQUAL(">=", 5, false),
    UPDATE("//", 6, true),
    ADD("+", 8, true),
    CONCAT("++", 10, true);

    private final String sign;
    private final int strength;
    private final boolean chains;

    NixOperator(String sign, int strength, boolean chains) {
        this.sign = sign;
        this.strength = strength;
        this.chains = chains;
    }

    String sign() {
        return sign;
    }

    int strength() {
        return strength;
    }

    /** Whether several in a row mean the same however they are bracketed. */
    boolean chains() {
        return chains;
    }
}
