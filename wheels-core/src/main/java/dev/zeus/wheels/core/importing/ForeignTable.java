// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.toml.LineTable;
import dev.zeus.wheels.core.toml.LineTable.LineArray;
import dev.zeus.wheels.core.toml.Pyproject;
import dev.zeus.wheels.core.toml.TypedToml;
import dev.zeus.wheels.python.MarkerEvaluationException;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A table of a file, read key by key; whatever is wrong with a value is said with its line. {@link TomlReader},
 * {@link JsonReader} and {@link YamlReader} make one of a file.
 *
 * @param file the file
 * @param table what it holds
 * @param line where it begins
 */
record ForeignTable(ForeignText file, LineTable table, int line) {

    /** A text of a list. */
    record Item(String text, Place place) {}

    Place place() {
        return file.at(line);
    }

    Place at(String key) {
        return file.at(found(key).map(LineTable.Item::line).orElse(line));
    }

    /** It as the pyproject.toml of a project. */
    Pyproject pyproject() {
        return new Pyproject(new TypedToml(
                table,
                (at, path, expected) -> ImportProblems.malformed(
                        file.at(at), "\"" + path.get(path.size() - 1) + "\" is not " + expected)));
    }

    /** A text of it as an item. */
    Item item(TypedToml.Text text) {
        return new Item(text.value(), file.at(text.line()));
    }

    private Optional<LineTable.Item> found(String key) {
        return Optional.ofNullable(table.items().get(key));
    }

    private ForeignTable inner(LineTable inner, int at) {
        return new ForeignTable(file, inner, at);
    }

    boolean has(String key) {
        return table.items().containsKey(key);
    }

    List<String> keys() {
        return List.copyOf(table.items().keySet());
    }

    Optional<String> text(String key) {
        return value(key, String.class, "text");
    }

    boolean flag(String key) {
        return value(key, Boolean.class, "true or false").orElse(false);
    }

    Optional<ForeignTable> table(String key) {
        return value(key, LineTable.class, "a table").map(inner -> inner(inner, at(key).line()));
    }

    /** The table at a path; empty if there is none. */
    Optional<ForeignTable> path(String... keys) {
        Optional<ForeignTable> found = Optional.of(this);
        for (String key : keys) {
            found = found.flatMap(table -> table.table(key));
        }
        return found;
    }

    /** A value as it is, such as text, a {@link LineTable.LineArray} or a table. */
    Object any(String key) {
        return found(key)
                .map(item -> item.value() instanceof LineTable inner ? inner(inner, item.line()) : item.value())
                .orElseThrow(() -> ImportProblems.malformed(place(), "\"" + key + "\" is missing"));
    }

    /** A value as it is, or a default if there is none. */
    Object any(String key, Object otherwise) {
        return has(key) ? any(key) : otherwise;
    }

    private <T> Optional<T> value(String key, Class<T> type, String expected) {
        return found(key).map(item -> {
            if (!type.isInstance(item.value())) {
                throw ImportProblems.malformed(file.at(item.line()), "\"" + key + "\" is not " + expected);
            }
            return type.cast(item.value());
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

    private List<LineTable.Item> list(String key) {
        return value(key, LineArray.class, "an array").map(LineArray::items).orElse(List.of());
    }

    /** The texts of an array; none where the key is absent. */
    List<Item> items(String key) {
        List<Item> items = new ArrayList<>();
        for (LineTable.Item value : list(key)) {
            Place place = file.at(value.line());
            if (!(value.value() instanceof String text)) {
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
        for (LineTable.Item value : list(key)) {
            if (!(value.value() instanceof LineTable inner)) {
                throw ImportProblems.malformed(
                        file.at(value.line()), "\"" + key + "\" holds something else than tables");
            }
            tables.add(inner(inner, value.line()));
        }
        return tables;
    }

    /** An array as texts, lists and maps of texts, for a parser that knows what it means. */
    List<Object> plain(String key) {
        return plain(list(key));
    }

    private static List<Object> plain(List<LineTable.Item> items) {
        return items.stream().map(item -> plain(item.value())).toList();
    }

    private static Object plain(Object value) {
        if (value instanceof LineArray array) {
            return plain(array.items());
        }
        if (!(value instanceof LineTable inner)) {
            return value;
        }
        Map<String, Object> map = new TreeMap<>();
        inner.items().forEach((key, item) -> map.put(key, plain(item.value())));
        return map;
    }
}
