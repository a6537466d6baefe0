// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.Locale;

/**
 * The ends of words, numbers, paths and URIs in a text; each answers where it was asked if nothing such begins there.
 */
final class NixScan {
    private NixScan() {}

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isPathChar(char c) {
        return isLetter(c) || isDigit(c) || c == '.' || c == '_' || c == '-' || c == '+';
    }

    static int lineEnd(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    static int identifierEnd(String text, int from) {
        int i = from;
        while (i < text.length() && isIdentifierChar(text.charAt(i), i == from)) {
            i++;
        }
        return i;
    }

    private static boolean isIdentifierChar(char c, boolean first) {
        return isLetter(c) || c == '_' || (!first && (isDigit(c) || c == '\'' || c == '-'));
    }

    static int numberEnd(String text, int from) {
        int digits = digitsEnd(text, from);
        boolean startsPlainly = digits == from || text.charAt(from) != '0' || digits == from + 1;
        if (digits < text.length() && text.charAt(digits) == '.' && startsPlainly) {
            int fraction = digitsEnd(text, digits + 1);
            boolean zeroOrNone = digits == from || text.charAt(from) == '0';
            if (fraction > digits + 1 || !zeroOrNone) {
                return exponentEnd(text, fraction);
            }
        }
        return digits;
    }

    private static int exponentEnd(String text, int from) {
        if (from < text.length() && (text.charAt(from) == 'e' || text.charAt(from) == 'E')) {
            int sign = from + 1;
            if (sign < text.length() && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
                sign++;
            }
            int end = digitsEnd(text, sign);
            return end > sign ? end : from;
        }
        return from;
    }

    private static int digitsEnd(String text, int from) {
        int i = from;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static boolean exceedsLong(String digits) {
        try {
            return Long.parseLong(digits) < 0;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    static int pathCharsEnd(String text, int from) {
        int i = from;
        while (i < text.length() && isPathChar(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The end of path characters and slashes. */
    static int pathEnd(String text, int from) {
        int i = from;
        while (i < text.length() && (isPathChar(text.charAt(i)) || text.charAt(i) == '/')) {
            i++;
        }
        return i;
    }

    /** The end of {@code <nixpkgs/lib>}. */
    static int searchPathEnd(String text, int from) {
        if (text.charAt(from) != '<') {
            return from;
        }
        int i = from;
        do {
            int end = pathCharsEnd(text, i + 1);
            if (end == i + 1) {
                return from;
            }
            i = end;
        } while (i < text.length() && text.charAt(i) == '/');
        return i < text.length() && text.charAt(i) == '>' ? i + 1 : from;
    }

    /** The end of the characters that a URI's scheme may have. */
    static int schemeEnd(String text, int from) {
        int i = from;
        while (i < text.length() && isSchemeChar(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The end of an unquoted URI such as {@code https://example.org/x}, whose scheme ends at {@code colon}. */
    static int uriEnd(String text, int from, int colon) {
        if (!isLetter(text.charAt(from)) || colon == text.length() || text.charAt(colon) != ':') {
            return from;
        }
        int i = colon + 1;
        while (i < text.length() && isUriChar(text.charAt(i))) {
            i++;
        }
        return i > colon + 1 ? i : from;
    }

    private static boolean isSchemeChar(char c) {
        return isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.';
    }

    private static boolean isUriChar(char c) {
        return isLetter(c) || isDigit(c) || "%/?:@&=+$,-_.!~*'".indexOf(c) >= 0;
    }

    /** A character as a message may show it: printable ASCII quoted, all else by its number. */
    static String shown(int codePoint) {
        return codePoint > ' ' && codePoint < 0x7f
                ? "\"" + Character.toString(codePoint) + '"'
                : String.format(Locale.ROOT, "U+%04X", codePoint);
    }
}
