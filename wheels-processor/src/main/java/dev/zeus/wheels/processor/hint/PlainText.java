// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import java.text.Normalizer;
import java.util.Map;

/**
 * A value as it would be typed on a plain keyboard: {@code "≥１.０"} is {@code ">=1.0"}.
 *
 * <p>Word processors and web pages put other signs into what is copied from them: typographic quotes and dashes, spaces
 * that do not break, letters of full width.
 */
final class PlainText {
    private static final int LONGEST = 400;

    private static final Map<Integer, String> SIGNS = Map.ofEntries(
            Map.entry((int) '≥', ">="),
            Map.entry((int) '⩾', ">="),
            Map.entry((int) '≧', ">="),
            Map.entry((int) '≤', "<="),
            Map.entry((int) '⩽', "<="),
            Map.entry((int) '≦', "<="),
            Map.entry((int) '≠', "!="),
            Map.entry((int) '≡', "=="),
            Map.entry((int) '≈', "~="),
            Map.entry((int) '∼', "~"),
            Map.entry((int) '‐', "-"),
            Map.entry((int) '‑', "-"),
            Map.entry((int) '‒', "-"),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '−', "-"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '„', "\""),
            Map.entry((int) '«', "\""),
            Map.entry((int) '»', "\""),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '´', "'"),
            Map.entry((int) '`', "'"),
            Map.entry((int) '…', "..."),
            Map.entry((int) '∗', "*"),
            Map.entry((int) '×', "x"));

    private PlainText() {}

    /** The text without typography; longer ones are cut, since nothing is guessed of them. */
    static String of(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> append(plain, point));
        return plain.toString().strip();
    }

    private static void append(StringBuilder plain, int point) {
        String sign = SIGNS.get(point);
        if (sign != null) {
            plain.append(sign);
        } else if (Character.getType(point) == Character.FORMAT) {
            // A zero-width space or a mark of direction, which is invisible.
            return;
        } else if (Character.isSpaceChar(point) || Character.isWhitespace(point)) {
            plain.append(' ');
        } else {
            plain.append(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC));
        }
    }

    /** The same without the quotes around it. */
    static String unquoted(String text) {
        String plain = of(text);
        while (plain.length() > 1 && isQuote(plain.charAt(0)) && isQuote(plain.charAt(plain.length() - 1))) {
            plain = plain.substring(1, plain.length() - 1).strip();
        }
        return plain;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    /** Digits for the letters that look like them. */
    static String digits(String text) {
        return text.replace('O', '0')
                .replace('o', '0')
                .replace('l', '1')
                .replace('I', '1')
                .replace('|', '1');
    }
}
