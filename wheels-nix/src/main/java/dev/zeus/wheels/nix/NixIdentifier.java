// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.Set;

/**
 * A name that Nix reads as a variable, such as {@code pyFinal}.
 *
 * <p>Attribute names may be any text and are quoted where they are no identifier:
 * {@code NixIdentifier.quoteName("a.b")} is {@code "a.b"} with quotes, {@code NixIdentifier.quoteName("numpy")} is
 * plain.
 *
 * @param text letters, digits, {@code _}, {@code -} and {@code '}, not beginning with a digit, and no keyword
 */
public record NixIdentifier(String text) {
    private static final Set<String> KEYWORDS =
            Set.of("assert", "else", "if", "in", "inherit", "let", "or", "rec", "then", "with");

    public NixIdentifier {
        if (!isIdentifier(text)) {
            throw new IllegalArgumentException("not a Nix identifier: " + NixText.quote(text));
        }
    }

    /** Whether Nix reads a text as a word of its own. */
    public static boolean isKeyword(String text) {
        return KEYWORDS.contains(text);
    }

    /** Whether a text can stand as a variable or as an attribute name without quotes. */
    public static boolean isIdentifier(String text) {
        return !text.isEmpty() && NixScan.identifierEnd(text, 0) == text.length() && !isKeyword(text);
    }

    /** The text as an attribute name: plain where it is an identifier, else a quoted string. */
    public static String quoteName(String text) {
        return isIdentifier(text) ? text : NixText.quote(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
