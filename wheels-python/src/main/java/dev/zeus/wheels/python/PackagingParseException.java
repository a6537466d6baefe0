// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

/**
 * Text that does not follow the standard it was read as, with the place where reading stopped.
 *
 * <pre>{@code
 * Version.parse("1.0-");
 * // PackagingParseException: not a version: "1.0-", at 3: expected the end
 * }</pre>
 *
 * <p>The one exception of every {@code parse} in this package.
 */
public final class PackagingParseException extends IllegalArgumentException {
    private static final int SHOWN = 200;

    /** The whole text that was read. */
    private final String input;
    /** Index of the first character that does not fit. */
    private final int position;
    /** What should have stood there. */
    private final String expected;

    /**
     * Says what was read, where and what should have stood there.
     *
     * @param kind the noun that the text is not, such as {@code version}
     * @param input the whole text that was read
     * @param position index of the first character that does not fit
     * @param expected what should have stood there
     */
    public PackagingParseException(String kind, String input, int position, String expected) {
        super("not a " + kind + ": \"" + shown(input) + "\", at " + position + ": expected " + expected);
        this.input = input;
        this.position = position;
        this.expected = expected;
    }

    /** {@return the whole text that was read} */
    public String input() {
        return input;
    }

    /** {@return index in {@link #input} of the first character that does not fit} */
    public int position() {
        return position;
    }

    /** {@return what should have stood at {@link #position}} */
    public String expected() {
        return expected;
    }

    // Hostile text must not reach a terminal or a log unescaped, nor fill it.
    private static String shown(String input) {
        StringBuilder out = new StringBuilder();
        int end = Math.min(input.length(), SHOWN);
        input.substring(0, end).codePoints().forEach(c -> {
            if (InvisibleCharacters.includes(c)) {
                out.append(InvisibleCharacters.escape(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return end < input.length() ? out.append('…').toString() : out.toString();
    }
}
