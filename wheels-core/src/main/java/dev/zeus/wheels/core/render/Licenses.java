package dev.zeus.wheels.core.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;

/** The licences that an SPDX expression names, without how they combine, which nixpkgs has no word for. */
final class Licenses {
    private static final Set<String> OPERATORS = Set.of("and", "or");
    private static final int MAX_LENGTH = 2000;

    private Licenses() {}

    /** {@code MIT OR (Apache-2.0 AND BSD-3-Clause)} names three; a text that is no expression names none. */
    static List<String> named(String expression) {
        Set<String> ids = new TreeSet<>();
        if (expression.length() > MAX_LENGTH) {
            return List.of();
        }
        boolean exception = false;
        boolean operand = false;
        for (StringTokenizer words = new StringTokenizer(expression, " ()\t\n"); words.hasMoreTokens(); ) {
            String word = words.nextToken();
            String lower = word.toLowerCase(Locale.ROOT);
            if (OPERATORS.contains(lower)) {
                operand = false;
            } else if (lower.equals("with")) {
                exception = true;
                operand = false;
            } else if (operand || !word.chars().allMatch(Licenses::isIdChar)) {
                return List.of();
            } else {
                if (!exception) {
                    ids.add(word.endsWith("+") ? word.substring(0, word.length() - 1) : word);
                }
                exception = false;
                operand = true;
            }
        }
        return new ArrayList<>(ids);
    }

    private static boolean isIdChar(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '+';
    }
}
