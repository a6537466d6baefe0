package dev.zeus.wheels.python;

/** A position in a text that is being parsed; every method looks at a bounded number of characters or moves forward. */
final class Cursor {
    private final String text;
    private int position;

    Cursor(String text, int maximumLength) {
        if (text.length() > maximumLength) {
            throw new PackagingParseException(text, maximumLength, "at most " + maximumLength + " characters");
        }
        this.text = text;
    }

    int position() {
        return position;
    }

    void reset(int to) {
        position = to;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    /** The next character, or NUL at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        int at = position + ahead;
        return at < text.length() ? text.charAt(at) : '\0';
    }

    char next() {
        char c = peek();
        position++;
        return c;
    }

    boolean take(char c) {
        if (!atEnd() && text.charAt(position) == c) {
            position++;
            return true;
        }
        return false;
    }

    boolean take(String word) {
        if (text.startsWith(word, position)) {
            position += word.length();
            return true;
        }
        return false;
    }

    boolean takeIgnoringCase(String word) {
        if (text.regionMatches(true, position, word, 0, word.length())) {
            position += word.length();
            return true;
        }
        return false;
    }

    /** Takes the longest run of ASCII digits, which may be empty. */
    String digits() {
        int start = position;
        while (isDigit(peek())) {
            position++;
        }
        return text.substring(start, position);
    }

    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            position++;
        }
    }

    void skipWhitespace() {
        while (!atEnd() && isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    String since(int start) {
        return text.substring(start, position);
    }

    PackagingParseException expected(String what) {
        return new PackagingParseException(text, position, what);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isAlphanumeric(char c) {
        return isDigit(c) || isLetter(c);
    }

    static boolean isWhitespace(char c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || (c >= 0x1c && c <= 0x1f)
                || Character.isSpaceChar(c)
                || c == 0x85;
    }
}
