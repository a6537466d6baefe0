// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import java.util.Comparator;
import java.util.List;

/**
 * A part of a text and what takes its place.
 *
 * @param start the first character that goes
 * @param end the first one that stays
 * @param text what comes instead
 */
record TextEdit(int start, int end, String text) {

    /** A text with edits made, of which no two overlap; all that they do not name stays as it is. */
    static String apply(String text, List<TextEdit> edits) {
        StringBuilder out = new StringBuilder(text);
        edits.stream()
                .distinct()
                .sorted(Comparator.comparingInt(TextEdit::start).reversed())
                .forEach(edit -> out.replace(edit.start(), edit.end(), edit.text()));
        return out.toString();
    }
}
