// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Takes a Nix text apart into tokens, as Nix's own lexer does: strings, indented strings, interpolations and paths each
 * switch its mode.
 */
final class NixLexer {
    private enum Mode {
        CODE,
        STRING,
        INDENTED,
        PATH
    }

    private static final Map<String, NixTokenKind> KEYWORDS = Map.ofEntries(
            Map.entry("if", NixTokenKind.IF),
            Map.entry("then", NixTokenKind.THEN),
            Map.entry("else", NixTokenKind.ELSE),
            Map.entry("assert", NixTokenKind.ASSERT),
            Map.entry("with", NixTokenKind.WITH),
            Map.entry("let", NixTokenKind.LET),
            Map.entry("in", NixTokenKind.IN),
            Map.entry("rec", NixTokenKind.REC),
            Map.entry("inherit", NixTokenKind.INHERIT),
            Map.entry("or", NixTokenKind.OR_KEYWORD));

    private static final Map<String, NixTokenKind> OPERATORS = Map.ofEntries(
            Map.entry("...", NixTokenKind.ELLIPSIS),
            Map.entry("==", NixTokenKind.EQUAL),
            Map.entry("!=", NixTokenKind.NOT_EQUAL),
            Map.entry("<=", NixTokenKind.LESS_OR_EQUAL),
            Map.entry(">=", NixTokenKind.GREATER_OR_EQUAL),
            Map.entry("&&", NixTokenKind.AND),
            Map.entry("||", NixTokenKind.OR),
            Map.entry("->", NixTokenKind.IMPLIES),
            Map.entry("//", NixTokenKind.UPDATE),
            Map.entry("++", NixTokenKind.CONCAT),
            Map.entry("<", NixTokenKind.LESS),
            Map.entry(">", NixTokenKind.GREATER),
            Map.entry("+", NixTokenKind.PLUS),
            Map.entry("-", NixTokenKind.MINUS),
            Map.entry("*", NixTokenKind.TIMES),
            Map.entry("/", NixTokenKind.DIVIDE),
            Map.entry("!", NixTokenKind.NOT),
            Map.entry("?", NixTokenKind.QUESTION),
            Map.entry("@", NixTokenKind.AT),
            Map.entry(":", NixTokenKind.COLON),
            Map.entry(";", NixTokenKind.SEMICOLON),
            Map.entry(",", NixTokenKind.COMMA),
            Map.entry(".", NixTokenKind.DOT),
            Map.entry("=", NixTokenKind.ASSIGN),
            Map.entry("[", NixTokenKind.BRACKET_OPEN),
            Map.entry("]", NixTokenKind.BRACKET_CLOSE),
            Map.entry("(", NixTokenKind.PAREN_OPEN),
            Map.entry(")", NixTokenKind.PAREN_CLOSE));

    private final String text;
    private final List<NixToken> tokens = new ArrayList<>();
    private final Deque<Mode> modes = new ArrayDeque<>();
    private final Deque<Integer> openings = new ArrayDeque<>();
    private int at;

    /** Ends of runs already looked through, so that a long chain of short tokens is not scanned again for each. */
    private int schemeEnd;

    private int pathCharsEnd;

    private NixLexer(String text) {
        this.text = text;
    }

