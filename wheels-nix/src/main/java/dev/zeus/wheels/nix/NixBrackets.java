// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

/**
 * An expression in parentheses; only the printer makes these, where an expression binds too loosely for its place.
 *
 * @param inner the expression inside
 */
record NixBrackets(NixExpr inner) implements NixExpr {
    /** Binding strengths of what is not a binary operator. */
    static final int NOT = 7;

    static final int HAS = 11;

    private static final int TIGHTEST = 13;

    /** The expression as an argument or a list element. */
    static NixExpr argument(NixExpr expr) {
        return strength(expr) >= TIGHTEST ? expr : new NixBrackets(expr);
    }

    /** The expression as what something is selected from. */
    static NixExpr selected(NixExpr expr) {
        boolean ends =
                expr instanceof NixExpr.Select select && select.otherwise().isPresent();
        return ends || expr instanceof NixExpr.Int ? new NixBrackets(expr) : argument(expr);
    }

    /** The expression as an operand of an operator of this strength. */
    static NixExpr operand(NixExpr expr, int strength) {
        return strength(expr) > strength ? expr : new NixBrackets(expr);
    }

    private static int strength(NixExpr expr) {
        if (expr instanceof NixExpr.Operation operation) {
            return operation.operator().strength();
        } else if (expr instanceof NixExpr.Not) {
            return NOT;
        } else if (expr instanceof NixExpr.Has) {
            return HAS;
        } else if (expr instanceof NixExpr.Apply) {
            return TIGHTEST - 1;
        } else if (expr instanceof NixExpr.Int number) {
            return number.value() < 0 ? 0 : TIGHTEST;
        }
        boolean open = expr instanceof NixExpr.Lambda
                || expr instanceof NixExpr.Let
                || expr instanceof NixExpr.If
                || expr instanceof NixExpr.Assert;
        return open ? 0 : TIGHTEST;
    }

    /** Whether a list of such elements may stay on one line as an argument. */
    static boolean isSimple(NixExpr expr) {
        return expr instanceof NixExpr.Str
                || expr instanceof NixExpr.Int
                || expr instanceof NixExpr.Variable
                || expr instanceof NixExpr.Path
                || (expr instanceof NixExpr.Select select
                        && select.otherwise().isEmpty()
                        && isSimple(select.of())
                        && select.path().stream().allMatch(NixBrackets::isPlain));
    }

    private static boolean isPlain(NixName name) {
        return name instanceof NixName.Fixed fixed && NixIdentifier.isIdentifier(fixed.text());
    }
}
