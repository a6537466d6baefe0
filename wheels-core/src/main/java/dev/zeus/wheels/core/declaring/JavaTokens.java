// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import java.util.ArrayList;
import java.util.List;

/**
 * A Java text as its tokens, comments among them; what is between two of them is white space.
 *
 * <p>Example: {@code JavaTokens.of("int a; // one")} are {@code int}, {@code a}, {@code ;} and a comment.
 */
final class JavaTokens {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private JavaTokens(String text) {
        this.text = text;
    }

    /** What a token is. */
    enum Kind {
        WORD,
        COMMENT,
        LITERAL,
        SIGN
    }

    /** A token from a character up to another. */
    record Token(Kind kind, int start, int end) {
        boolean isComment() {
            return kind == Kind.COMMENT;
        }
    }

    /** The tokens of a text that a compiler has parsed. */
    static List<Token> of(String text) {
        JavaTokens reader = new JavaTokens(text);
        while (reader.at < text.length()) {
            reader.next();
        }
        return List.copyOf(reader.tokens);
    }

    private void next() {
        char c = text.charAt(at);
        int start = at;
        if (Character.isWhitespace(c) || c == '\u001a' || c == '\ufeff') {
            at++;
        } else if (text.startsWith("//", at)) {
            while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                at++;
            }
            add(Kind.COMMENT, start);
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
            add(Kind.COMMENT, start);
        } else if (text.startsWith("\"\"\"", at)) {
            quoted("\"\"\"", start);
        } else if (c == '"' || c == '\'') {
            quoted(String.valueOf(c), start);
        } else if (Character.isJavaIdentifierPart(c) || c == '\\') {
            // A backslash outside of literals begins a Unicode escape, which is a letter to the compiler.
            while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '\\')) {
                at++;
            }
            add(Kind.WORD, start);
        } else {
            at++;
            add(Kind.SIGN, start);
        }
    }

    private void quoted(String quote, int start) {
        at += quote.length();
        while (at < text.length() && !text.startsWith(quote, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(text.length(), at + quote.length());
        add(Kind.LITERAL, start);
    }

    private void add(Kind kind, int start) {
        tokens.add(new Token(kind, start, at));
    }
}
