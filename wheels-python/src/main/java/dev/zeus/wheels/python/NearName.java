// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of some that are known which a misspelt one probably means: a package, a group, an option.
 *
 * <p>{@code NearName.among(List.of("pypi", "acme"), "pipy")} is {@code pypi}: two letters differ.
 */
public final class NearName {
    /** Longer words are never compared. */
    public static final int LONGEST = 64;

    private NearName() {}

    /**
     * {@return the nearest of the known words, if it is near enough and none other is as near}
     *
     * @param known the words that there are
     * @param written the word that is not among them
     */
    public static Optional<String> among(Collection<String> known, String written) {
        String best = "";
        boolean several = false;
        int bestDistance = Integer.MAX_VALUE;
        String text = written.toLowerCase(Locale.ROOT);
        for (String word : known.stream().distinct().sorted().toList()) {
            int distance = distance(word.toLowerCase(Locale.ROOT), text);
            if (distance <= allowed(word.toLowerCase(Locale.ROOT), text) && distance <= bestDistance) {
                several = distance == bestDistance;
                best = word;
                bestDistance = distance;
            }
        }
        return best.isEmpty() || several ? Optional.empty() : Optional.of(best);
    }

    /** A third of the letters, or two that change places. */
    private static int allowed(String word, String written) {
        int third = Math.max(1, Math.min(word.length(), written.length()) / 3);
        return third < 2 && letters(word).equals(letters(written)) ? 2 : third;
    }

    private static String letters(String word) {
        int[] sorted = word.chars().sorted().toArray();
        return new String(sorted, 0, sorted.length);
    }

    /**
     * {@return insertions, deletions, replacements and swaps of neighbours that turn one word into the other}
     *
     * @param left the one word
     * @param right the other word
     */
    public static int distance(String left, String right) {
        if (left.length() > LONGEST || right.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        int[][] steps = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(steps, left, right, i, j);
            }
        }
        return steps[left.length()][right.length()];
    }

    private static int cheapest(int[][] steps, String left, String right, int i, int j) {
        int same = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int cheapest = Math.min(steps[i - 1][j - 1] + same, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(cheapest, steps[i - 2][j - 2] + 1) : cheapest;
    }
}
