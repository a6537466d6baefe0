package dev.zeus.wheels.core.setup;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The word of a closed set that a misspelt one probably means, such as {@code standard} for {@code standrad}. */
public final class NearName {
    private static final int LONGEST = 64;

    private NearName() {}

    /** The nearest word, of which at most a third of the letters differ; empty where none is that near. */
    public static Optional<String> among(Collection<String> known, String written) {
        Optional<String> best = Optional.empty();
        int least = 1 + (Math.min(written.length(), LONGEST) + 2) / 3;
        for (String word : known.stream().sorted().toList()) {
            int distance = distance(word.toLowerCase(Locale.ROOT), written.toLowerCase(Locale.ROOT));
            if (distance < least) {
                best = Optional.of(word);
                least = distance;
            }
        }
        return best;
    }

    /** How many letters are inserted, deleted, replaced or swapped with their neighbour. */
    private static int distance(String left, String right) {
        if (left.length() > LONGEST || right.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        int[][] steps = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int other = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                steps[i][j] = Math.min(steps[i - 1][j - 1] + other, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[left.length()][right.length()];
    }
}
