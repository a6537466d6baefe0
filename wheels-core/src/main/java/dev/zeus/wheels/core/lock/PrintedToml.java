// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.core.toml.LineTable;
import dev.zeus.wheels.core.toml.LineTable.Item;
import dev.zeus.wheels.core.toml.LineTable.LineArray;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * TOML as {@link LockPrinter} writes it, read in one pass: a lock is read by nearly every goal, and the library, which
 * reads all of TOML, takes most of a run for it.
 *
 * <p>It judges nothing. Whatever the printer does not write, even a second blank, is for the library to read or to
 * refuse.
 */
final class PrintedToml {
    /** Not as the printer writes. */
    private static final class UnusualException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("StaticAssignmentOfThrowable") // has no stack trace
        private static final UnusualException ONE = new UnusualException();

        private UnusualException() {
            super("unusual TOML", null, false, false);
        }
    }

    private static final String PACKAGES = "packages";
    private static final String PACKAGE_TABLE = "[packages.tool." + LockPrinter.TOOL + "]";

    /** Every number of so many digits is a long; larger ones are for the library. */
    private static final int MOST_DIGITS = 18;

    /** Deeper than the printer nests. */
    private static final int DEEPEST = 8;

    private final String text;
    private int at;
    private int line = 1;
    private int depth;

    private PrintedToml(String text) {
        this.text = text;
    }

    /** The tables of a lock; empty where the library has to read it. */
    static Optional<LineTable> read(String text) {
        try {
            return Optional.of(new PrintedToml(text).document());
        } catch (UnusualException e) {
            return Optional.empty();
        }
    }

    private LineTable document() {
        Map<String, Item> root = new LinkedHashMap<>();
        List<Item> packages = new ArrayList<>();
        Map<String, Item> entry = root;
        Map<String, Item> table = root;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                newLine();
            } else if (c == '#' && line == 1) {
                comment();
            } else if (c != '[') {
                keyValue(table);
                newLine();
            } else if (isLine(Wholeness.ENTRY)) {
                entry = new LinkedHashMap<>();
                table = entry;
                if (packages.isEmpty()) {
                    put(root, PACKAGES, new LineArray(packages), line);
                }
                packages.add(new Item(new LineTable(entry), line));
                pass(Wholeness.ENTRY);
            } else if (isLine(PACKAGE_TABLE) && entry != root) {
                table = toolTable(entry);
                pass(PACKAGE_TABLE);
            } else if (isLine(Wholeness.TOOL_TABLE)) {
                entry = root;
                table = toolTable(root);
                pass(Wholeness.TOOL_TABLE);
            } else {
                throw UnusualException.ONE;
            }
        }
        return new LineTable(root);
    }

    private boolean isLine(String header) {
        return text.startsWith(header, at)
                && at + header.length() < text.length()
                && text.charAt(at + header.length()) == '\n';
    }

    private void pass(String header) {
        at += header.length();
        newLine();
    }

    private Map<String, Item> toolTable(Map<String, Item> owner) {
        Map<String, Item> tool = new LinkedHashMap<>();
        Map<String, Item> ours = new LinkedHashMap<>();
        put(tool, LockPrinter.TOOL, new LineTable(ours), line);
        put(owner, "tool", new LineTable(tool), line);
        return ours;
    }

    private static void put(Map<String, Item> table, String key, Object value, int line) {
        if (table.putIfAbsent(key, new Item(value, line)) != null) {
            throw UnusualException.ONE;
        }
    }

    private void comment() {
        int end = text.indexOf('\n');
        for (int i = at; i < end; i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                throw UnusualException.ONE;
            }
        }
        if (end < 0) {
            throw UnusualException.ONE;
        }
        at = end;
        newLine();
    }

    private void newLine() {
        expect("\n");
        line++;
    }

    private void expect(String token) {
        if (!text.startsWith(token, at)) {
            throw UnusualException.ONE;
        }
        at += token.length();
    }

    private boolean has(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void keyValue(Map<String, Item> table) {
        int start = at;
        while (at < text.length() && isKey(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw UnusualException.ONE;
        }
        String key = text.substring(start, at);
        expect(" = ");
        int where = line;
        put(table, key, value(), where);
    }

    private static boolean isKey(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private Object value() {
        if (has('"')) {
            return string();
        }
        if (has('\'')) {
            return literal();
        }
        if (++depth > DEEPEST) {
            throw UnusualException.ONE;
        }
        Object value = has('{') ? table() : has('[') ? array() : scalar();
        depth--;
        return value;
    }

    private LineTable table() {
        Map<String, Item> items = new LinkedHashMap<>();
        expect("{ ");
        keyValue(items);
        while (has(',')) {
            expect(", ");
            keyValue(items);
        }
        expect(" }");
        return new LineTable(items);
    }

    private LineArray array() {
        List<Item> items = new ArrayList<>();
        expect("[");
        if (has('\n')) {
            newLine();
            while (has(' ')) {
                expect("    ");
                item(items);
                expect(",");
                newLine();
            }
        } else if (!has(']')) {
            item(items);
            while (has(',')) {
                expect(", ");
                item(items);
            }
        }
        expect("]");
        return new LineArray(items);
    }

    private void item(List<Item> items) {
        int where = line;
        items.add(new Item(value(), where));
    }

    private String literal() {
        int end = text.indexOf('\'', at + 1);
        String word = end < 0 ? "" : text.substring(at + 1, end);
        if (end < 0 || word.startsWith("'") || !word.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw UnusualException.ONE;
        }
        at = end + 1;
        refuse('\'');
        return word;
    }

    /** Three quotes are the beginning of another kind of string. */
    private void refuse(char quote) {
        if (has(quote)) {
            throw UnusualException.ONE;
        }
    }

    private String string() {
        int start = ++at;
        @Nullable StringBuilder unescaped = null;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                String word = unescaped == null ? text.substring(start, at) : unescaped.toString();
                at++;
                refuse('"');
                return word;
            }
            if (c < ' ' || c == 0x7f) {
                throw UnusualException.ONE;
            }
            if (c == '\\' && unescaped == null) {
                unescaped = new StringBuilder(text.substring(start, at));
            }
            int code = c == '\\' ? escape() : plain();
            if (unescaped != null) {
                unescaped.appendCodePoint(code);
            }
        }
        throw UnusualException.ONE;
    }

    private int plain() {
        int code = text.codePointAt(at);
        if (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
            throw UnusualException.ONE;
        }
        at += Character.charCount(code);
        return code;
    }

    private int escape() {
        char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        at += 2;
        return switch (kind) {
            case '"', '\\' -> kind;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'U' -> codePoint();
            default -> throw UnusualException.ONE;
        };
    }

    /** Eight hexadecimal digits. */
    private int codePoint() {
        int code = 0;
        for (int i = 0; i < 8; i++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at++), 16) : -1;
            if (digit < 0 || code > Character.MAX_CODE_POINT) {
                throw UnusualException.ONE;
            }
            code = 16 * code + digit;
        }
        if (!Character.isValidCodePoint(code) || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)) {
            throw UnusualException.ONE;
        }
        return code;
    }

    /** A whole number, or a moment in universal time. */
    private Object scalar() {
        int start = at;
        while (at < text.length() && "0123456789-:.TZ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.matches("0|[1-9][0-9]*") && word.length() <= MOST_DIGITS) {
            return Long.valueOf(word);
        }
        if (!word.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z")) {
            throw UnusualException.ONE;
        }
        try {
            return OffsetDateTime.parse(word);
        } catch (DateTimeException e) {
            throw UnusualException.ONE;
        }
    }
}
