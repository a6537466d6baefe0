package dev.zeus.wheels.python;

import dev.zeus.wheels.python.MarkerComparison.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a marker from a place in a text. */
final class MarkerParser {
    static final int MAX_LENGTH = 65_536;
    private static final int MAX_DEPTH = 64;
    private static final String KIND = "marker";
    private static final List<String> OPERATORS = List.of("===", "==", "~=", "!=", "<=", ">=", "<", ">");
    private static final Set<String> VARIABLES = Set.of(
            "python_version",
            "python_full_version",
            "os_name",
            "sys_platform",
            "platform_release",
            "platform_system",
            "platform_version",
            "platform_machine",
            "platform_python_implementation",
            "implementation_name",
            "implementation_version",
            "extra",
            "extras",
            "dependency_groups");
    /** Old spellings, and the variables they mean. */
    private static final Set<String> DOTTED =
            Set.of("os.name", "sys.platform", "platform.version", "platform.machine", "platform.python_implementation");

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
            String operator = operator();
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
            return new Operand(false, literal());
        }
        int end = position;
        while (end < text.length() && (Chars.isWord(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        String name = text.substring(position, end);
        boolean known = VARIABLES.contains(name) || DOTTED.contains(name) || name.equals("python_implementation");
        if (!known) {
            throw expected("a marker variable or quoted text");
        }
        position = end;
        String plain = name.replace('.', '_');
        return new Operand(true, plain.equals("python_implementation") ? "platform_python_implementation" : plain);
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

    private String operator() {
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, position)) {
                position += operator.length();
                return operator;
            }
        }
        if (word("in")) {
            return "in";
        }
        if (word("not") && (at(' ') || at('\t'))) {
            space();
            if (word("in")) {
                return "not in";
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
