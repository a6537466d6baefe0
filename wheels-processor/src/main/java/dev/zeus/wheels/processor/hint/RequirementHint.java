// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a wrong requirement of versions probably means: {@code numpy ^2} means {@code numpy>=2,<3}. */
public final class RequirementHint {
    private static final Pattern SHAPE = Pattern.compile(
            "\\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\\s*(\\[[^\\]]*\\])?\\s*:?\\s*([^;]*?)\\s*(?:;\\s*(.*))?",
            Pattern.DOTALL);

    /** A name with a version behind a hyphen, as the names of archives have it. */
    private static final Pattern ARCHIVE = Pattern.compile("([A-Za-z][A-Za-z0-9._-]*?)-(\\d+(?:\\.\\d+)+)");

    private RequirementHint() {}

    /** What to write instead; empty where that cannot be told. */
    public static Optional<Suggestion> of(String written) {
        String text = PlainText.unquoted(written);
        Matcher archive = ARCHIVE.matcher(text);
        if (archive.matches()) {
            return sound(archive.group(1) + "==" + archive.group(2));
        }
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches() || shape.group(3).startsWith("@")) {
            return Optional.empty();
        }
        String name = shape.group(1) + Optional.ofNullable(shape.group(2)).orElse("");
        Optional<String> specifiers = specifiers(shape.group(3));
        Optional<String> marker = Optional.ofNullable(shape.group(4)).flatMap(MarkerHint::meant);
        if (specifiers.isEmpty() || (marker.isEmpty() && shape.group(4) != null)) {
            return Optional.empty();
        }
        return sound(name
                + specifiers.get()
                + marker.map(condition -> "; " + condition).orElse(""));
    }

    private static Optional<String> specifiers(String text) {
        String inner = text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
        return SpecifierHint.meant(inner);
    }

    private static Optional<Suggestion> sound(String text) {
        try {
            Requirement requirement = Requirement.parse(text);
            return requirement.specifiers().specifiers().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Suggestion.value(text));
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }

    /** What to write instead of a requirement without versions; empty where that cannot be told. */
    public static Optional<Suggestion> unversioned(String written) {
        Matcher shape = SHAPE.matcher(PlainText.unquoted(written));
        if (!shape.matches()
                || (!shape.group(3).isEmpty()
                        && SpecifierHint.meant(shape.group(3)).isPresent())) {
            return Optional.empty();
        }
        Optional<String> marker = Optional.ofNullable(shape.group(4)).flatMap(MarkerHint::meant);
        String name = shape.group(1) + Optional.ofNullable(shape.group(2)).orElse("");
        String text = name + marker.map(condition -> "; " + condition).orElse("");
        boolean lost =
                (marker.isEmpty() && shape.group(4) != null) || shape.group(3).startsWith("@");
        try {
            return lost
                            || !shape.group(3).isEmpty()
                            || Requirement.parse(text).url().isPresent()
                    ? Optional.empty()
                    : Optional.of(Suggestion.value(text));
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }
}
