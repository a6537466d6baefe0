// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import java.util.ArrayList;
import java.util.List;

/**
 * Requirements as people type them, separated by commas: {@code httpx[http2]>=0.27,<1,numpy} are two.
 *
 * <p>A name begins with a letter or a digit and a bound with an operator, which distinguishes both kinds of commas.
 */
public final class AskedRequirements {
    /** More than a user types, and few enough for one run. */
    private static final int MOST = 1_000;

    private AskedRequirements() {}

    /**
     * The requirements.
     *
     * @param option the property that they were typed for
     * @throws WheelsException I201 if one is malformed, or there are none
     */
    public static List<Requirement> parse(String option, String text) {
        List<Requirement> requirements =
                words(text).stream().map(word -> requirement(option, word)).toList();
        if (requirements.isEmpty() || requirements.size() > MOST) {
            throw new WheelsException(
                    OptionProblem.BAD_REQUIREMENT,
                    option + " is \"" + text + "\"; expected requirements, separated by commas",
                    "give -D" + option + "='httpx[http2]>=0.27,numpy'");
        }
        return requirements;
    }

    /** How a name was typed, such as {@code PyYAML} for {@code pyyaml}. */
    public static String written(String text, PackageName name) {
        return words(text).stream()
                .map(word -> word.substring(0, nameEnd(word)))
                .filter(word -> !word.isEmpty() && PackageName.parse(word).equals(name))
                .findFirst()
                .orElse(name.value());
    }

    private static int nameEnd(String word) {
        int end = 0;
        while (end < word.length()
                && (Character.isLetterOrDigit(word.charAt(end)) || "-_.".indexOf(word.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            if (c == ',' && (depth == 0 || i == text.length())) {
                String word = text.substring(from, i).strip();
                from = i + 1;
                if (!word.isEmpty() && isBound(word) && !words.isEmpty()) {
                    words.set(words.size() - 1, words.get(words.size() - 1) + "," + word);
                } else if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    private static boolean isBound(String word) {
        return "<>=!~".indexOf(word.charAt(0)) >= 0;
    }

    private static Requirement requirement(String option, String word) {
        try {
            return Requirement.parse(word);
        } catch (PackagingParseException e) {
            throw new WheelsException(
                    OptionProblem.BAD_REQUIREMENT,
                    option + " asks for \"" + word + "\", which is not a requirement: at character "
                            + (e.position() + 1) + ", expected " + e.expected(),
                    "write it as pip does, as in -D" + option + "='httpx[http2]>=0.27'");
        }
    }
}
