// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import dev.zeus.wheels.python.InvisibleCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text made fit for a terminal: no control or direction characters, and no secret in an address.
 *
 * <p>{@link #of} is for a quote of foreign text inside of a message; {@link #lines} is what every message, whatever it
 * quotes, goes through on its way out.
 */
public final class Printable {
    private Printable() {}

    /** At most {@code limit} characters of {@code text} on one line, what could move a terminal as {@code \\u001b}. */
    public static String of(String text, int limit) {
        StringBuilder out = new StringBuilder();
        int used = 0;
        for (int i = 0; i < text.length() && used < limit; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            append(out, c == '\n' || c == '\r' ? ' ' : c);
            used++;
            if (used == limit && i < text.length()) {
                out.append('…');
            }
        }
        return out.toString().strip();
    }

    /**
     * The lines of a message as a log may have them: what could move a terminal is escaped, addresses lose logins and
     * signatures, and no line but the first begins at the margin, where foreign text could pass for a line of the log.
     */
    public static List<String> lines(String message) {
        List<String> lines = new ArrayList<>();
        String shown = AddressSecrets.shown(message);
        if (shown.indexOf('\n') < 0 && shown.indexOf('\r') < 0) {
            // Nearly every message, and a stream of one line takes a JVM that is new a while.
            if (!shown.isEmpty()) {
                lines.add(line(shown));
            }
            return lines;
        }
        for (String each : shown.lines().toList()) {
            String line = line(each);
            lines.add(lines.isEmpty() || line.startsWith(" ") || line.isEmpty() ? line : "  " + line);
        }
        return lines;
    }

    /** A page of text, such as a listing of our own: every line escaped, where it stands. */
    public static String page(String text) {
        return text.lines().map(Printable::line).collect(Collectors.joining("\n", "", "\n"));
    }

    /** {@link #lines} as one text. */
    public static String text(String message) {
        return String.join("\n", lines(message));
    }

    private static String line(String line) {
        if (!InvisibleCharacters.areIn(line)) {
            return line;
        }
        StringBuilder out = new StringBuilder();
        line.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        if (c == '\t') {
            out.append(' ');
        } else if (InvisibleCharacters.includes(c)) {
            out.append(InvisibleCharacters.escape(c));
        } else {
            out.appendCodePoint(c);
        }
    }
}
