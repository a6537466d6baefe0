// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expression of marks that pytest takes as {@code -m}: names with {@code and}, {@code or}, {@code not} and
 * parentheses, of which a name may have arguments.
 *
 * <p>{@code not (slow or network)} is one, {@code not slow and} breaks off.
 *
 * @see <a href="https://docs.pytest.org/en/stable/how-to/usage.html">How to invoke pytest</a>
 */
final class MarkExpression {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:([()])|((?:\\w|[:+.\\[\\]/\\\\-])+)(\\([^()]*\\))?)");
    private static final Pattern OPERATOR = Pattern.compile("(?i)\\b(?:and|or|not)\\b");
    private static final Set<String> OPERATORS = Set.of("and", "or", "not");

    private final String text;
    private int at;
    private String token = "";

    private MarkExpression(String text) {
        this.text = text;
    }

    /** What is wrong with a text as such an expression; empty where nothing is. */
    static Optional<String> wrong(String text) {
        MarkExpression expression = new MarkExpression(text);
        try {
            expression.next();
            expression.alternatives();
            return expression.token.isEmpty()
                    ? Optional.empty()
                    : Optional.of("expected \"and\", \"or\" or the end before " + Quoted.text(expression.token));
        } catch (Broken e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The expression that a text probably means: signs for words, names as Python has them; empty where none is. */
    static Optional<String> meant(String text) {
        String plain = text.replaceAll("@?pytest[.]mark[.]|(?<![\\w.])@", "")
                .replaceAll("&&?", " and ")
                .replaceAll("[|]{1,2}", " or ")
                .replaceAll("!(?!=)", " not ")
                .replaceAll("(?i)\\b(and|or|not)\\b", " $1 ")
                .replaceAll("\\s+", " ")
                .replaceAll("\\( ", "(")
                .strip()
                .replaceAll("(?i) (?:and|or|not)$", "");
        String lower = OPERATOR.matcher(plain).replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
        return !lower.equals(text) && wrong(lower).isEmpty() ? Optional.of(lower) : Optional.empty();
    }

    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private void alternatives() {
        conjunction();
        while (token.equals("or")) {
            next();
            conjunction();
        }
    }

    private void conjunction() {
        operand();
        while (token.equals("and")) {
            next();
            operand();
        }
    }

    private void operand() {
        while (token.equals("not")) {
            next();
        }
        if (token.equals("(")) {
            next();
            alternatives();
            if (!token.equals(")")) {
                throw new Broken("a parenthesis is not closed");
            }
        } else if (token.isEmpty() || token.equals(")") || OPERATORS.contains(token)) {
            throw new Broken(
                    "expected the name of a mark " + (token.isEmpty() ? "at the end" : "before " + Quoted.text(token)));
        }
        next();
    }

    private void next() {
        if (text.substring(at).isBlank()) {
            token = "";
            at = text.length();
            return;
        }
        Matcher matcher = TOKEN.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new Broken("at character " + (at + 1) + ", expected the name of a mark or an operator");
        }
        String word = matcher.group(2);
        token = matcher.group().strip();
        at = matcher.end();
        if (word != null && OPERATORS.contains(word) && matcher.group(3) != null) {
            // not(slow) is an operator before a parenthesis, and no mark with arguments.
            token = word;
            at = matcher.end(2);
        }
    }
}
