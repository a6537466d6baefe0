// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Locale;

/**
 * The characters that a reader of a text does not see, and that change what is seen: control characters, those that
 * turn the direction of writing, line ends of Unicode, and what has no shape of its own.
 *
 * <pre>{@code
 * InvisibleCharacters.includes(0x202e);  // true, the right-to-left override
 * InvisibleCharacters.escape(0x202e);    // \u202e
 * }</pre>
 *
 * <p>Printers write them as escapes where the language has some, and leave them out where it has none.
 *
 * <p>Standard: general categories Cc, Cf, Cs, Zl and Zp, and <a
 * href="https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point">Default_Ignorable_Code_Point</a>.
 */
public final class InvisibleCharacters {
    private InvisibleCharacters() {}

    /**
     * {@return whether a character is one of them; line feed and tab are}
     *
     * @param codePoint the character
     */
    public static boolean includes(int codePoint) {
        if (codePoint < 0x7f) {
            return codePoint < ' ';
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isIgnorable(codePoint);
        };
    }

    /** The letters, marks and unassigned characters among them: fillers, joiners, variation selectors, tags. */
    private static boolean isIgnorable(int c) {
        return c == 0x034f
                || c == 0x115f
                || c == 0x1160
                || c == 0x17b4
                || c == 0x17b5
                || (c >= 0x180b && c <= 0x180f)
                || c == 0x2065
                || c == 0x3164
                || (c >= 0xfe00 && c <= 0xfe0f)
                || c == 0xffa0
                || (c >= 0xfff0 && c <= 0xfff8)
                || (c >= 0xe0000 && c <= 0xe0fff);
    }

    /**
     * {@return whether a text has one}
     *
     * @param text the text to look through
     */
    public static boolean areIn(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.charAt(i);
            if (c >= ' ' && c < 0x7f) {
                i++;
                continue;
            }
            c = text.codePointAt(i);
            if (includes(c)) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    /**
     * {@return a character as JSON, Java and people write it: four hexadecimal digits, twice that beyond the basic
     * plane}
     *
     * @param codePoint the character
     */
    public static String escape(int codePoint) {
        StringBuilder escape = new StringBuilder();
        for (char unit : Character.toChars(codePoint)) {
            escape.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
        return escape.toString();
    }
}
