// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.NearName;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a wrong marker probably means: {@code python_verison < 3.12} means {@code python_version < '3.12'},
 * {@code sys_platform = "linux" && …} means {@code sys_platform == 'linux' and …}.
 */
public final class MarkerHint {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:('[^']*'|\"[^\"]*\")|([()])|([<>=!~]+)|(&&?|\\|\\|?)|([A-Za-z0-9_.*+-]+))\\s*");
    private static final Set<String> WORDS = Set.of("and", "or", "in", "not");

    /** What people call a variable that is not near to its name. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("python", "python_version"),
            Map.entry("py_version", "python_version"),
            Map.entry("platform", "sys_platform"),
            Map.entry("os", "sys_platform"),
            Map.entry("machine", "platform_machine"),
            Map.entry("arch", "platform_machine"),
            Map.entry("system", "platform_system"),
            Map.entry("implementation", "platform_python_implementation"));

    private static final Map<String, String> OPERATORS =
            Map.of("=", "==", "=>", ">=", "=<", "<=", "<>", "!=", "!", "!=", "===", "==", "=!", "!=");

    private MarkerHint() {}

    /** The marker that a text means; empty where that cannot be told. */
    static Optional<String> meant(String written) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(PlainText.of(written));
        int end = 0;
        while (token.find(end) && token.start() == end && token.end() > end) {
            // What a variable is compared with is a text, its quotes forgotten.
            boolean compared =
                    !tokens.isEmpty() && tokens.get(tokens.size() - 1).matches("[<>=!~]+");
            Optional<String> meant = compared && token.group(5) != null ? variableOrText(token.group(5)) : meant(token);
            if (meant.isEmpty()) {
                return Optional.empty();
            }
            tokens.add(meant.get());
            end = token.end();
            if (end == token.regionEnd()) {
                break;
            }
        }
        while (!tokens.isEmpty() && WORDS.contains(tokens.get(tokens.size() - 1))) {
            tokens.remove(tokens.size() - 1);
        }
        String marker = String.join(" ", tokens).replace("( ", "(").replace(" )", ")");
        return end == PlainText.of(written).length() && isMarker(marker) ? Optional.of(marker) : Optional.empty();
    }

    private static Optional<String> meant(Matcher token) {
        if (token.group(1) != null) {
            String text = token.group(1).substring(1, token.group(1).length() - 1);
            return quoted(text);
        } else if (token.group(2) != null) {
            return Optional.of(token.group(2));
        } else if (token.group(3) != null) {
            return Optional.of(OPERATORS.getOrDefault(token.group(3), token.group(3)));
        } else if (token.group(4) != null) {
            return Optional.of(token.group(4).startsWith("&") ? "and" : "or");
        }
        return word(token.group(5));
    }

    private static Optional<String> variableOrText(String word) {
        return EnvironmentMarker.variables().contains(word) ? Optional.of(word) : quoted(word);
    }

    private static Optional<String> word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (WORDS.contains(lower)) {
            return Optional.of(lower);
        } else if (Character.isDigit(word.charAt(0))) {
            return quoted(word);
        }
        return variable(lower);
    }

    /** The variable that a name means. */
    private static Optional<String> variable(String name) {
        String plain = name.replace('.', '_').replace('-', '_');
        return Optional.ofNullable(SYNONYMS.get(plain)).or(() -> NearName.among(EnvironmentMarker.variables(), plain));
    }

    private static Optional<String> quoted(String text) {
        return text.indexOf('\'') < 0 ? Optional.of("'" + text + "'") : Optional.empty();
    }

    private static boolean isMarker(String text) {
        try {
            EnvironmentMarker.parse(text);
            return true;
        } catch (PackagingParseException e) {
            return false;
        }
    }
}
