// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.text.DataTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The character references of HTML in the value of an attribute, such as <code>&amp;gt;</code> and <code>&amp;#39;
 * </code>.
 *
 * <p>Standard: <a href="https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state">HTML, character
 * reference state</a>.
 */
final class CharacterReferences {
    /** What pages of indexes have; the others are read from their table when one is met. */
    private static final Map<String, String> USUAL =
            Map.of("amp;", "&", "lt;", "<", "gt;", ">", "quot;", "\"", "apos;", "'");

    /** What the numbers 128 to 159 mean: the characters of windows-1252; those that it lacks stay what they are. */
    private static final String WINDOWS_1252 =
            "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039"
                    + "\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153"
                    + "\u009d\u017e\u0178";

    private final String value;
    private final StringBuilder text;
    private int at;

    private CharacterReferences(String value) {
        this.value = value;
        this.text = new StringBuilder(value.length());
    }

    /** All names that HTML has, some of them without a semicolon. */
    private static final class Table {
        private static final Map<String, String> NAMES = read();
        private static final int LONGEST =
                NAMES.keySet().stream().mapToInt(String::length).max().orElse(0);

        private static Map<String, String> read() {
            Map<String, String> names = new HashMap<>();
            DataTable.rows(CharacterReferences.class, "character-references.txt", ' ')
                    .forEach(row -> names.put(row.get(0), characters(row)));
            return names;
        }

        private static String characters(List<String> row) {
            StringBuilder characters = new StringBuilder();
            row.stream().skip(1).forEach(code -> characters.appendCodePoint(Integer.parseInt(code, 16)));
            return characters.toString();
        }
    }

    /** The value with its references replaced; what only looks like one stays. */
    static String decode(String value) {
        return value.indexOf('&') < 0 ? value : new CharacterReferences(value).decoded();
    }

    private String decoded() {
        for (int next = value.indexOf('&'); next >= 0; next = value.indexOf('&', at)) {
            text.append(value, at, next);
            at = next + 1;
            boolean numbered = at < value.length() && value.charAt(at) == '#';
            boolean replaced = numbered ? number() : name();
            if (!replaced) {
                text.append('&');
            }
        }
        return text.append(value, at, value.length()).toString();
    }

    private boolean number() {
        boolean hex = at + 1 < value.length() && (value.charAt(at + 1) | ' ') == 'x';
        int start = hex ? at + 2 : at + 1;
        int end = start;
        int code = 0;
        while (end < value.length() && digit(value.charAt(end), hex) >= 0) {
            code = Math.min(Character.MAX_CODE_POINT + 1, code * (hex ? 16 : 10) + digit(value.charAt(end), hex));
            end++;
        }
        if (end == start) {
            return false;
        }
        at = end < value.length() && value.charAt(end) == ';' ? end + 1 : end;
        text.appendCodePoint(character(code));
        return true;
    }

    private static int digit(char c, boolean hex) {
        return c < 0x80 ? Character.digit(c, hex ? 16 : 10) : -1;
    }

    private static int character(int code) {
        if (code == 0
                || code > Character.MAX_CODE_POINT
                || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)) {
            return 0xFFFD;
        }
        return code >= 0x80 && code < 0xA0 ? WINDOWS_1252.charAt(code - 0x80) : code;
    }

    private boolean name() {
        int end = at;
        while (end < value.length() && isLetterOrDigit(value.charAt(end))) {
            end++;
        }
        boolean closed = end < value.length() && value.charAt(end) == ';';
        if (closed) {
            String name = value.substring(at, end + 1);
            @Nullable String usual = USUAL.get(name);
            @Nullable String found = usual == null ? Table.NAMES.get(name) : usual;
            if (found != null) {
                text.append(found);
                at = end + 1;
                return true;
            }
        }
        return unclosed(end, closed);
    }

    /** The old names may lack the semicolon; in an attribute, a letter, digit or equals sign after them forbids it. */
    private boolean unclosed(int end, boolean closed) {
        boolean forbidden = !closed && end < value.length() && value.charAt(end) == '=';
        if (forbidden || end == at || end - at > Table.LONGEST) {
            return false;
        }
        @Nullable String found = Table.NAMES.get(value.substring(at, end));
        if (found == null) {
            return false;
        }
        text.append(found);
        at = end;
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
