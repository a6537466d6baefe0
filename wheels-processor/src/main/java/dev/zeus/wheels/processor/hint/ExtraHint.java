// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a wrong name of an extra probably means: {@code fastapi[standard]} means {@code standard}, {@code a,b} both. */
public final class ExtraHint {
    private static final Pattern BRACKETS = Pattern.compile("[A-Za-z0-9._-]*\\s*\\[([^\\[\\]]*)\\]");

    private ExtraHint() {}

    /** What to write instead; empty where that cannot be told. */
    public static Optional<Suggestion> of(String written) {
        String text = PlainText.unquoted(written);
        if (text.equals("*")) {
            return Optional.of(new Suggestion.Advice("name each: no sign means all of them"));
        }
        Matcher brackets = BRACKETS.matcher(text);
        String inner = brackets.matches() ? brackets.group(1) : text;
        List<String> extras = new ArrayList<>();
        for (String part : inner.strip().split("\\s*[,;]\\s*|\\s+", 0)) {
            String name = part.replaceFirst("(?<=\\w)[<>=!~].*", "").replaceAll("^[._-]+|[._!-]+$", "");
            if (!isExtra(name)) {
                return Optional.empty();
            }
            extras.add(name);
        }
        return Optional.of(extras.size() == 1 ? Suggestion.value(extras.get(0)) : new Suggestion.Elements(extras));
    }

    private static boolean isExtra(String text) {
        try {
            ExtraName.parse(text);
            return true;
        } catch (PackagingParseException e) {
            return false;
        }
    }
}
