package dev.zeus.wheels.core.text;

import dev.zeus.wheels.python.InvisibleCharacters;

/** JSON as people read it, too: nothing in it is invisible. */
public final class JsonText {
    private JsonText() {}

    /**
     * The same document with every invisible character as an escape; beyond line feeds they stand in strings only.
     *
     * <p>{@code JsonText.visible("\"\u202e\"")} is the same string in eight characters of ASCII.
     */
    public static String visible(String json) {
        StringBuilder out = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            if (c != '\n' && InvisibleCharacters.includes(c)) {
                out.append(InvisibleCharacters.escape(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
