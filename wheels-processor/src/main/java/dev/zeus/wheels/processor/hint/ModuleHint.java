// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a wrong name of a module probably means: {@code f5-tts} and {@code import f5_tts} mean {@code f5_tts}. */
public final class ModuleHint {
    private static final Pattern SHAPE = Pattern.compile(
            "(?:import |from )?([A-Za-z_][A-Za-z0-9_-]*(?:\\.[A-Za-z_][A-Za-z0-9_-]*)*?)(?:\\.py|/__init__\\.py)?(?: .*)?");

    private ModuleHint() {}

    /** What to write instead; empty where that cannot be told. */
    public static Optional<Suggestion> of(String written) {
        String text = PlainText.unquoted(written);
        Matcher shape = SHAPE.matcher(text.replaceFirst("/__init__\\.py$|(?<!/)/$", "")
                .replaceFirst("^(?:\\./)?src/", "")
                .replace('/', '.'));
        return shape.matches() ? Optional.of(Suggestion.value(shape.group(1).replace('-', '_'))) : Optional.empty();
    }
}
