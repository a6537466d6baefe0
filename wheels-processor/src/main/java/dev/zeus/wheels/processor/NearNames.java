package dev.zeus.wheels.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds names that differ by one letter: one more, one less, another one, or two that are swapped.
 *
 * <p>{@code requests} and {@code reqeusts} are near. {@code uuid6} and {@code uuid7} are not, nor {@code boto} and
 * {@code boto3}: a digit is a choice; and short names are near to many.
 */
final class NearNames {
    private static final int SHORTEST = 5;

    /** The names by what is left of them without one letter; near names have something left in common. */
    private final Map<String, List<String>> names = new HashMap<>();

    /** Remembers a name, and answers one remembered before that is near. */
    Optional<String> add(String name) {
        Optional<String> near = Optional.empty();
        if (name.length() < SHORTEST || name.length() > DidYouMean.LONGEST) {
            return near;
        }
        for (int i = -1; i < name.length(); i++) {
            String rest = i < 0 ? name : name.substring(0, i) + name.substring(i + 1);
            List<String> sharing = names.computeIfAbsent(rest, key -> new ArrayList<>(1));
            for (String other : sharing) {
                if (near.isEmpty() && isNear(name, other)) {
                    near = Optional.of(other);
                }
            }
            if (!sharing.contains(name)) {
                sharing.add(name);
            }
        }
        return near;
    }

    private static boolean isNear(String name, String other) {
        return withoutDigits(name).length() >= SHORTEST
                && !withoutDigits(name).equals(withoutDigits(other))
                && DidYouMean.distance(name, other) == 1;
    }

    private static String withoutDigits(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.chars().filter(c -> c < '0' || c > '9').forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
