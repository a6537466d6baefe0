package dev.zeus.wheels.python;

/**
 * A project name in its normalised form.
 *
 * <p>{@code PackageName.parse("Foo._Bar").value()} is {@code foo-bar}; two spellings of one project are equal.
 *
 * @param value lower case, with every run of {@code -}, {@code _} and {@code .} as one {@code -}
 * @see <a href="https://packaging.python.org/specifications/name-normalization/">Names and normalization (PEP 503)</a>
 */
public record PackageName(String value) implements Comparable<PackageName> {
    private static final int MAXIMUM_LENGTH = 256;

    public PackageName {
        if (!value.equals(normalize(value))) {
            throw new IllegalArgumentException("not normalised: \"" + value + '"');
        }
    }

    /**
     * Parses a name in any spelling.
     *
     * @throws PackagingParseException where the text is no name: a letter or digit, then letters, digits, {@code -},
     *     {@code _} and {@code .}, ending in none of {@code -} and {@code .}
     */
    public static PackageName parse(String text) {
        Cursor cursor = new Cursor(text, MAXIMUM_LENGTH);
        takeIdentifier(cursor);
        if (!cursor.atEnd()) {
            throw cursor.expected("a letter, a digit, \"-\", \"_\" or \".\"");
        }
        return new PackageName(normalize(text));
    }

    /** The normal form of any text, whether it is a name or not. */
    public static String normalize(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        boolean separated = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '-' || c == '_' || c == '.') {
                if (!separated) {
                    normal.append('-');
                }
                separated = true;
            } else {
                normal.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : Character.toLowerCase(c));
                separated = false;
            }
        }
        return normal.toString();
    }

    /** Takes the longest name that starts at the cursor. */
    static String takeIdentifier(Cursor cursor) {
        int start = cursor.position();
        if (!Cursor.isAlphanumeric(cursor.peek())) {
            throw cursor.expected("a name, which starts with a letter or a digit");
        }
        int end = start;
        while (Cursor.isAlphanumeric(cursor.peek()) || isSeparator(cursor.peek())) {
            char c = cursor.next();
            if (c != '.' && c != '-') {
                end = cursor.position();
            }
        }
        cursor.reset(end);
        return cursor.since(start);
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '_' || c == '.';
    }

    @Override
    public int compareTo(PackageName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
