package dev.zeus.wheels.core.http;

/** Foreign text made fit for a message: one line, no control or direction characters, not too long. */
public final class Printable {
    private Printable() {}

    /** At most {@code limit} characters of {@code text}, what could move a terminal written as {@code \\u001b}. */
    public static String of(String text, int limit) {
        StringBuilder out = new StringBuilder();
        int used = 0;
        for (int i = 0; i < text.length() && used < limit; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int type = Character.getType(c);
            if (c == '\n' || c == '\r' || c == '\t') {
                out.append(' ');
            } else if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
            used++;
            if (used == limit && i < text.length()) {
                out.append('…');
            }
        }
        return out.toString().strip();
    }
}
