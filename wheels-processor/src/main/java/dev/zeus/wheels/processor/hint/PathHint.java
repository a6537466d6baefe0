// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a wrong path below a directory probably means: {@code ./patches\\a.patch} means {@code patches/a.patch}. */
public final class PathHint {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._+-]+(?:/[A-Za-z0-9._+-]+)*");

    private PathHint() {}

    /** What to write instead; empty where that cannot be told. */
    public static Optional<Suggestion> of(String written) {
        String path = PlainText.unquoted(written)
                .replace('\\', '/')
                .replaceAll("/(?:\\./)+", "/")
                .replaceAll("(?<!^)//+", "/")
                .replaceFirst("^(?:\\./)+", "")
                .replaceFirst("(?<=.)/$", "");
        boolean within = PLAIN.matcher(path).matches() && !("/" + path + "/").contains("/../");
        return within && !path.equals(written) ? Optional.of(Suggestion.value(path)) : Optional.empty();
    }
}
