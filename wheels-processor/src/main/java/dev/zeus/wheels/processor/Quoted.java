// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.InvisibleCharacters;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Foreign text as messages show it: in quotes, on one line, of bounded length.
 *
 * <p>{@code Quoted.text("a\nb")} is {@code "a\nb"} with the line break as two characters.
 */
final class Quoted {
    /** A value and the sentence around it fit in two lines. */
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
        int type = Character.getType(point);
        if (InvisibleCharacters.includes(point) || type == Character.UNASSIGNED || type == Character.PRIVATE_USE) {
            quoted.append(escape(point));
        } else {
            quoted.appendCodePoint(point);
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
