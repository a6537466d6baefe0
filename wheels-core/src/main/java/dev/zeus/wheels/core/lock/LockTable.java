// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.core.toml.LineTable;
import dev.zeus.wheels.core.toml.LineTable.Item;
import dev.zeus.wheels.core.toml.LineTable.LineArray;
import dev.zeus.wheels.python.MarkerEvaluationException;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of a lock file, read key by key; what is wrong with one is said with its line.
 *
 * @param line where the table begins
 */
record LockTable(LineTable toml, int line) {

    /** What a lock must not say. */
    static final class DefectException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DefectException(int line, String message) {
            super("line " + line + ": " + message);
        }
    }

    /** The complaint about a key, or about the whole table where it has no such key. */
    DefectException defect(String key, String message) {
        return new DefectException(lineOf(key), message);
    }

    int lineOf(String key) {
        @Nullable Item item = toml.items().get(key);
        return item == null ? line : item.line();
    }

    boolean has(String key) {
        return toml.items().containsKey(key);
    }

    String text(String key) {
        return required(key, optional(key));
    }

    Optional<String> optional(String key) {
        return value(key, String.class, "text");
    }

    <T> Optional<T> optional(String key, Function<String, T> parser) {
        return optional(key).map(text -> parse(key, text, parser));
    }

    <T> T parsed(String key, Function<String, T> parser) {
        return parse(key, text(key), parser);
    }

    private <T> T parse(String key, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (PackagingParseException e) {
            throw defect(key, "\"" + key + "\" is \"" + text + "\", expected " + e.expected());
        } catch (IllegalArgumentException | MarkerEvaluationException e) {
            throw defect(key, "\"" + key + "\" is \"" + text + "\": " + e.getMessage());
        }
    }

    <T> T required(String key, Optional<T> value) {
        return value.orElseThrow(() -> defect(key, "\"" + key + "\" is missing"));
    }

    <T> Optional<T> value(String key, Class<T> type, String expected) {
        @Nullable Item item = toml.items().get(key);
        if (item == null) {
            return Optional.empty();
        }
        Object value = item.value();
        if (!type.isInstance(value)) {
            throw defect(key, "\"" + key + "\" is not " + expected);
        }
        return Optional.of(type.cast(value));
    }

    LockTable table(String key) {
        return new LockTable(required(key, value(key, LineTable.class, "a table")), lineOf(key));
    }

    /** The tables of an array; none where the key is absent. */
    List<LockTable> tables(String key) {
        return array(key)
                .map(array -> items(key, array, LineTable.class, (table, at) -> new LockTable(table, at)))
                .orElse(List.of());
    }

    /** The strings of an array; none where the key is absent. */
    List<String> strings(String key) {
        return array(key).map(array -> strings(key, array)).orElse(List.of());
    }

    <T> List<T> list(String key, Function<String, T> parser) {
        return strings(key).stream().map(text -> parse(key, text, parser)).toList();
    }

    /** The arrays of strings in an array; none where the key is absent. */
    List<List<String>> lists(String key) {
        return array(key)
                .map(array -> items(key, array, LineArray.class, (inner, at) -> strings(key, inner)))
                .orElse(List.of());
    }

    private List<String> strings(String key, LineArray array) {
        return items(key, array, String.class, (text, at) -> text);
    }

    private Optional<LineArray> array(String key) {
        return value(key, LineArray.class, "an array");
    }

    private static <T, R> List<R> items(String key, LineArray array, Class<T> type, BiFunction<T, Integer, R> reader) {
        List<R> items = new ArrayList<>(array.items().size());
        for (Item item : array.items()) {
            if (!type.isInstance(item.value())) {
                throw new DefectException(
                        item.line(), "\"" + key + "\" holds a value of another type than the lock's own");
            }
            items.add(reader.apply(type.cast(item.value()), item.line()));
        }
        return items;
    }
}
