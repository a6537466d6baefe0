package dev.zeus.wheels.core.lock;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** TOML values as text: the one place that escapes for TOML. */
final class Toml {
    private Toml() {}

    static String string(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2).append('"');
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> append(text, c);
            }
        });
        return text.append('"').toString();
    }

    /** Control and direction-changing characters are written as escapes, so that no editor hides them. */
    private static void append(StringBuilder text, int c) {
        int type = Character.getType(c);
        if (type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR) {
            text.append(String.format("\\U%08X", c));
        } else if (type == Character.SURROGATE) {
            text.append('\uFFFD');
        } else {
            text.appendCodePoint(c);
        }
    }

    static String strings(Collection<String> values) {
        return inline(values.stream().map(Toml::string).toList());
    }

    /** An array on one line. */
    static String inline(List<String> items) {
        return "[" + String.join(", ", items) + "]";
    }

    /** An array with one item a line, so that a diff shows items. */
    static String lines(List<String> items) {
        if (items.isEmpty()) {
            return "[]";
        }
        return items.stream().collect(Collectors.joining(",\n    ", "[\n    ", ",\n]"));
    }

    static String table(List<String> entries) {
        return "{ " + String.join(", ", entries) + " }";
    }

    static String entry(String key, String value) {
        return key + " = " + value;
    }
}
