// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import dev.zeus.wheels.python.MarkerComparison.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a marker from a place in a text. */
final class MarkerParser {
    static final int MAX_LENGTH = 65_536;

    /** Bounds the recursion, also of what walks the tree; real markers nest a few levels. */
    private static final int MAX_DEPTH = 200;

    private static final String KIND = "marker";

    private final String text;
    private int position;
    private int depth;

    MarkerParser(String text, int start) {
        this.text = text;
        this.position = start;
        if (text.length() > MAX_LENGTH) {
            throw new PackagingParseException(KIND, text, MAX_LENGTH, "at most " + MAX_LENGTH + " characters");
        }
    }

    /** Reads to the end of the text. */
    MarkerNode whole() {
        MarkerNode node = disjunction();
        if (position < text.length()) {
            throw expected("\"and\", \"or\" or the end");
        }
        return MarkerNode.ungroup(node);
    }

    private MarkerNode disjunction() {
        List<MarkerNode> parts = new ArrayList<>();
        do {
            parts.add(conjunction());
        } while (word("or"));
        return parts.size() == 1 ? parts.get(0) : new MarkerNode.Or(List.copyOf(parts));
    }

    private MarkerNode conjunction() {
        List<MarkerNode> parts = new ArrayList<>();
        do {
            parts.add(atom());
        } while (word("and"));
        return parts.size() == 1 ? parts.get(0) : new MarkerNode.And(List.copyOf(parts));
    }

    private MarkerNode atom() {
        space();
        if (!at('(')) {
            Operand left = operand();
            space();
            MarkerOperator operator = operator();
            space();
            Operand right = operand();
            space();
            return new MarkerNode.Atom(new MarkerComparison(left, operator, right));
        }
        if (++depth > MAX_DEPTH) {
            throw expected("at most " + MAX_DEPTH + " nested parentheses");
        }
        position++;
        MarkerNode inner = disjunction();
        if (!at(')')) {
            throw expected("a closing parenthesis");
        }
        position++;
        depth--;
        space();
        return MarkerNode.group(inner);
    }

    private Operand operand() {
        if (at('\'') || at('"')) {
            return Operand.of(literal());
        }
        int end = position;
        while (end < text.length() && (Chars.isWord(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        MarkerVariable variable = MarkerVariable.of(text.substring(position, end))
                .orElseThrow(() -> expected("a marker variable or quoted text"));
        position = end;
        return Operand.of(variable);
    }

    private String literal() {
        char quote = text.charAt(position);
        int end = text.indexOf(quote, position + 1);
        if (end < 0) {
            throw expected("text with its closing quote");
        }
        for (int i = position + 1; i < end; i++) {
            char c = text.charAt(i);
            // The grammar has neither escapes nor line ends in quoted text.
            if (c == '\\' || c == '\n' || c == '\r' || c == 0) {
                position = i;
                throw expected("quoted text without backslash or line end");
            }
        }
        String value = text.substring(position + 1, end);
        position = end + 1;
        return value;
    }

    private MarkerOperator operator() {
        Optional<MarkerOperator> signs = MarkerOperator.ofSigns(text, position);
        if (signs.isPresent()) {
            position += signs.get().symbol().length();
            return signs.get();
        }
        if (word("in")) {
            return MarkerOperator.IN;
        }
        if (word("not") && (at(' ') || at('\t'))) {
            space();
            if (word("in")) {
                return MarkerOperator.NOT_IN;
            }
        }
        throw expected("an operator: <=, <, !=, ==, >=, >, ~=, ===, in, not in");
    }

    private boolean word(String word) {
        int end = position + word.length();
        boolean found = text.startsWith(word, position)
                && (end == text.length() || !Chars.isWord(text.charAt(end)))
                && (position == 0 || !Chars.isWord(text.charAt(position - 1)));
        if (found) {
            position = end;
        }
        return found;
    }

    private boolean at(char c) {
        return position < text.length() && text.charAt(position) == c;
    }

    private void space() {
        while (at(' ') || at('\t')) {
            position++;
        }
    }

    private PackagingParseException expected(String what) {
        return new PackagingParseException(KIND, text, position, what);
    }
}
