// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.toml.LineTable;
import dev.zeus.wheels.core.toml.TomlSyntaxException;

/** Reads a lock, after it has been shown to be whole and unedited. */
final class LockReader {
    private static final String MEND = "rewrite it with: mvn wheels:generate";

    private LockReader() {}

    static Lock read(String text) {
        Wholeness.require(text);
        LineTable toml = PrintedToml.read(text).orElseGet(() -> library(text));
        try {
            return new LockTables(new LockTable(toml, 1)).lock();
        } catch (LockTable.DefectException e) {
            throw new WheelsException(
                    LockProblem.NOT_A_LOCK, "pylock.toml is not a lock of Zeus Wheels, " + e.getMessage(), MEND, e);
        }
    }

    /** What is not as it was printed, which is read all the same where it is TOML. */
    static LineTable library(String text) {
        try {
            return LineTable.parse(text);
        } catch (TomlSyntaxException e) {
            throw new WheelsException(
                    LockProblem.NOT_TOML, "pylock.toml is not TOML, line " + e.line() + ": " + e.getMessage(), MEND, e);
        }
    }
}
