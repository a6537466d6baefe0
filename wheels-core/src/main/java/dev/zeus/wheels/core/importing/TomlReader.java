// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.toml.LineTable;
import dev.zeus.wheels.core.toml.TomlSyntaxException;

/** Reads TOML, with the line of each value. */
final class TomlReader {
    private TomlReader() {}

    /**
     * Reads a file.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException I103 if it is not TOML
     */
    static ForeignTable parse(ForeignText file) {
        try {
            return new ForeignTable(file, LineTable.parse(file.text()), 1);
        } catch (TomlSyntaxException e) {
            throw ImportProblems.malformed(file.at(e.line()), "no TOML: " + e.getMessage());
        }
    }
}
