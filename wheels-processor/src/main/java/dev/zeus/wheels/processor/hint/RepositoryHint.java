// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a wrong repository probably means: {@code https://github.com/psf/requests.git} and
 * {@code git@github.com:psf/requests} mean {@code psf/requests}.
 */
public final class RepositoryHint {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:git\\+)?(?:(?:https?|ssh|git):?/{1,2})?(?:git@)?(?:www\\.)?github\\.com[/:]([\\w.-]+)/([\\w.-]+?)"
                    + "(?:\\.git)?(?:[/?#@].*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHORT =
            Pattern.compile("(?:github:|gh:|@|/)?([\\w.-]+?)\\s*[/\\\\]\\s*([\\w.-]+?)(?:\\.git)?/?(?:[@#][\\w./-]*)?");

    private RepositoryHint() {}

    /** What to write instead; empty where that cannot be told. */
    public static Optional<Suggestion> of(String written) {
        String text = PlainText.unquoted(written);
        Matcher address = ADDRESS.matcher(text);
        if (address.matches()) {
            return Optional.of(Suggestion.value(address.group(1) + "/" + address.group(2)));
        }
        Matcher words = SHORT.matcher(text);
        return words.matches() && !words.group(1).contains(".")
                ? Optional.of(Suggestion.value(words.group(1) + "/" + words.group(2)))
                : Optional.empty();
    }
}
