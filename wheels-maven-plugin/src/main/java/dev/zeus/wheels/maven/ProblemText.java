// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.text.WrappedText;
import java.util.List;

/** A problem for people: what is wrong, who needs what it is about, and what can be done, one thing a line. */
final class ProblemText {
    private static final int WIDTH = 100;
    private static final String HINT = "  hint: ";

    private ProblemText() {}

    static String of(Problem problem) {
        String text = problem.toString();
        int hint = text.lastIndexOf("\n" + HINT + problem.hint());
        if (hint < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.substring(0, hint));
        for (String one : problem.hints()) {
            List<String> lines = WrappedText.lines(one, WIDTH - HINT.length(), "");
            out.append('\n').append(HINT).append(lines.get(0));
            lines.stream()
                    .skip(1)
                    .forEach(line ->
                            out.append('\n').append(" ".repeat(HINT.length())).append(line));
        }
        return out.toString();
    }
}
