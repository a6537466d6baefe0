package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the text of a version, in the lenient spelling of PEP 440's appendix B. */
final class VersionParser {
    private static final int MAXIMUM_LENGTH = 2048;

    /** Longer spellings first, so that {@code pre} does not hide {@code preview}. */
    private static final String[][] PRE_SPELLINGS = {
        {"alpha", "a"},
        {"beta", "b"},
        {"preview", "rc"},
        {"pre", "rc"},
        {"a", "a"},
        {"b", "b"},
        {"c", "rc"},
        {"rc", "rc"}
    };

    private static final String[] POST_SPELLINGS = {"post", "rev", "r"};

    private final Cursor cursor;

    private VersionParser(String text) {
        cursor = new Cursor(text, MAXIMUM_LENGTH);
    }

    static VersionParts parse(String text) {
        VersionParser parser = new VersionParser(text);
        parser.cursor.skipWhitespace();
        VersionParts parts = parser.version();
        parser.cursor.skipWhitespace();
        if (!parser.cursor.atEnd()) {
            throw parser.cursor.expected("the end of the version, or a pre-, post-, dev or local part");
        }
        return parts;
    }

    private VersionParts version() {
        cursor.takeIgnoringCase("v");
        String first = number();
        String epoch = "0";
        if (cursor.take('!')) {
            epoch = first;
            first = number();
        }
        List<String> release = new ArrayList<>(4);
        release.add(first);
        while (cursor.peek() == '.' && Cursor.isDigit(cursor.peek(1))) {
            cursor.next();
            release.add(number());
        }
        return new VersionParts(epoch, List.copyOf(release), pre(), post(), dev(), local());
    }

    private String number() {
        if (!Cursor.isDigit(cursor.peek())) {
            throw cursor.expected("a number");
        }
        return Digits.canonical(cursor.digits());
    }

    private Optional<VersionParts.Pre> pre() {
        int start = cursor.position();
        separator();
        for (String[] spelling : PRE_SPELLINGS) {
            if (cursor.takeIgnoringCase(spelling[0])) {
                return Optional.of(new VersionParts.Pre(spelling[1], trailingNumber()));
            }
        }
        cursor.reset(start);
        return Optional.empty();
    }

    private Optional<String> post() {
        int start = cursor.position();
        if (cursor.peek() == '-' && Cursor.isDigit(cursor.peek(1))) {
            cursor.next();
            return Optional.of(number());
        }
        separator();
        for (String spelling : POST_SPELLINGS) {
            if (cursor.takeIgnoringCase(spelling)) {
                return Optional.of(trailingNumber());
            }
        }
        cursor.reset(start);
        return Optional.empty();
    }

    private Optional<String> dev() {
        int start = cursor.position();
        separator();
        if (cursor.takeIgnoringCase("dev")) {
            return Optional.of(trailingNumber());
        }
        cursor.reset(start);
        return Optional.empty();
    }

    private List<String> local() {
        if (!cursor.take('+')) {
            return List.of();
        }
        List<String> segments = new ArrayList<>(2);
        do {
            int start = cursor.position();
            while (Cursor.isAlphanumeric(cursor.peek())) {
                cursor.next();
            }
            String segment = cursor.since(start);
            if (segment.isEmpty()) {
                throw cursor.expected("letters or digits of a local version");
            }
            segments.add(Digits.areAll(segment) ? Digits.canonical(segment) : segment.toLowerCase(Locale.ROOT));
        } while (isSeparator(cursor.peek()) && Cursor.isAlphanumeric(cursor.peek(1)) && separator());
        return List.copyOf(segments);
    }

    /** The number after a letter part; a separator without a number stands for 0. */
    private String trailingNumber() {
        int start = cursor.position();
        separator();
        String digits = cursor.digits();
        if (digits.isEmpty() && !cursor.atEnd() && cursor.position() > start) {
            // The separator may belong to what follows, as in 1a.post1.
            cursor.reset(start);
            int after = cursor.position();
            if (!Cursor.isLetter(cursor.peek(1))) {
                cursor.reset(after + 1);
            }
        }
        return Digits.canonical(digits);
    }

    private boolean separator() {
        return isSeparator(cursor.peek()) && cursor.take(cursor.peek());
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '-' || c == '_';
    }
}
