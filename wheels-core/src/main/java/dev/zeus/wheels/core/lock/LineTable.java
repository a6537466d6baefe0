// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A table of TOML whose values know the lines they stand in.
 *
 * @param items the values by key, in the order of the file
 */
record LineTable(Map<String, Item> items) {
    /**
     * A value: text, a number, a moment, a table, an array, or whatever else TOML has.
     *
     * @param line where it stands
     */
    record Item(Object value, int line) {}

    /** An array of TOML. */
    record LineArray(List<Item> items) {}

    /** What the library has read. */
    static LineTable of(TomlTable toml) {
        Map<String, Item> items = new LinkedHashMap<>();
        for (String key : toml.keySet()) {
            Object value = toml.get(List.of(key));
            TomlPosition position = toml.inputPositionOf(List.of(key));
            if (value != null) {
                items.put(key, new Item(value(value), position == null ? 0 : position.line()));
            }
        }
        return new LineTable(items);
    }

    private static Object value(Object value) {
        if (value instanceof TomlTable table) {
            return of(table);
        }
        if (value instanceof TomlArray array) {
            List<Item> items = new ArrayList<>(array.size());
            for (int i = 0; i < array.size(); i++) {
                items.add(new Item(value(array.get(i)), array.inputPositionOf(i).line()));
            }
            return new LineArray(items);
        }
        return value;
    }
}
