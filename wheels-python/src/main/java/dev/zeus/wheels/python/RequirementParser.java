package dev.zeus.wheels.python;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads a requirement from left to right: name, extras, versions or address, marker. */
final class RequirementParser {
    private static final int MAXIMUM_LENGTH = 65_536;

    private final String text;
    private final Cursor cursor;

    private RequirementParser(String text) {
        this.text = text;
        this.cursor = new Cursor(text, MAXIMUM_LENGTH);
    }

    static Requirement parse(String text) {
        return new RequirementParser(text).requirement();
    }

    private Requirement requirement() {
        cursor.skipBlanks();
        PackageName name = new PackageName(PackageName.normalize(PackageName.takeIdentifier(cursor)));
        cursor.skipBlanks();
        SortedSet<ExtraName> extras = extras();
        cursor.skipBlanks();
        if (cursor.take('@')) {
            return new Requirement(
                    name, extras, VersionSpecifiers.ANY, Optional.of(url()), marker("a blank and \";\""));
        }
        VersionSpecifiers specifiers = specifiers();
        cursor.skipBlanks();
        return new Requirement(name, extras, specifiers, Optional.empty(), marker("a version specifier, \";\""));
    }

    private SortedSet<ExtraName> extras() {
        SortedSet<ExtraName> extras = new TreeSet<>();
        if (!cursor.take('[')) {
            return extras;
        }
        cursor.skipBlanks();
        if (cursor.take(']')) {
            return extras;
        }
        do {
            cursor.skipBlanks();
            extras.add(new ExtraName(PackageName.normalize(PackageName.takeIdentifier(cursor))));
            cursor.skipBlanks();
        } while (cursor.take(','));
        if (!cursor.take(']')) {
            throw cursor.expected("\",\" or \"]\" after an extra");
        }
        return extras;
    }

    private String url() {
        cursor.skipBlanks();
        int start = cursor.position();
        while (!cursor.atEnd() && cursor.peek() != ' ' && cursor.peek() != '\t') {
            cursor.next();
        }
        if (cursor.position() == start) {
            throw cursor.expected("an address after \"@\"");
        }
        String url = cursor.since(start);
        cursor.skipBlanks();
        return url;
    }

    private VersionSpecifiers specifiers() {
        boolean parenthesized = cursor.take('(');
        int start = cursor.position();
        while (!cursor.atEnd() && cursor.peek() != ';' && cursor.peek() != ')' && cursor.peek() != '(') {
            cursor.next();
        }
        String clauses = cursor.since(start);
        if (parenthesized && !cursor.take(')')) {
            throw cursor.expected("\")\" after the version specifier");
        }
        try {
            return clauses.isBlank() ? VersionSpecifiers.ANY : VersionSpecifiers.parse(checked(clauses));
        } catch (PackagingParseException e) {
            throw new PackagingParseException(text, start + e.position(), e.expected());
        }
    }

    /**
     * One comma between two clauses, at most one after the last, and blanks only between tokens. What follows
     * {@code ===} ends at a blank, so that a comma right after it is part of that text.
     */
    private static String checked(String clauses) {
        boolean comma = true;
        boolean arbitrary = false;
        for (int i = 0; i < clauses.length(); i++) {
            char c = clauses.charAt(i);
            if (c == '\n' || c == '\r') {
                throw new PackagingParseException(clauses, i, "one line");
            }
            if (c == ',' && comma) {
                throw new PackagingParseException(clauses, i, "a version specifier before \",\"");
            }
            if (c == ',' && arbitrary && clauses.stripTrailing().indexOf(' ', i) > i) {
                throw new PackagingParseException(clauses, i, "a blank between the text after === and \",\"");
            }
            if (clauses.startsWith("===", i)) {
                arbitrary = true;
                i = skipBlanks(clauses, i + 3) - 1;
                comma = false;
            } else if (c == ' ' || c == '\t') {
                arbitrary = false;
            } else {
                comma = c == ',';
            }
        }
        return clauses;
    }

    private static int skipBlanks(String clauses, int from) {
        int i = from;
        while (i < clauses.length() && (clauses.charAt(i) == ' ' || clauses.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    private Optional<EnvironmentMarker> marker(String orElse) {
        if (cursor.atEnd()) {
            return Optional.empty();
        }
        if (!cursor.take(';')) {
            throw cursor.expected(orElse + " or the end of the requirement");
        }
        EnvironmentMarker marker = new EnvironmentMarker(new MarkerParser(cursor).marker());
        if (!cursor.atEnd()) {
            throw cursor.expected("\"and\", \"or\" or the end of the requirement");
        }
        return Optional.of(marker);
    }
}
