// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.text.Valid;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions that Poetry and Pipenv allow, as the standard writes them (PEP 440): {@code ^1.2.3} is
 * {@code >=1.2.3,<2}.
 */
final class PoetryConstraint {
    private static final Pattern SHORT = Pattern.compile("([\\^~]?)\\s*v?([0-9]{1,9}(?:\\.[0-9]{1,9}){0,7})(.*)");

    /** {@code >=1.5.6,<1.5.7 || >1.5.7}: all but one version. */
    private static final Pattern HOLE =
            Pattern.compile("([^|]*?)<\\s*([0-9][^|,\\s]*)\\s*\\|\\|?\\s*>\\s*\\2((?:\\s*,[^|]*)?)");

    private static final Pattern OPERATOR = Pattern.compile("([\\^~=<>!])\\s+");

    /** {@code =1.2} is {@code 1.2}. */
    private static final Pattern EXACT = Pattern.compile("^=(?!=)");

    /** Bounds the work of the patterns; constraints have tens of characters. */
    private static final int LONGEST = 1000;

    private PoetryConstraint() {}

    /** The standard's specifiers; empty where it has none. */
    static Optional<String> standard(String text) {
        Matcher hole = HOLE.matcher(text);
        if (text.length() <= LONGEST && hole.matches()) {
            return standard(hole.group(1) + "!=" + hole.group(2) + hole.group(3));
        }
        if (text.contains("|")) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        // A blank joins as a comma does, but for one behind an operator.
        for (String part : OPERATOR.matcher(text).replaceAll("$1").split("[,\\s]+", -1)) {
            if (!part.isEmpty() && !part.equals("*")) {
                parts.add(one(EXACT.matcher(part).replaceAll("")));
            }
        }
        return Optional.of(String.join(",", parts));
    }

    /**
     * The Pythons of a constraint. Of several that {@code ||} joins, those count that allow a Python which a set can
     * have: {@code ~2.7 || ^3.6} is {@code >=3.6,<4}.
     */
    static Optional<String> pythons(String text) {
        List<String> fitting = Arrays.stream(text.split("\\|\\|?", -1))
                .map(String::strip)
                .filter(each -> standard(each).filter(PoetryConstraint::fitsAny).isPresent())
                .toList();
        return fitting.size() == 1 ? standard(fitting.get(0)) : standard(text);
    }

    private static boolean fitsAny(String standard) {
        return Valid.of(standard, VersionSpecifiers::parse)
                .filter(ImportedTargets::fits)
                .isPresent();
    }

    private static String one(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        String[] numbers = matcher.group(2).split("\\.", -1);
        return switch (matcher.group(1)) {
            case "^" -> between(matcher, numbers, caret(numbers));
            case "~" -> between(matcher, numbers, Math.min(1, numbers.length - 1));
            default -> "==" + text;
        };
    }

    /** A caret lets everything move right of the first number that is not zero. */
    private static int caret(String[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (Integer.parseInt(numbers[i]) != 0) {
                return i;
            }
        }
        return numbers.length - 1;
    }

    private static String between(Matcher matcher, String[] numbers, int moved) {
        StringBuilder end = new StringBuilder();
        for (int i = 0; i < moved; i++) {
            end.append(numbers[i]).append('.');
        }
        return ">=" + matcher.group(2) + matcher.group(3) + ",<" + end + (Integer.parseInt(numbers[moved]) + 1);
    }
}
