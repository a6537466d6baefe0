// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Locale;

/**
 * The rules that project names and extra names share (<a href="https://peps.python.org/pep-0503/">PEP 503</a>, <a
 * href="https://peps.python.org/pep-0685/">PEP 685</a>).
 */
final class Names {
    static final int MAX_LENGTH = 256;

    private Names() {}

    /** Reads a name that follows the standard: letters, digits and separators, the ends being no separators. */
    static String parse(String kind, String text) {
        if (text.isEmpty()) {
            throw new PackagingParseException(kind, text, 0, "a letter or digit");
        }
        checkLength(kind, text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inner = i > 0 && i < text.length() - 1;
            if (!Chars.isAlphanumeric(c) && !(inner && Chars.isSeparator(c))) {
                String expected = inner ? "a letter, a digit, \"-\", \"_\" or \".\"" : "a letter or digit";
                throw new PackagingParseException(kind, text, i, expected);
            }
        }
        return normalize(text);
    }

    static void checkLength(String kind, String text) {
        if (text.length() > MAX_LENGTH) {
            throw new PackagingParseException(kind, text, MAX_LENGTH, "at most " + MAX_LENGTH + " characters");
        }
    }

    /** Folds case and runs of separators, whatever else the text is made of. */
    static String normalize(String text) {
        if (isNormal(text)) {
            return text;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (!Chars.isSeparator(c)) {
                out.append(c);
            } else if (out.length() == 0 || out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        }
        return out.toString();
    }

    private static boolean isNormal(String text) {
        char last = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= 'a' && c <= 'z') || Chars.isDigit(c) || (c == '-' && last != '-'))) {
                return false;
            }
            last = c;
        }
        return true;
    }
}