    static List<NixToken> tokens(String text) {
        if (text.length() > NixSyntax.MAX_LENGTH) {
            throw new NixSyntaxException(
                    0,
                    "the text has " + text.length() + " characters, at most " + NixSyntax.MAX_LENGTH + " are read",
                    "Move data out of the Nix text into a file of its own.");
        }
        NixLexer lexer = new NixLexer(text);
        lexer.push(Mode.CODE, 0);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < text.length() || mode() == Mode.PATH) {
            switch (mode()) {
                case CODE -> code();
                case STRING -> string();
                case INDENTED -> indented();
                case PATH -> path();
            }
        }
        int opening = openings.element();
        switch (mode()) {
            case STRING ->
                throw new NixSyntaxException(
                        opening,
                        "this string has no end",
                        "Close the string with \" (and write \\\" for a quote in it).");
            case INDENTED ->
                throw new NixSyntaxException(
                        opening,
                        "this indented string has no end",
                        "Close the string with '' (and write ''' for two quotes in it).");
            default -> add(NixTokenKind.END, at, at);
        }
    }

    private Mode mode() {
        return modes.element();
    }

    private void push(Mode mode, int opening) {
        modes.push(mode);
        openings.push(opening);
    }

    private void pop() {
        modes.pop();
        openings.pop();
    }

    private void add(NixTokenKind kind, int from, int to) {
        tokens.add(new NixToken(kind, text.substring(from, to), from));
        at = to;
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private void code() {
        char c = text.charAt(at);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            at++;
        } else if (c == '#') {
            at = NixScan.lineEnd(text, at);
        } else if (text.startsWith("/*", at)) {
            blockComment();
        } else if (c == '"') {
            add(NixTokenKind.STRING_OPEN, at, at + 1);
            push(Mode.STRING, at - 1);
        } else if (text.startsWith("''", at)) {
            add(NixTokenKind.STRING_OPEN, at, at + 2);
            push(Mode.INDENTED, at - 2);
        } else if (c == '{') {
            add(NixTokenKind.BRACE_OPEN, at, at + 1);
            push(Mode.CODE, at - 1);
        } else if (text.startsWith("${", at)) {
            interpolation(NixTokenKind.INTERPOLATION);
        } else if (c == '}') {
            closeBrace();
        } else if (!pathOrUri() && !wordOrNumber()) {
            operator();
        }
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw new NixSyntaxException(at, "this comment has no end", "Close the comment with */.");
        }
        at = end + 2;
    }

    private void interpolation(NixTokenKind kind) {
        add(kind, at, at + 2);
        push(Mode.CODE, at - 2);
    }

    private void closeBrace() {
        // The outermost mode stays: the parser names the brace that closes nothing.
        if (modes.size() > 1) {
            pop();
        }
        add(NixTokenKind.BRACE_CLOSE, at, at + 1);
    }

    private boolean pathOrUri() {
        schemeEnd = at < schemeEnd ? schemeEnd : NixScan.schemeEnd(text, at);
        int uri = NixScan.uriEnd(text, at, schemeEnd);
        if (uri > at) {
            add(NixTokenKind.URI, at, uri);
            return true;
        }
        int search = NixScan.searchPathEnd(text, at);
        if (search > at) {
            add(NixTokenKind.SEARCH_PATH, at, search);
            return true;
        }
        pathCharsEnd = at < pathCharsEnd ? pathCharsEnd : NixScan.pathCharsEnd(text, at);
        boolean home = text.startsWith("~/", at);
        int slash = home ? at + 1 : pathCharsEnd;
        boolean path =
                charAt(slash) == '/' && (NixScan.isPathChar(charAt(slash + 1)) || text.startsWith("${", slash + 1));
        if (path) {
            int start = at;
            add(home ? NixTokenKind.HOME_PATH : NixTokenKind.PATH, at, NixScan.pathEnd(text, slash));
            push(Mode.PATH, start);
        }
        return path;
    }

    private void path() {
        if (text.startsWith("${", at)) {
            interpolation(NixTokenKind.PATH_INTERPOLATION);
            return;
        }
        int end = NixScan.pathEnd(text, at);
        if (end > at) {
            add(NixTokenKind.PATH_TEXT, at, end);
        } else if (text.charAt(at - 1) == '/') {
            throw new NixSyntaxException(at - 1, "this path ends in a slash", "Leave the last \"/\" of the path out.");
        } else {
            pop();
        }
    }

    private boolean wordOrNumber() {
        int word = NixScan.identifierEnd(text, at);
        if (word > at) {
            add(KEYWORDS.getOrDefault(text.substring(at, word), NixTokenKind.IDENTIFIER), at, word);
            return true;
        }
        int number = NixScan.numberEnd(text, at);
        if (number > at) {
            boolean whole = text.substring(at, number).chars().allMatch(c -> c >= '0' && c <= '9');
            if (whole && NixScan.exceedsLong(text.substring(at, number))) {
                throw new NixSyntaxException(
                        at, "this number is too large", "Nix numbers are at most 9223372036854775807.");
            }
            add(whole ? NixTokenKind.INTEGER : NixTokenKind.FLOAT, at, number);
            return true;
        }
        return false;
    }

    private void operator() {
        for (int length = 3; length > 0; length--) {
            int end = Math.min(text.length(), at + length);
            NixTokenKind kind = OPERATORS.get(text.substring(at, end));
            if (kind != null) {
                add(kind, at, end);
                return;
            }
        }
        throw new NixSyntaxException(
                at,
                "unexpected character " + NixScan.shown(text.codePointAt(at)),
                text.startsWith("|>", at) || text.startsWith("<|", at)
                        ? "The pipe operators are experimental; apply the function with a space instead."
                        : text.charAt(at) == '\''
                                ? "Write texts in double quotes."
                                : "Leave the character out, or put it into a string.");
    }

    private void string() {
        if (charAt(at) == '"') {
            pop();
            add(NixTokenKind.STRING_CLOSE, at, at + 1);
        } else if (text.startsWith("${", at)) {
            interpolation(NixTokenKind.INTERPOLATION);
        } else {
            add(NixTokenKind.STRING_TEXT, at, stringTextEnd());
        }
    }

    private int stringTextEnd() {
        int i = at;
        while (i < text.length() && text.charAt(i) != '"' && !text.startsWith("${", i)) {
            boolean pair = text.charAt(i) == '\\' || text.startsWith("$$", i);
            i = Math.min(text.length(), i + (pair ? 2 : 1));
        }
        return i;
    }

    private void indented() {
        if (text.startsWith("''", at) && !isIndentedEscape(at)) {
            pop();
            add(NixTokenKind.STRING_CLOSE, at, at + 2);
        } else if (text.startsWith("${", at)) {
            interpolation(NixTokenKind.INTERPOLATION);
        } else {
            add(NixTokenKind.STRING_TEXT, at, indentedTextEnd());
        }
    }

    /** Whether two quotes begin {@code '''}, {@code ''$} or {@code ''\}, which are text. */
    private boolean isIndentedEscape(int index) {
        char next = charAt(index + 2);
        return next == '\'' || next == '$' || next == '\\';
    }

    private int indentedTextEnd() {
        int i = at;
        while (i < text.length() && !text.startsWith("${", i)) {
            if (text.startsWith("''", i)) {
                if (!isIndentedEscape(i)) {
                    return i;
                }
                i += charAt(i + 2) == '\\' ? 4 : 3;
            } else {
                i += text.startsWith("$$", i) ? 2 : 1;
            }
        }
        return Math.min(i, text.length());
    }
}
