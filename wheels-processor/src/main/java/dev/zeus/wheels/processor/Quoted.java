package dev.zeus.wheels.processor;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Foreign text as messages show it: in quotes, on one line, of bounded length.
 *
 * <p>{@code Quoted.text("a\nb")} is {@code "a\nb"} with the line break as two characters.
 */
final class Quoted {
    private static final int LONGEST = 80;

    private Quoted() {}

    static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().limit(LONGEST).forEach(point -> append(quoted, point));
        return quoted.append(text.codePointCount(0, text.length()) > LONGEST ? "…\"" : "\"")
                .toString();
    }

    static String all(Collection<?> texts) {
        return texts.isEmpty()
                ? "none"
                : texts.stream().map(text -> text(text.toString())).collect(Collectors.joining(", "));
    }

    private static void append(StringBuilder quoted, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> quoted.append(escape(point));
            default -> quoted.appendCodePoint(point);
        }
    }

    private static String escape(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> String.format(Locale.ROOT, "\\u{%x}", point);
        };
    }
}
