// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The arguments that one text probably means: {@code --host 0.0.0.0} means {@code --host} and {@code 0.0.0.0}. */
public final class ArgumentHint {
    /** An option with its value, or a word with options behind it; nothing that is quoted. */
    private static final Pattern SEVERAL =
            Pattern.compile("(?:--?[A-Za-z][\\w-]*|[^\\s\"'`-][^\\s\"'`]*(?= .*(?<= )--?[A-Za-z]))(?: +[^\\s\"'`]+)+");

    private ArgumentHint() {}

    /** The arguments to write instead; empty where the text is probably one. */
    public static Optional<Suggestion> of(String written) {
        String text = written.strip();
        return SEVERAL.matcher(text).matches()
                ? Optional.of(new Suggestion.Elements(List.of(text.split(" +"))))
                : Optional.empty();
    }
}
