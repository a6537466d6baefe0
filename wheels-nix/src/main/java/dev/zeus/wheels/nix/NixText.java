// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.List;

/** Any text as a Nix string literal: in double quotes, or over several lines where no character needs an escape. */
final class NixText {
    private NixText() {}

    /** Whether lines mean themselves between two single quotes on lines of their own. */
    static boolean isPlain(List<String> lines) {
        return !lines.isEmpty()
                && lines.stream().anyMatch(line -> !line.isEmpty() && line.charAt(0) != ' ')
                && lines.stream().allMatch(NixText::isPlain);
    }

    private static boolean isPlain(String line) {
        return List.of("''", "${", "$$", "'$", "$'").stream().noneMatch(line::contains)
                && !line.isBlank()
                && line.codePoints().noneMatch(Character::isISOControl);
    }

    /**
     * The literal whose value is the text: backslash, quote, dollar, line feed, carriage return and tab are escaped,
     * all else stands for itself.
     *
     * @throws IllegalArgumentException for NUL and for half of a surrogate pair, which no Nix string can hold
     */
    static String quote(String text) {
        int plain = 0;
        while (plain < text.length() && standsForItself(text.charAt(plain))) {
            plain++;
        }
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"').append(text, 0, plain);
        for (int i = plain; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                throw new IllegalArgumentException(
                        "a Nix string cannot hold " + NixScan.shown(c) + ", found at position " + i);
            }
            switch (c) {
                case '\\' -> literal.append("\\\\");
                case '"' -> literal.append("\\\"");
                case '$' -> literal.append("\\$");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return literal.append('"').toString();
    }

    /** What nearly every string is made of. */
    private static boolean standsForItself(char c) {
        return c >= ' ' && c < 0x7f && c != '\\' && c != '"' && c != '$';
    }
}
