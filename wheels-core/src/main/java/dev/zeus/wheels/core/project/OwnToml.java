// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

import dev.zeus.wheels.core.toml.LineTable;
import dev.zeus.wheels.core.toml.LineTable.Item;
import dev.zeus.wheels.core.toml.LineTable.LineArray;
import dev.zeus.wheels.core.toml.Pyproject;
import dev.zeus.wheels.core.toml.TomlSyntaxException;
import dev.zeus.wheels.core.toml.TypedToml;
import dev.zeus.wheels.core.toml.TypedToml.Text;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The values of a TOML text with their places.
 *
 * @param file how the file is shown
 * @param first the line of the file that the text begins at
 * @param toml the text
 */
record OwnToml(String file, int first, LineTable toml) {
    static OwnToml parse(String file, int first, String text) {
        try {
            return new OwnToml(file, first, LineTable.parse(text));
        } catch (TomlSyntaxException e) {
            throw OwnProblems.malformed(
                    file + ":" + (first + e.line() - 1), "no TOML: " + e.getMessage(), "correct the line");
        }
    }

    /** Where a value stands. */
    String at(List<String> path) {
        return place(toml.at(path).map(Item::line).orElse(1));
    }

    private String place(int line) {
        return file + ":" + (first + line - 1);
    }

    /** The same, held to the types of the standard. */
    TypedToml typed() {
        return new TypedToml(
                toml,
                (line, path, expected) -> OwnProblems.malformed(
                        place(line), String.join(".", path) + " is not " + expected, "correct it there"));
    }

    /** The tables of the standard. */
    Pyproject pyproject() {
        return new Pyproject(typed());
    }

    Optional<LineTable> table(List<String> path) {
        return typed().table(path);
    }

    Optional<Located<String>> string(List<String> path) {
        return typed().text(path).map(this::located);
    }

    /** The texts of an array; none where it is absent. */
    List<Located<String>> strings(List<String> path) {
        return located(typed().texts(path).orElse(List.of()));
    }

    /** Texts with their places. */
    List<Located<String>> located(List<Text> texts) {
        return texts.stream().map(this::located).toList();
    }

    private Located<String> located(Text text) {
        return new Located<>(text.value(), place(text.line()));
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
        return toml.at(List.of(path), String.class).map(text -> new Located<>(text, at(List.of(path))));
    }

    /** The same where one text may stand for an array of them. */
    List<String> textsOfTool(String... path) {
        return toml.at(List.of(path), LineArray.class)
                .map(array -> array.all(String.class))
                .orElseGet(() -> ofTool(path).stream().map(Located::value).toList());
    }

    /** The text that the first table of an array of them has. */
    Optional<String> firstOfTool(String key, String... path) {
        return toml.at(List.of(path), LineArray.class).stream()
                .flatMap(array -> array.items().stream().limit(1))
                .map(Item::value)
                .filter(LineTable.class::isInstance)
                .flatMap(table -> ((LineTable) table).at(List.of(key), String.class).stream())
                .findFirst();
    }

    /** The keys of a table of a tool; none where it is absent or something else. */
    Set<String> keysOfTool(List<String> path) {
        return toml.at(path, LineTable.class)
                .map(table -> table.items().keySet())
                .orElse(Set.of());
    }

    /** The tables of an array of them, or the one that may stand for it. */
    List<LineTable> tablesOfTool(String... path) {
        return toml.at(List.of(path), LineArray.class)
                .map(array -> array.all(LineTable.class))
                .orElseGet(
                        () -> toml.at(List.of(path), LineTable.class).stream().toList());
    }
}
