// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

import dev.zeus.wheels.python.PackagingParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * The values of a TOML text with their lines.
 *
 * @param file how the file is shown
 * @param first the line of the file that the text begins at
 * @param toml the text
 */
record TomlLines(String file, int first, TomlParseResult toml) {
    static TomlLines parse(String file, int first, String text) {
        TomlParseResult toml;
        try {
            toml = Toml.parse(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (StackOverflowError e) {
            throw OwnProblems.malformed(file + ":" + first, "it nests deeper than anything useful", "flatten it");
        }
        if (toml.hasErrors()) {
            var error = toml.errors().get(0);
            throw OwnProblems.malformed(
                    file + ":" + (first + error.position().line() - 1),
                    "no TOML: " + error.getMessage(),
                    "correct the line");
        }
        return new TomlLines(file, first, toml);
    }

    /** Where a value stands. */
    String at(List<String> path) {
        @Nullable TomlPosition position = toml.inputPositionOf(path);
        return file + ":" + (position == null ? first : first + position.line() - 1);
    }

    Optional<TomlTable> table(List<String> path) {
        return value(path, TomlTable.class, "a table");
    }

    Optional<Located<String>> string(List<String> path) {
        return value(path, String.class, "text").map(text -> new Located<>(text, at(path)));
    }

    /** The texts of an array; none where it is absent. */
    List<Located<String>> strings(List<String> path) {
        List<Located<String>> texts = new ArrayList<>();
        value(path, TomlArray.class, "an array").ifPresent(array -> {
            for (int i = 0; i < array.size(); i++) {
                String place = file + ":" + (first + array.inputPositionOf(i).line() - 1);
                if (!(array.get(i) instanceof String text)) {
                    throw wrong(place, path, "an array of texts");
                }
                texts.add(new Located<>(text, place));
            }
        });
        return texts;
    }

    /** What a parser of ours makes of a text. */
    static <T> Located<T> parsed(Located<String> text, Function<String, T> parser) {
        try {
            return new Located<>(parser.apply(text.value()), text.place());
        } catch (PackagingParseException e) {
            throw OwnProblems.malformed(text.place(), String.valueOf(e.getMessage()), "correct it there");
        }
    }

    /**
     * The text that a table of a tool has; empty where it is absent or something else, which is for the tool to judge.
     */
    Optional<Located<String>> ofTool(String... path) {
        return ofTool(List.of(path), String.class).map(text -> new Located<>(text, at(List.of(path))));
    }

    /** The same where one text may stand for an array of them. */
    List<String> textsOfTool(String... path) {
        return ofTool(List.of(path), TomlArray.class)
                .map(array -> array.toList().stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList())
                .orElseGet(() -> ofTool(path).stream().map(Located::value).toList());
    }

    /** The text that the first table of an array of them has. */
    Optional<String> firstOfTool(String key, String... path) {
        return ofTool(List.of(path), TomlArray.class)
                .filter(array -> !array.isEmpty() && array.get(0) instanceof TomlTable)
                .flatMap(array -> Optional.ofNullable(array.getTable(0).get(List.of(key))))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** The keys of a table of a tool; none where it is absent or something else. */
    Set<String> keysOfTool(List<String> path) {
        return ofTool(path, TomlTable.class).map(TomlTable::keySet).orElse(Set.of());
    }

    /** The tables of an array of them, or the one that may stand for it. */
    List<TomlTable> tablesOfTool(String... path) {
        return ofTool(List.of(path), TomlArray.class)
                .map(array -> array.toList().stream()
                        .filter(TomlTable.class::isInstance)
                        .map(TomlTable.class::cast)
                        .toList())
                .orElseGet(() -> ofTool(List.of(path), TomlTable.class).stream().toList());
    }

    private <T> Optional<T> ofTool(List<String> path, Class<T> type) {
        @Nullable Object value = toml;
        for (String key : path) {
            value = value instanceof TomlTable table ? table.get(List.of(key)) : null;
        }
        return Optional.ofNullable(value).filter(type::isInstance).map(type::cast);
    }

    private <T> Optional<T> value(List<String> path, Class<T> type, String expected) {
        @Nullable Object value;
        try {
            value = toml.get(path);
        } catch (RuntimeException e) {
            throw wrong(at(path.subList(0, 1)), path, expected);
        }
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw wrong(at(path), path, expected);
        }
        return Optional.of(type.cast(value));
    }

    private static RuntimeException wrong(String place, List<String> path, String expected) {
        return OwnProblems.malformed(place, String.join(".", path) + " is not " + expected, "correct it there");
    }
}
