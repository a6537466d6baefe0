// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.text.Printable;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The one row of a terminal that is drawn over and over.
 *
 * <p>While it is drawn the terminal does not wrap, so that a row longer than the terminal, or than what it has become
 * since, is cut by it and leaves nothing behind.
 *
 * @see <a href="https://vt100.net/docs/vt510-rm/DECAWM.html">DECAWM</a>
 */
final class MovingRow {
    private static final String NO_WRAP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";
    private static final String ERASE = "\r\u001b[2K";

    /** What most terminals are at least. */
    private static final int USUAL = 80;

    /** A narrower row has no room for a name and a count. */
    private static final int LEAST = 20;

    private final PrintStream out;
    private final int columns;
    private boolean drawn;

    MovingRow(PrintStream out, int columns) {
        this.out = out;
        this.columns = Math.max(LEAST, columns);
    }

    /** Draws a row in place of the former one; no more of it than the terminal is wide. */
    synchronized void draw(String text) {
        out.print(ERASE + NO_WRAP + Printable.of(text, columns - 2) + WRAP);
        out.flush();
        drawn = true;
    }

    /** Takes the row away, and does something that writes whole lines. */
    synchronized void without(Runnable line) {
        if (drawn) {
            out.print(ERASE);
            out.flush();
            drawn = false;
        }
        line.run();
    }

    /** How wide the terminal is: as the environment says, else as it says itself, else as most are. */
    static int columns(Map<String, String> environment) {
        return number(Optional.ofNullable(environment.get("COLUMNS")).orElse(""))
                .or(MovingRow::asked)
                .orElse(USUAL);
    }

    private static Optional<Integer> asked() {
        File terminal = new File("/dev/tty");
        if (!terminal.canRead()) {
            return Optional.empty();
        }
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(terminal)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(stty.getInputStream().readNBytes(100), StandardCharsets.US_ASCII).strip();
            if (!stty.waitFor(2, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
            }
            return number(said.substring(said.lastIndexOf(' ') + 1));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9][0-9]{0,3}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
}
