// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.toml;

import dev.zeus.wheels.core.toml.LineTable.Item;
import dev.zeus.wheels.core.toml.LineTable.LineArray;
import java.util.List;
import java.util.Optional;

/**
 * A file of TOML whose values are to have the types that a standard gives them.
 *
 * @param table what it holds
 * @param complaint what is thrown at a value of another type
 */
public record TypedToml(LineTable table, Complaint complaint) {
    /** What is thrown at a value that is not as expected. */
    @FunctionalInterface
    public interface Complaint {
        /** The exception for a value at a path, which stands on a line. */
        RuntimeException of(int line, List<String> path, String expected);
    }

    /** A text and the line it stands on. */
    public record Text(String value, int line) {}

    /** The table at a path; empty if there is none. */
    public Optional<LineTable> table(List<String> path) {
        return value(path, LineTable.class, "a table");
    }

    /** The text at a path; empty if there is none. */
    public Optional<Text> text(List<String> path) {
        return value(path, String.class, "text").map(text -> new Text(text, lineOf(path)));
    }

    /** The texts of an array; empty where it is absent. */
    public Optional<List<Text>> texts(List<String> path) {
        return value(path, LineArray.class, "an array")
                .map(array ->
                        array.items().stream().map(item -> text(path, item)).toList());
    }

    private Text text(List<String> path, Item item) {
        if (!(item.value() instanceof String text)) {
            throw complaint.of(item.line(), path, "an array of texts");
        }
        return new Text(text, item.line());
    }

    /** The line that a value stands on; the first one where it is absent. */
    public int lineOf(List<String> path) {
        return table.at(path).map(Item::line).orElse(1);
    }

    private <T> Optional<T> value(List<String> path, Class<T> type, String expected) {
        for (int i = 1; i < path.size(); i++) {
            if (table.at(path.subList(0, i))
                    .filter(each -> !(each.value() instanceof LineTable))
                    .isPresent()) {
                throw complaint.of(lineOf(path.subList(0, 1)), path, expected);
            }
        }
        return table.at(path).map(item -> {
            if (!type.isInstance(item.value())) {
                throw complaint.of(item.line(), path, expected);
            }
            return type.cast(item.value());
        });
    }
}
