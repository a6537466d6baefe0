// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.toml;

/** What is wrong with a text that is to be TOML, and the line where. */
public final class TomlSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    TomlSyntaxException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line of the text. */
    public int line() {
        return line;
    }
}
