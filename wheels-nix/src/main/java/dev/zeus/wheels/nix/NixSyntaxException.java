// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

/** Ends the parsing of a text at the first error; never leaves this package. */
final class NixSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String hint;

    NixSyntaxException(int offset, String message, String hint) {
        super(message, null, false, false);
        this.offset = offset;
        this.hint = hint;
    }

    NixSyntaxError locatedIn(String text) {
        int line = 1;
        int lineStart = 0;
        int end = Math.min(offset, text.length());
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new NixSyntaxError(line, end - lineStart + 1, String.valueOf(getMessage()), hint);
    }
}
