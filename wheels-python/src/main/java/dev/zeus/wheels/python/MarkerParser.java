package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.List;

/** Reads a marker by recursive descent, to a bounded depth. */
final class MarkerParser {
    private static final int MAXIMUM_LENGTH = 32_768;
    private static final int MAXIMUM_DEPTH = 100;

    /** Longer names first, so that {@code extra} does not hide {@code extras}. */
    private static final List<String> VARIABLES = List.of(
            "platform_python_implementation",
            "platform.python_implementation",
            "python_full_version",
            "python_version",
            "python_implementation",
            "os_name",
            "os.name",
            "sys_platform",
            "sys.platform",
            "platform_release",
            "platform_system",
            "platform_version",
            "platform.version",
            "platform_machine",
            "platform.machine",
            "implementation_name",
            "implementation_version",
            "extras",
            "extra",
            "dependency_groups");

    private static final List<String> OPERATORS = List.of("===", "==", "~=", "!=", "<=", ">=", "<", ">");

    private final Cursor cursor;
    private int depth;

    MarkerParser(Cursor cursor) {
        this.cursor = cursor;
    }

    static MarkerNode parse(String text) {
        Cursor cursor = new Cursor(text, MAXIMUM_LENGTH);
        MarkerNode node = new MarkerParser(cursor).marker();
        if (!cursor.atEnd()) {
            throw cursor.expected("\"and\", \"or\" or the end of the marker");
        }
        return node;
    }

    MarkerNode marker() {
        if (++depth > MAXIMUM_DEPTH) {
            throw cursor.expected("at most " + MAXIMUM_DEPTH + " nested parentheses");
        }
        List<List<MarkerNode>> groups = new ArrayList<>();
        groups.add(new ArrayList<>(List.of(atom())));
        while (true) {
            if (word("and")) {
                groups.get(groups.size() - 1).add(atom());
            } else if (word("or")) {
                groups.add(new ArrayList<>(List.of(atom())));
            } else {
                depth--;
                return new MarkerNode.Alternatives(
                        groups.stream().map(List::copyOf).toList());
            }
        }
    }

    private MarkerNode atom() {
        cursor.skipBlanks();
        MarkerNode node;
        if (cursor.take('(')) {
            node = marker();
            if (!cursor.take(')')) {
                throw cursor.expected("\")\", \"and\" or \"or\"");
            }
        } else {
            node = comparison();
        }
        cursor.skipBlanks();
        return node;
    }

    private MarkerNode comparison() {
        MarkerNode.Operand left = operand();
        cursor.skipBlanks();
        String operator = operator();
        cursor.skipBlanks();
        MarkerNode.Operand right = operand();
        if (left.isVariable() && left.value().equals("extra")) {
            right = normalized(right);
        } else if (right.isVariable() && right.value().equals("extra")) {
            left = normalized(left);
        }
        return new MarkerNode.Comparison(left, operator, right);
    }

    private static MarkerNode.Operand normalized(MarkerNode.Operand operand) {
        return new MarkerNode.Operand(operand.isVariable(), PackageName.normalize(operand.value()));
    }

    private MarkerNode.Operand operand() {
        char quote = cursor.peek();
        if (quote == '\'' || quote == '"') {
            return literal(quote);
        }
        for (String variable : VARIABLES) {
            if (word(variable)) {
                return new MarkerNode.Operand(true, canonical(variable));
            }
        }
        throw cursor.expected("a marker variable such as python_version, or a quoted text");
    }

    private MarkerNode.Operand literal(char quote) {
        int start = cursor.position();
        cursor.next();
        while (!cursor.atEnd() && cursor.peek() != quote) {
            cursor.next();
        }
        if (cursor.atEnd()) {
            cursor.reset(start);
            throw cursor.expected("a closing " + quote + " after this one");
        }
        String value = cursor.since(start + 1);
        cursor.next();
        return new MarkerNode.Operand(false, value);
    }

    private static String canonical(String variable) {
        String underscored = variable.replace('.', '_');
        return underscored.equals("python_implementation") ? "platform_python_implementation" : underscored;
    }

    private String operator() {
        if (word("in")) {
            return "in";
        }
        int start = cursor.position();
        if (word("not")) {
            int afterNot = cursor.position();
            cursor.skipBlanks();
            if (cursor.position() > afterNot && word("in")) {
                return "not in";
            }
            cursor.reset(start);
        }
        for (String operator : OPERATORS) {
            if (cursor.take(operator)) {
                return operator;
            }
        }
        throw cursor.expected("one of <=, <, !=, ==, >=, >, ~=, ===, in, not in");
    }

    /** Takes a word that does not go on with another letter, digit or underscore. */
    private boolean word(String word) {
        int start = cursor.position();
        boolean taken = cursor.take(word) && !Cursor.isAlphanumeric(cursor.peek()) && cursor.peek() != '_';
        if (!taken) {
            cursor.reset(start);
        }
        return taken;
    }
}
