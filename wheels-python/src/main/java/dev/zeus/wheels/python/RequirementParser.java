// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads one requirement. */
final class RequirementParser {
    private static final String KIND = "requirement";

    private final String text;
    private int position;

    RequirementParser(String text) {
        this.text = text;
        if (text.length() > MarkerParser.MAX_LENGTH) {
            String expected = "at most " + MarkerParser.MAX_LENGTH + " characters";
            throw new PackagingParseException(KIND, text, MarkerParser.MAX_LENGTH, expected);
        }
    }

    Requirement requirement() {
        space();
        PackageName name = PackageName.normalize(identifier("a project name"));
        space();
        SortedSet<ExtraName> extras = extras();
        space();
        if (at('@')) {
            position++;
            space();
            String url = url();
            return new Requirement(name, extras, VersionSpecifiers.ANY, Optional.of(url), markerAfterUrl());
        }
        VersionSpecifiers specifiers = specifiers();
        space();
        return new Requirement(name, extras, specifiers, Optional.empty(), marker("a version specifier, a semicolon"));
    }

    private String identifier(String what) {
        int end = position;
        while (end < text.length() && (Chars.isAlphanumeric(text.charAt(end)) || Chars.isSeparator(text.charAt(end)))) {
            end++;
        }
        if (end == position || !Chars.isAlphanumeric(text.charAt(position))) {
            throw expected(what);
        }
        char last = text.charAt(end - 1);
        if (last == '.' || last == '-' || (end < text.length() && Chars.isWord(text.charAt(end)))) {
            position = end;
            throw expected("a name that ends with a letter or digit");
        }
        if (end - position > Names.MAX_LENGTH) {
            throw expected("a name of at most " + Names.MAX_LENGTH + " characters");
        }
        String name = text.substring(position, end);
        position = end;
        return name;
    }

    private SortedSet<ExtraName> extras() {
        SortedSet<ExtraName> extras = new TreeSet<>();
        if (!at('[')) {
            return extras;
        }
        position++;
        space();
        if (!at(']')) {
            extras.add(ExtraName.normalize(identifier("an extra name or a closing bracket")));
            space();
            while (at(',')) {
                position++;
                space();
                extras.add(ExtraName.normalize(identifier("an extra name")));
                space();
            }
        }
        if (!at(']')) {
            throw expected("a comma or a closing bracket");
        }
        position++;
        return extras;
    }

    private String url() {
        int start = position;
        while (position < text.length() && !at(' ') && !at('\t')) {
            if (Character.isISOControl(text.charAt(position)) || Chars.isSpace(text.charAt(position))) {
                throw expected("an address without control characters and other space");
            }
            position++;
        }
        if (position == start) {
            throw expected("an address");
        }
        return text.substring(start, position);
    }

    private Optional<EnvironmentMarker> markerAfterUrl() {
        space();
        return marker("a semicolon");
    }

    private Optional<EnvironmentMarker> marker(String what) {
        if (position == text.length()) {
            return Optional.empty();
        }
        if (!at(';')) {
            throw expected(what + " or the end");
        }
        return Optional.of(EnvironmentMarker.parse(text, position + 1));
    }

    private VersionSpecifiers specifiers() {
        boolean parentheses = at('(');
        if (parentheses) {
            position++;
            space();
        }
        VersionSpecifiers specifiers = list().orElseGet(this::oneByOne);
        space();
        if (parentheses) {
            if (!at(')')) {
                throw expected("a comma or a closing parenthesis");
            }
            position++;
        }
        return specifiers;
    }

    /** All conditions up to a semicolon, a closing parenthesis or the end, where commas separate them. */
    private Optional<VersionSpecifiers> list() {
        int end = position;
        int commas = 0;
        while (end < text.length() && ";)".indexOf(text.charAt(end)) < 0) {
            if (!Chars.isPrintable(text.charAt(end))) {
                return Optional.empty();
            }
            commas += text.charAt(end) == ',' ? 1 : 0;
            end++;
        }
        try {
            String list = Chars.strip(text.substring(position, end));
            List<VersionSpecifier> found = VersionSpecifiers.list(list);
            // Between two commas there must be a condition; after the last one there may be none.
            if (found.isEmpty() || found.size() != (list.endsWith(",") ? commas : commas + 1)) {
                return Optional.empty();
            }
            position = end;
            return Optional.of(VersionSpecifiers.of(found));
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }

    /** The same where one of them is not a list's: {@code ===} takes what follows up to a space, commas as well. */
    private VersionSpecifiers oneByOne() {
        int start = position;
        while (position < text.length() && "=~!<>".indexOf(text.charAt(position)) >= 0) {
            position = VersionSpecifierParser.end(text, position);
            space();
            if (!at(',')) {
                break;
            }
            position++;
            space();
        }
        try {
            return VersionSpecifiers.parse(text.substring(start, position));
        } catch (PackagingParseException e) {
            throw new PackagingParseException(KIND, text, start + e.position(), e.expected());
        }
    }

    private boolean at(char c) {
        return position < text.length() && text.charAt(position) == c;
    }

    private void space() {
        while (at(' ') || at('\t')) {
            position++;
        }
    }

    private PackagingParseException expected(String what) {
        return new PackagingParseException(KIND, text, position, what);
    }
}
