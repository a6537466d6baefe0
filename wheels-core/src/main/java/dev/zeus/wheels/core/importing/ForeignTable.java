// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.python.MarkerEvaluationException;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A table of a file, read key by key; whatever is wrong with a value is said with its line. {@link TomlReader} and
 * {@link JsonReader} make one of a file.
 *
 * @param file the file
 * @param values the values by key, in the order of the file
 * @param line where it begins
 */
record ForeignTable(ForeignText file, Map<String, Value> values, int line) {

    /**
     * A value.
     *
     * @param content a text, a truth value, a number, a list of values, a table, or whatever else the format has
     * @param line where it is
     */
    record Value(Object content, int line) {}

    /** A text of a list. */
    record Item(String text, Place place) {}

    Place place() {
        return file.at(line);
    }

    Place at(String key) {
        return file.at(Optional.ofNullable(values.get(key)).map(Value::line).orElse(line));
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    Optional<String> text(String key) {
        return value(key, String.class, "text");
    }

    boolean flag(String key) {
        return value(key, Boolean.class, "true or false").orElse(false);
    }

    Optional<ForeignTable> table(String key) {
        return value(key, ForeignTable.class, "a table");
    }

    /** The table at a path; empty where there is none. */
    Optional<ForeignTable> path(String... keys) {
        Optional<ForeignTable> found = Optional.of(this);
        for (String key : keys) {
            found = found.flatMap(table -> table.table(key));
        }
        return found;
    }

    /** A value as it is, such as text or a table. */
    Object any(String key) {
        return Optional.ofNullable(values.get(key))
                .map(Value::content)
                .orElseThrow(() -> ImportProblems.malformed(place(), "\"" + key + "\" is missing"));
    }

    /** A value as it is, or another where there is none. */
    Object any(String key, Object otherwise) {
        return has(key) ? any(key) : otherwise;
    }

    private <T> Optional<T> value(String key, Class<T> type, String expected) {
        return Optional.ofNullable(values.get(key)).map(value -> {
            if (!type.isInstance(value.content())) {
                throw ImportProblems.malformed(file.at(value.line()), "\"" + key + "\" is not " + expected);
            }
            return type.cast(value.content());
        });
    }

    /** A value that a parser of ours makes of a text. */
    <T> Optional<T> parsed(String key, Function<String, T> parser) {
        return text(key).map(text -> parse(text, parser, at(key)));
    }

    <T> T required(String key, Function<String, T> parser) {
        return parsed(key, parser).orElseThrow(() -> ImportProblems.malformed(place(), "\"" + key + "\" is missing"));
    }

    static <T> T parse(String text, Function<String, T> parser, Place place) {
        try {
            return parser.apply(text);
        } catch (PackagingParseException | MarkerEvaluationException e) {
            throw ImportProblems.malformed(place, String.valueOf(e.getMessage()));
        }
    }

    private List<Value> list(String key) {
        List<Value> list = new ArrayList<>();
        value(key, List.class, "an array").ifPresent(found -> {
            for (Object item : found) {
                list.add((Value) item);
            }
        });
        return list;
    }

    /** The texts of an array; none where the key is absent. */
    List<Item> items(String key) {
        List<Item> items = new ArrayList<>();
        for (Value value : list(key)) {
            Place place = file.at(value.line());
            if (!(value.content() instanceof String text)) {
                throw ImportProblems.malformed(place, "\"" + key + "\" holds something else than text");
            }
            items.add(new Item(text, place));
        }
        return items;
    }

    /** The values that a parser of ours makes of the texts of an array; none where the key is absent. */
    <T> List<T> parsedItems(String key, Function<String, T> parser) {
        List<T> parsed = new ArrayList<>();
        items(key).forEach(item -> parsed.add(parse(item.text(), parser, item.place())));
        return parsed;
    }

    /** The tables of an array; none where the key is absent. */
    List<ForeignTable> tables(String key) {
        List<ForeignTable> tables = new ArrayList<>();
        for (Value value : list(key)) {
            if (!(value.content() instanceof ForeignTable table)) {
                throw ImportProblems.malformed(
                        file.at(value.line()), "\"" + key + "\" holds something else than tables");
            }
            tables.add(table);
        }
        return tables;
    }

    /** An array as texts and maps of texts, for a parser that knows what it means. */
    List<Object> plain(String key) {
        List<Object> plain = new ArrayList<>();
        list(key).forEach(value -> plain.add(plain(value)));
        return plain;
    }

    private static Object plain(Value value) {
        if (!(value.content() instanceof ForeignTable table)) {
            return value.content();
        }
        Map<String, Object> map = new TreeMap<>();
        table.values().forEach((key, inner) -> map.put(key, plain(inner)));
        return map;
    }
}
