// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a terminal shows of what is written to it: it wraps where it may, and cuts where it was told not to.
 *
 * <p>{@code Screen.rows("abc\rX", 80)} is {@code ["Xbc"]}. Colours leave no trace; a sequence that is not known here is
 * an error, since what it does to a screen would go unseen.
 */
public final class Screen {
    private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[([?]?[0-9;]*)([A-Za-z])");

    private final int columns;
    private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
    private final List<Boolean> continued = new ArrayList<>(List.of(false));
    private int column;
    private boolean wraps = true;

    private Screen(int columns) {
        this.columns = columns;
    }

    /** The rows of a terminal of so many columns, after all of a text was written to it. */
    public static List<String> rows(String written, int columns) {
        return of(written, columns).rows.stream()
                .map(row -> row.toString().stripTrailing())
                .toList();
    }

    /** The same with what the terminal has wrapped as one line again, as a selection of it is. */
    public static List<String> lines(String written, int columns) {
        Screen screen = of(written, columns);
        List<StringBuilder> lines = new ArrayList<>();
        for (int i = 0; i < screen.rows.size(); i++) {
            if (screen.continued.get(i)) {
                lines.get(lines.size() - 1).append(screen.rows.get(i));
            } else {
                lines.add(new StringBuilder(screen.rows.get(i)));
            }
        }
        return lines.stream().map(line -> line.toString().stripTrailing()).toList();
    }

    private static Screen of(String written, int columns) {
        Screen screen = new Screen(columns);
        Matcher sequence = SEQUENCE.matcher(written);
        for (int i = 0; i < written.length(); ) {
            int c = written.codePointAt(i);
            if (c == '\u001b') {
                if (!sequence.region(i, written.length()).lookingAt()) {
                    throw new AssertionError("a sequence that terminals may not know: "
                            + written.substring(i + 1, Math.min(written.length(), i + 20)));
                }
                screen.control(sequence.group(2), sequence.group(1));
                i = sequence.end();
            } else {
                screen.put(c);
                i += Character.charCount(c);
            }
        }
        return screen;
    }

    private void control(String kind, String value) {
        switch (kind + value) {
            case "K2" -> row().setLength(0);
            case "K", "K0" -> row().setLength(Math.min(column, row().length()));
            case "l?7" -> wraps = false;
            case "h?7" -> wraps = true;
            default -> {
                if (!kind.equals("m")) {
                    throw new AssertionError("not known here: ESC[" + value + kind);
                }
            }
        }
    }

    private void put(int c) {
        if (c == '\r') {
            column = 0;
        } else if (c == '\n') {
            begin(false);
        } else {
            if (column == columns && wraps) {
                begin(true);
            }
            int at = Math.min(column, columns - 1);
            while (row().length() <= at) {
                row().append(' ');
            }
            row().setCharAt(at, (char) c);
            column = Math.min(columns, column + 1);
        }
    }

    private void begin(boolean wrapped) {
        rows.add(new StringBuilder());
        continued.add(wrapped);
        column = 0;
    }

    private StringBuilder row() {
        return rows.get(rows.size() - 1);
    }
}
