// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Locale;

/**
 * A problem of a compilation itself, without a place in a source, with its stable code.
 *
 * <p>{@link #BAD_OPTION} is reported for {@code -Awheels.lokc=pylock.toml}.
 */
public enum CompilationProblem implements Problem {
    UNWRITABLE(
            "V198",
            "A registry that the compiler cannot write.",
            Kind.ERROR,
            "%1$s cannot be written: %2$s",
            "see that the compiler's output directories can be written to"),
    CRASH(
            "V199",
            "A bug of the processor; without it (`-proc:none`) the sources compile, and no registry is written.",
            Kind.ERROR,
            "the wheels processor failed, which is a bug in it.",
            "report it with this trace:\n%1$s"),
    BAD_OPTION(
            "V223",
            "An option that the processor does not have, or a value that the option cannot have.",
            Kind.ERROR,
            "%1$s",
            "%2$s"),
    NO_SOURCE(
            "V224",
            "A declaration whose class file is there and whose source is not.",
            Kind.NOTE,
            "%1$s is left out: its class file is there, its source is not.",
            "delete the class file, or compile all sources into an empty directory");

    private final Wording wording;

    CompilationProblem(String code, String meaning, Kind kind, String message, String hint) {
        this.wording = new Wording(code, meaning, kind, message, hint);
    }

    @Override
    public Wording wording() {
        return wording;
    }

    /** The three lines that a compiler prints. */
    String said(Object... arguments) {
        return Finding.text(
                this, String.format(Locale.ROOT, message(), arguments), String.format(Locale.ROOT, hint(), arguments));
    }
}
