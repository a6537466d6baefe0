// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.python.PackageName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The summary of a package as nixpkgs wants a description: without the name of the package before it, without an
 * article and a full stop, and with a capital where it begins with a word in small letters.
 *
 * <p>{@code demo: a list of callbacks.} of demo is {@code List of callbacks}.
 */
final class PackageDescription {
    /** A possible name, and what separates it from its description. */
    private static final Pattern NAMED =
            Pattern.compile("([\\w.-]+)(?:\\s*:\\s+|\\s+[-\u2013\u2014]+\\s+|\\s+is\\s+(?=(?:an?|the)\\s))(?=\\S)");

    private static final Pattern ARTICLE = Pattern.compile("(?i)(?:an?|the)\\s+(?=\\w)");
    private static final Pattern SMALL_WORD = Pattern.compile("\\p{Ll}+(?![\\p{L}\\p{N}_.])");

    /** A full stop that ends a sentence, not an abbreviation or an ellipsis. */
    private static final Pattern FULL_STOP =
            Pattern.compile("(?<![.])(?<!\\b(?i:etc|inc|ltd|corp|vs|al))(?<![.]\\p{L})[.]$");

    private PackageDescription() {}

    static String of(PackageName name, String summary) {
        String text = summary.strip();
        Matcher named = NAMED.matcher(text);
        if (named.lookingAt() && PackageName.normalize(named.group(1)).equals(name)) {
            text = text.substring(named.end());
        }
        Matcher article = ARTICLE.matcher(text);
        if (article.lookingAt()) {
            text = text.substring(article.end());
        }
        if (SMALL_WORD.matcher(text).lookingAt()) {
            text = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        }
        return FULL_STOP.matcher(text).replaceFirst("");
    }
}
