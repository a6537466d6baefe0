// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.List;
import java.util.Optional;

/** An operator of markers. */
enum MarkerOperator {
    ARBITRARY("==="),
    EQUAL("=="),
    COMPATIBLE("~="),
    NOT_EQUAL("!="),
    AT_MOST("<="),
    AT_LEAST(">="),
    LESS("<"),
    GREATER(">"),
    IN("in"),
    NOT_IN("not in");

    private static final List<MarkerOperator> ALL = List.of(values());

    private final String symbol;

    MarkerOperator(String symbol) {
        this.symbol = symbol;
    }

    /** The operator of signs that stands at a place of the text; longer ones come before those they begin with. */
    static Optional<MarkerOperator> ofSigns(String text, int position) {
        for (MarkerOperator operator : ALL) {
            if (!operator.isMembership() && text.startsWith(operator.symbol, position)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    String symbol() {
        return symbol;
    }

    /** Whether it asks for a part of a text, or a member of a set. */
    boolean isMembership() {
        return this == IN || this == NOT_IN;
    }
}
