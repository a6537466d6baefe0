package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.python.MarkerEvaluationException;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A table of a TOML file, read key by key; whatever is wrong with a value is said with its line.
 *
 * @param file the file
 * @param toml the table
 * @param line where it begins
 */
record TomlFile(ForeignText file, TomlTable toml, int line) {

    /**
     * Reads a file.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException I103 if it is no TOML
     */
    static TomlFile parse(ForeignText file) {
        TomlParseResult toml;
        try {
            toml = Toml.parse(file.text());
        } catch (StackOverflowError e) {
            throw ImportProblems.malformed(file.at(1), "it nests deeper than anything that a tool writes");
        }
        if (toml.hasErrors()) {
            TomlParseError error = toml.errors().get(0);
            throw ImportProblems.malformed(file.at(error.position().line()), "no TOML: " + error.getMessage());
        }
        return new TomlFile(file, toml, 1);
    }

    Place at(String key) {
        @Nullable TomlPosition position = toml.inputPositionOf(List.of(key));
        return file.at(position == null ? line : position.line());
    }

    boolean has(String key) {
        return toml.contains(List.of(key));
    }

    List<String> keys() {
        return List.copyOf(toml.keySet());
    }

    Optional<String> text(String key) {
        return value(key, String.class, "text");
    }

    Optional<TomlFile> table(String key) {
        return value(key, TomlTable.class, "a table").map(table -> new TomlFile(file, table, at(key).line()));
    }

    /** The table at a path; empty where there is none. */
    Optional<TomlFile> path(String... keys) {
        Optional<TomlFile> found = Optional.of(this);
        for (String key : keys) {
            found = found.flatMap(table -> table.table(key));
        }
        return found;
    }

    /** A value as it is, such as text or a table. */
    Object any(String key) {
        @Nullable Object value = toml.get(List.of(key));
        if (value == null) {
            throw ImportProblems.malformed(at(key), "\"" + key + "\" is missing");
        }
        return value;
    }

    <T> Optional<T> value(String key, Class<T> type, String expected) {
        @Nullable Object value = toml.get(List.of(key));
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw ImportProblems.malformed(at(key), "\"" + key + "\" is not " + expected);
        }
        return Optional.of(type.cast(value));
    }

    /** A value that a parser of ours makes of a text. */
    <T> Optional<T> parsed(String key, Function<String, T> parser) {
        return text(key).map(text -> parse(text, parser, at(key)));
    }

    <T> T required(String key, Function<String, T> parser) {
        return parsed(key, parser)
                .orElseThrow(() -> ImportProblems.malformed(file.at(line), "\"" + key + "\" is missing"));
    }

    static <T> T parse(String text, Function<String, T> parser, Place place) {
        try {
            return parser.apply(text);
        } catch (PackagingParseException | MarkerEvaluationException e) {
            throw ImportProblems.malformed(place, String.valueOf(e.getMessage()));
        }
    }

    /** A text of an array. */
    record Item(String text, Place place) {}

    /** The texts of an array; none where the key is absent. */
    List<Item> items(String key) {
        List<Item> items = new ArrayList<>();
        value(key, TomlArray.class, "an array").ifPresent(array -> {
            for (int i = 0; i < array.size(); i++) {
                Place place = file.at(array.inputPositionOf(i).line());
                if (!(array.get(i) instanceof String text)) {
                    throw ImportProblems.malformed(place, "\"" + key + "\" holds something else than text");
                }
                items.add(new Item(text, place));
            }
        });
        return items;
    }

    /** The tables of an array; none where the key is absent. */
    List<TomlFile> tables(String key) {
        List<TomlFile> tables = new ArrayList<>();
        value(key, TomlArray.class, "an array").ifPresent(array -> {
            for (int i = 0; i < array.size(); i++) {
                int at = array.inputPositionOf(i).line();
                if (!(array.get(i) instanceof TomlTable table)) {
                    throw ImportProblems.malformed(file.at(at), "\"" + key + "\" holds something else than tables");
                }
                tables.add(new TomlFile(file, table, at));
            }
        });
        return tables;
    }
}
