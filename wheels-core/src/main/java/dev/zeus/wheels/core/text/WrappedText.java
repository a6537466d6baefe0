// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import java.util.ArrayList;
import java.util.List;

/** A text in lines that are broken between words: {@code WrappedText.lines("did you mean …", 90, "")}. */
public final class WrappedText {
    private WrappedText() {}

    /**
     * The lines; a word that is longer than one, such as an address, stays whole.
     *
     * @param width how many characters a line has at most
     * @param indent what the second line and those after it begin with
     */
    public static List<String> lines(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int begin = 0;
        for (String word : text.split(" ", -1)) {
            if (line.length() > begin && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(indent);
                begin = indent.length();
            }
            line.append(line.length() == begin ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
