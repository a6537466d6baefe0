// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

/** A TOML string as the lock writes it, on one line: in single quotes as it is, in double quotes with escapes. */
final class LockText {
    private LockText() {}

    /** The text of a string with its quotes; an escape that the lock does not write stays as it is. */
    static String read(String quoted) {
        if (quoted.length() < 2) {
            return "";
        }
        String inner = quoted.substring(1, quoted.length() - 1);
        if (quoted.charAt(0) == '\'' || inner.indexOf('\\') < 0) {
            return inner;
        }
        StringBuilder text = new StringBuilder(inner.length());
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            char next = i + 1 < inner.length() ? inner.charAt(i + 1) : ' ';
            if (c == '\\' && (next == '"' || next == '\\')) {
                text.append(next);
                i++;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
