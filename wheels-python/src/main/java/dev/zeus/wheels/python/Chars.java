// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

/** The character classes of the standards, as Python's regular expressions see them. */
final class Chars {
    private Chars() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isAlphanumeric(char c) {
        return isDigit(c) || isLetter(c);
    }

    /** Python's {@code \w}: what may not touch a keyword. */
    static boolean isWord(char c) {
        if (c < 128) {
            return isAlphanumeric(c) || c == '_';
        }
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** Python's {@code \s}, which is wider than Java's. */
    static boolean isSpace(char c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || (c >= 0x1c && c <= 0x1f)
                || c == 0x85
                || c == 0xa0
                || (c > 0xff && Character.isSpaceChar(c));
    }

    /** Visible ASCII, space and tab. */
    static boolean isPrintable(char c) {
        return (c >= ' ' && c <= '~') || c == '\t';
    }

    static boolean isSeparator(char c) {
        return c == '.' || c == '-' || c == '_';
    }

    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    /** The text without the space that Python's {@code strip} takes off. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /**
     * Refuses free text that is more than one line, hides characters, or is too long.
     *
     * @throws PackagingParseException with the place of the first character that may not be there
     */
    static void requireLine(String kind, String text, int longest) {
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (i >= longest || InvisibleCharacters.includes(c)) {
                throw new PackagingParseException(kind, text, i, "at most " + longest + " visible characters");
            }
            i += Character.charCount(c) - 1;
        }
    }
}
