// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.python.InvisibleCharacters;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** TOML values as text: the one place that escapes for TOML. */
final class Toml {
    private Toml() {}

    /** A string; in single quotes, where that spares escapes, as markers do. */
    static String string(String value) {
        return value.indexOf('"') >= 0 && value.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '\'')
                ? '\'' + value + '\''
                : escaped(value);
    }

    private static String escaped(String value) {
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

    /** What an editor hides is written as an escape. */
    private static void append(StringBuilder text, int c) {
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            text.append('\uFFFD');
        } else if (InvisibleCharacters.includes(c)) {
            text.append(String.format(Locale.ROOT, "\\U%08X", c));
        } else {
            text.appendCodePoint(c);
        }
    }

    /** An array on one line. */
    static String strings(Collection<String> values) {
        return "[" + String.join(", ", values.stream().map(Toml::string).toList()) + "]";
    }

    /** An inline table. */
    static String table(List<String> entries) {
        return "{ " + String.join(", ", entries) + " }";
    }

    static String entry(String key, String value) {
        return key + " = " + value;
    }
}
