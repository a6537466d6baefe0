// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.toml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A table whose values know the lines they stand in.
 *
 * @param items the values by key, in the order of the file
 */
public record LineTable(Map<String, Item> items) {
    /**
     * A value: text, a number, a truth value, a moment, a table, an array, or whatever else the format has.
     *
     * @param line where it stands
     */
    public record Item(Object value, int line) {}

    /** An array. */
    public record LineArray(List<Item> items) {
        /** Its values of a type. */
        public <T> List<T> all(Class<T> type) {
            return items.stream()
                    .map(Item::value)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }
    }

    /**
     * Reads a text; a byte order mark at its beginning is passed over.
     *
     * @throws TomlSyntaxException if it is not TOML, or nests deeper than the library reads
     */
    public static LineTable parse(String text) {
        refuseControlCharacters(text);
        TomlParseResult toml = Toml.parse(text.startsWith("\ufeff") ? text.substring(1) : text);
        if (toml.hasErrors()) {
            TomlParseError error = toml.errors().get(0);
            throw new TomlSyntaxException(error.position().line(), String.valueOf(error.getMessage()));
        }
        return table(toml, 1);
    }

    /**
     * Comes before the library, which asserts that it meets none in the comment of a header: in a test, where
     * assertions are enabled, a lock with one would end in an error of Java.
     *
     * @see <a href="https://toml.io/en/v1.0.0#spec">TOML 1.0: what is valid nowhere in a document</a>
     */
    private static void refuseControlCharacters(String text) {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            } else if ((c < ' ' && c != '\t' && !(c == '\r' && text.startsWith("\n", i + 1))) || c == '\u007f') {
                throw new TomlSyntaxException(
                        line,
                        String.format(Locale.ROOT, "Unexpected '\\u%04x', expected no control character", (int) c));
            }
        }
    }

    private static LineTable table(TomlTable toml, int line) {
        Map<String, Item> items = new LinkedHashMap<>();
        for (String key : toml.keySet()) {
            @Nullable Object value = toml.get(List.of(key));
            @Nullable TomlPosition position = toml.inputPositionOf(List.of(key));
            int at = position == null ? line : position.line();
            if (value != null) {
                items.put(key, new Item(value(value, at), at));
            }
        }
        return new LineTable(items);
    }

    private static Object value(Object value, int line) {
        if (value instanceof TomlTable table) {
            return table(table, line);
        }
        if (value instanceof TomlArray array) {
            List<Item> items = new ArrayList<>(array.size());
            for (int i = 0; i < array.size(); i++) {
                int at = array.inputPositionOf(i).line();
                items.add(new Item(value(array.get(i), at), at));
            }
            return new LineArray(items);
        }
        return value;
    }

    /** The value at a path; empty if there is none. */
    public Optional<Item> at(List<String> path) {
        Optional<Item> found = Optional.ofNullable(items.get(path.get(0)));
        return path.size() == 1
                ? found
                : found.map(Item::value)
                        .filter(LineTable.class::isInstance)
                        .flatMap(inner -> ((LineTable) inner).at(path.subList(1, path.size())));
    }

    /** The value at a path if it is of a type. */
    public <T> Optional<T> at(List<String> path, Class<T> type) {
        return at(path).map(Item::value).filter(type::isInstance).map(type::cast);
    }
}
