// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a wrong version specifier probably means.
 *
 * <p>{@code =>1.2} means {@code >=1.2}, poetry's {@code ^1.2} means {@code >=1.2,<2}, npm's {@code 1.0 - 2.0} means
 * {@code >=1.0,<=2.0}, Maven's {@code [1.0,2.0)} means {@code >=1.0,<2.0}, and {@code *} means nothing.
 */
public final class SpecifierHint {
    private static final Set<String> ANY =
            Set.of("*", "x", "latest", "newest", "any", "all", "stable", "current", "release", "latest.release");

    private static final Pattern RANGE =
            Pattern.compile("(\\d[^\\s,<>=!~^]*?)(?:\\s+-\\s+|\\s*\\.\\.+\\s*|\\s+to\\s+)(\\d[^\\s,<>=!~^]*)");
    private static final Pattern INTERVAL =
            Pattern.compile("([\\[(])\\s*([^,\\s]*)\\s*(,?)\\s*([^,\\s]*?)\\s*([\\])])");
    private static final Pattern PART =
            Pattern.compile("\\s*(?:,|;|&&|&|\\band\\b)?\\s*([~^=<>!]*)\\s*([^\\s,;&|<>=!~^()]+)\\s*");

    /** A version with a marker behind it. */
    private static final Pattern CONDITIONAL =
            Pattern.compile("([^;]+?)\\s*;\\s*(?:python_|sys_|platform_|os_|implementation_|extra)\\w*\\s*[<>=!~ni].*");

    /** Numbers with commas where points belong, as some languages write them. */
    private static final Pattern COMMAS = Pattern.compile("([=<>!~]*)\\s*(\\d+(?:,\\d+)+)");

    private SpecifierHint() {}

    /** What to write instead; empty where that cannot be told. */
    public static Optional<Suggestion> of(String written) {
        String text = PlainText.unquoted(written);
        if (ANY.contains(text.toLowerCase(Locale.ROOT))) {
            return Optional.of(new Suggestion.Omission("every version is allowed without it"));
        }
        if (text.contains("|") || text.matches(".*\\bor\\b.*")) {
            return Optional.of(new Suggestion.Advice(
                    "the parts of a specifier must all hold, and there is no \"or\": write one range, and take out of"
                            + " it what is not allowed with !="));
        }
        Matcher conditional = CONDITIONAL.matcher(text);
        if (conditional.matches()) {
            return meant(conditional.group(1))
                    .map(version -> new Suggestion.Advice(
                            "write \"" + version + "\" here, and what it is wanted for in pythons and platforms"));
        }
        if (text.contains("${")) {
            return Optional.of(new Suggestion.Advice(
                    "write the version itself, or a constant of Java: nothing is filled in here"));
        }
        if (text.contains("://")) {
            return Optional.of(
                    new Suggestion.Advice("leave it out, and name a file by the address of a @Source that is FLAT"));
        }
        return meant(text).map(Suggestion::value);
    }

    /** The specifier that a text means; empty where that cannot be told, or where it is nothing or everything. */
    static Optional<String> meant(String written) {
        Matcher commas = COMMAS.matcher(written);
        String text = commas.matches()
                ? commas.group(1) + commas.group(2).replace(',', '.')
                : written.replaceFirst("(?<=[\\w*])[\\s,;]+[=<>!~]+\\s*$", "");
        return interval(text).or(() -> range(text)).or(() -> parts(text)).filter(SpecifierHint::isSound);
    }

    private static Optional<String> interval(String text) {
        Matcher interval = INTERVAL.matcher(text);
        if (!interval.matches()) {
            return Optional.empty();
        }
        String low = interval.group(2);
        String high = interval.group(4);
        if (interval.group(3).isEmpty()) {
            boolean exact = text.startsWith("[") && text.endsWith("]") && high.isEmpty();
            return exact ? parts("==" + low) : Optional.empty();
        }
        List<String> bounds = new ArrayList<>();
        if (!low.isEmpty()) {
            bounds.add((interval.group(1).equals("[") ? ">=" : ">") + low);
        }
        if (!high.isEmpty()) {
            bounds.add((interval.group(5).equals("]") ? "<=" : "<") + high);
        }
        return parts(String.join(",", bounds));
    }

    private static Optional<String> range(String text) {
        Matcher range = RANGE.matcher(text);
        return range.matches() ? parts(">=" + range.group(1) + ",<=" + range.group(2)) : Optional.empty();
    }

    private static Optional<String> parts(String text) {
        Matcher part = PART.matcher(text);
        List<String> found = new ArrayList<>();
        int end = 0;
        boolean bare = false;
        while (end < text.length()) {
            if (!part.find(end) || part.start() != end || part.end() == end) {
                return Optional.empty();
            }
            Optional<String> meant = SpecifierPart.meant(part.group(1), part.group(2));
            if (meant.isEmpty()) {
                return Optional.empty();
            }
            bare |= part.group(1).isEmpty();
            found.add(meant.get());
            end = part.end();
        }
        // Which of 1.2 and <2 counts, cannot be told.
        return found.isEmpty() || (bare && found.size() > 1) ? Optional.empty() : Optional.of(String.join(",", found));
    }

    private static boolean isSound(String text) {
        try {
            return !text.contains("===") && !VersionSpecifiers.parse(text).excludesAll();
        } catch (PackagingParseException e) {
            return false;
        }
    }
}
