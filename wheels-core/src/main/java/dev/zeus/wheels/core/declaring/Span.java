// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import dev.zeus.wheels.core.declaring.JavaTokens.Token;
import java.util.List;

/**
 * A part of a file.
 *
 * @param start the first character
 * @param end the first one behind it
 */
record Span(JavaFile file, int start, int end) {

    /** Where something begins together with the comments that stand right above it, or before it on its line. */
    static int withComments(JavaFile file, int start) {
        List<Token> tokens = file.tokens();
        int at = start;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (token.start() >= at) {
                continue;
            }
            boolean attached = token.isComment()
                    && lines(file.text().substring(token.end(), at)) <= 1
                    // One behind other code belongs to that.
                    && (i == 0 || lines(file.text().substring(tokens.get(i - 1).end(), token.start())) > 0);
            if (!attached) {
                break;
            }
            at = token.start();
        }
        return at;
    }

    /** How many lines end in white space. */
    static int lines(String space) {
        return (int) space.chars().filter(c -> c == '\n').count();
    }

    /** The same with a comment behind it on its line, and with the ends of its lines, where nothing else is on them. */
    static Span wholeLines(JavaFile file, int start, int end) {
        String text = file.text();
        int from = start;
        while (from > 0 && isBlank(text.charAt(from - 1))) {
            from--;
        }
        int to = restOfLine(file, end);
        boolean begins = from == 0 || text.charAt(from - 1) == '\n';
        boolean ends = to == text.length() || text.charAt(to) == '\n' || text.charAt(to) == '\r';
        if (!begins || !ends) {
            return new Span(file, start, ends ? to : end);
        }
        return new Span(file, from, afterLineEnd(text, to));
    }

    /** Where a line ends behind a place, if nothing but spaces and comments is between; else the place itself. */
    static int restOfLine(JavaFile file, int end) {
        String text = file.text();
        int to = end;
        while (true) {
            while (to < text.length() && isBlank(text.charAt(to))) {
                to++;
            }
            if (to == text.length() || text.charAt(to) == '\n' || text.charAt(to) == '\r') {
                return to;
            }
            int at = to;
            int next = file.tokens().stream()
                    .filter(token -> token.start() == at && token.isComment())
                    .filter(token -> text.substring(token.start(), token.end()).indexOf('\n') < 0)
                    .mapToInt(Token::end)
                    .findFirst()
                    .orElse(-1);
            if (next < 0) {
                return end;
            }
            to = next;
        }
    }

    static int afterLineEnd(String text, int at) {
        int to = at;
        if (to < text.length() && text.charAt(to) == '\r') {
            to++;
        }
        return to < text.length() && text.charAt(to) == '\n' ? to + 1 : to;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    /** The edit that takes it out. */
    TextEdit without() {
        return new TextEdit(start, end, "");
    }
}
