// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

/** Reads operators by their binding strength, application and selection. */
final class NixOperators {
    private enum Side {
        LEFT,
        RIGHT,
        NONE
    }

    /** Binding strengths as in Nix's own grammar; a higher one binds tighter. */
    private static final int NOT_STRENGTH = 7;

    private static final int QUESTION_STRENGTH = 11;

    private static final int NEGATE_STRENGTH = 12;

    private final NixTokens tokens;
    private final NixParser parser;

    NixOperators(NixTokens tokens, NixParser parser) {
        this.tokens = tokens;
        this.parser = parser;
    }

    void operation(int least) {
        int prefixes = 0;
        int operandLeast = least;
        while (tokens.at(NixTokenKind.NOT) || tokens.at(NixTokenKind.MINUS)) {
            boolean not = tokens.next().kind() == NixTokenKind.NOT;
            operandLeast = not ? NOT_STRENGTH + 1 : NEGATE_STRENGTH;
            prefixes++;
        }
        application();
        if (prefixes > 0) {
            infixes(operandLeast);
        }
        infixes(least);
    }

    private void infixes(int least) {
        int previousUnassociated = -1;
        while (true) {
            NixToken operator = tokens.current();
            int strength = strength(operator.kind());
            if (strength < 0 || strength < least) {
                return;
            }
            if (strength == previousUnassociated) {
                throw tokens.unexpected("one such operator only", "Say with parentheses which operation comes first.");
            }
            tokens.next();
            Side side = side(operator.kind());
            if (strength == QUESTION_STRENGTH) {
                parser.attributePath();
            } else {
                operation(side == Side.RIGHT ? strength : strength + 1);
            }
            previousUnassociated = side == Side.NONE ? strength : -1;
        }
    }

    private static int strength(NixTokenKind kind) {
        return switch (kind) {
            case IMPLIES -> 1;
            case OR -> 2;
            case AND -> 3;
            case EQUAL, NOT_EQUAL -> 4;
            case LESS, GREATER, LESS_OR_EQUAL, GREATER_OR_EQUAL -> 5;
            case UPDATE -> 6;
            case PLUS, MINUS -> 8;
            case TIMES, DIVIDE -> 9;
            case CONCAT -> 10;
            case QUESTION -> QUESTION_STRENGTH;
            default -> -1;
        };
    }

    private static Side side(NixTokenKind kind) {
        return switch (kind) {
            case IMPLIES, UPDATE, CONCAT -> Side.RIGHT;
            case EQUAL, NOT_EQUAL, LESS, GREATER, LESS_OR_EQUAL, GREATER_OR_EQUAL, QUESTION -> Side.NONE;
            default -> Side.LEFT;
        };
    }

    private void application() {
        selection();
        while (parser.startsSimple()) {
            selection();
        }
    }

    /** Reads {@code set.path}, {@code set.path or default}, or a simple expression. */
    void selection() {
        parser.simple();
        if (tokens.skip(NixTokenKind.DOT)) {
            parser.attributePath();
        }
        // An "or" without a selection is an old spelling of a function's argument; Nix still reads it.
        if (tokens.skip(NixTokenKind.OR_KEYWORD) && parser.startsSimple()) {
            selection();
        }
    }
}
