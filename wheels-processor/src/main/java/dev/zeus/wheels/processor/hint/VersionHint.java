// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import dev.zeus.wheels.python.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a wrong version probably means: {@code ==1.1.7} means {@code 1.1.7}, and {@code 1,1,O} means {@code 1.1.0}. */
public final class VersionHint {
    private static final Pattern PINNED = Pattern.compile("(?:={1,3}|version\\s*:?)?\\s*(.*)", Pattern.DOTALL);

    private VersionHint() {}

    /** What to write instead; empty where that cannot be told. */
    public static Optional<Suggestion> of(String written) {
        Matcher pinned = PINNED.matcher(PlainText.unquoted(written));
        String text = pinned.matches() ? pinned.group(1) : "";
        String trimmed = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return version(trimmed)
                .or(() -> version(trimmed.replace(',', '.')))
                .or(() -> version(PlainText.digits(trimmed)))
                .or(() -> version(PlainText.digits(trimmed.replace(',', '.'))))
                .map(Suggestion::value);
    }

    private static Optional<String> version(String text) {
        return Version.tryParse(text).map(parsed -> text);
    }
}
