package dev.zeus.wheels.core.render;

import dev.zeus.wheels.nix.NixExpr;

/** Text that nobody here has written, as a Nix string. */
final class ForeignText {
    private static final char REPLACEMENT = '\ufffd';

    private ForeignText() {}

    /** The text as it is; NUL and halves of surrogate pairs, which no Nix string can hold, become U+FFFD. */
    static NixExpr nix(String text) {
        StringBuilder holdable = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? REPLACEMENT : c)
                .forEach(holdable::appendCodePoint);
        return NixExpr.string(holdable.toString());
    }
}
