// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Two characters for every line of a block of text, which tell what line was edited, taken out or put in.
 *
 * <p>The digest of the whole tells that something was edited; one of 4096 edits of a line leaves its sum unchanged.
 */
final class LineSums {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private LineSums() {}

    /** The sums of some lines, one after the other. */
    static String of(List<String> lines) {
        StringBuilder sums = new StringBuilder(2 * lines.size());
        for (String line : lines) {
            CRC32 crc = new CRC32();
            crc.update(line.getBytes(StandardCharsets.UTF_8));
            int sum = (int) crc.getValue();
            sums.append(DIGITS.charAt(sum >>> 6 & 63)).append(DIGITS.charAt(sum & 63));
        }
        return sums.toString();
    }

    /**
     * The first difference between lines and the sums written of them, such as {@code line 12 was edited: "…"}.
     *
     * @param lines the lines with their numbers in the file
     */
    static Optional<String> difference(List<Line> lines, String sums) {
        List<String> texts = new ArrayList<>(lines.size());
        lines.forEach(line -> texts.add(line.text()));
        String actual = of(texts);
        int same = 0;
        while (same < Math.min(actual.length(), sums.length()) && actual.charAt(same) == sums.charAt(same)) {
            same++;
        }
        if (same == actual.length() && same == sums.length()) {
            return Optional.empty();
        }
        int at = same / 2;
        int number = at < lines.size() ? lines.get(at).number() : lastOf(lines) + 1;
        if (actual.length() < sums.length()) {
            return Optional.of("before line " + number + " a line is missing");
        }
        String what = actual.length() > sums.length() ? " does not belong there: " : " was edited: ";
        return Optional.of("line " + number + what + lines.get(at));
    }

    private static int lastOf(List<Line> lines) {
        return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).number();
    }

    /** A line and its number, which begins at 1. */
    record Line(int number, String text) {
        private static final int SHOWN = 80;

        static List<Line> of(String text) {
            List<Line> lines = new ArrayList<>();
            text.lines().forEach(line -> lines.add(new Line(lines.size() + 1, line)));
            return lines;
        }

        /** The line in quotes, cut where it is long. */
        @Override
        public String toString() {
            return '"' + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…") + '"';
        }
    }
}
