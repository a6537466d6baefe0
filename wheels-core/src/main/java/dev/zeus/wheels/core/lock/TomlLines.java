// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** TOML as it is written, line by line; what is absent or empty is left out. */
final class TomlLines {
    private final List<String> lines = new ArrayList<>();

    TomlLines line(String line) {
        lines.add(line);
        return this;
    }

    TomlLines set(String key, String value) {
        return line(Toml.entry(key, value));
    }

    TomlLines string(String key, String value) {
        return set(key, Toml.string(value));
    }

    TomlLines string(String key, Optional<?> value) {
        value.ifPresent(present -> string(key, present.toString()));
        return this;
    }

    /** An array with one item a line, so that a diff shows items. */
    TomlLines items(String key, List<String> items) {
        if (!items.isEmpty()) {
            line(key + " = [");
            items.forEach(item -> line("    " + item + ","));
            line("]");
        }
        return this;
    }

    List<String> lines() {
        return lines;
    }
}
