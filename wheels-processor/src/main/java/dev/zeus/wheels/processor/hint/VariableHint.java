// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a wrong name of an environment variable probably means: {@code PG-HOST} and {@code $PG_HOST}. */
public final class VariableHint {
    private static final Pattern SHELL =
            Pattern.compile("(?:export |set |env )?\\$?[{(%]?([A-Za-z_][A-Za-z0-9_.\\s-]*?)[})%]?(?:=(.*))?:?");

    private VariableHint() {}

    /** What to write instead; empty where that cannot be told. */
    public static Optional<Suggestion> of(String written) {
        Matcher shell = SHELL.matcher(PlainText.unquoted(written));
        if (!shell.matches()) {
            return Optional.empty();
        }
        String name = shell.group(1).replaceAll("[.\\s-]+", "_");
        return Optional.of(
                shell.group(2) == null
                        ? Suggestion.value(name)
                        : new Suggestion.Members(
                                Map.of("name", List.of(name), "value", List.of(PlainText.unquoted(shell.group(2))))));
    }
}
