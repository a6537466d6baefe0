// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.importing.ForeignTable.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads TOML, with the line of each value. */
final class TomlReader {
    private static final int DEEPEST = 100;

    private final ForeignText file;

    private TomlReader(ForeignText file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException I103 if it is no TOML
     */
    static ForeignTable parse(ForeignText file) {
        TomlParseResult toml;
        try {
            toml = Toml.parse(file.text());
        } catch (StackOverflowError e) {
            throw ImportProblems.tooDeep(file.at(1));
        }
        if (toml.hasErrors()) {
            TomlParseError error = toml.errors().get(0);
            throw ImportProblems.malformed(file.at(error.position().line()), "no TOML: " + error.getMessage());
        }
        return new TomlReader(file).table(toml, 1, 0);
    }

    private ForeignTable table(TomlTable toml, int line, int depth) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (String key : toml.keySet()) {
            @Nullable TomlPosition position = toml.inputPositionOf(List.of(key));
            int at = position == null ? line : position.line();
            @Nullable Object value = toml.get(List.of(key));
            if (value != null) {
                values.put(key, new Value(content(value, at, depth), at));
            }
        }
        return new ForeignTable(file, values, line);
    }

    private Object content(Object value, int line, int depth) {
        if (depth > DEEPEST) {
            throw ImportProblems.tooDeep(file.at(line));
        }
        if (value instanceof TomlTable table) {
            return table(table, line, depth + 1);
        }
        if (value instanceof TomlArray array) {
            List<Value> values = new ArrayList<>(array.size());
            for (int i = 0; i < array.size(); i++) {
                int at = array.inputPositionOf(i).line();
                values.add(new Value(content(array.get(i), at, depth + 1), at));
            }
            return values;
        }
        return value;
    }
}
