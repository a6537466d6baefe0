package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.NearName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds names that differ by one letter: one more, one less, another one, or two that are swapped.
 *
 * <p>{@code requests} and {@code reqeusts} are near. {@code uuid6} and {@code uuid7} are not, nor {@code boto} and
 * {@code boto3}: a digit is a choice; and short names are near to many.
 */
final class NearNames {
    private static final int SHORTEST = 5;

    /** The names, by their letters and then by their digits. */
    private final Map<String, Map<String, String>> names = new HashMap<>();

    /** Letters that are near to each other. */
    private final Map<String, List<String>> near = new HashMap<>();

    /** Letters by what is left of them without one; near ones have something left in common. */
    private final Map<String, List<String>> rests = new HashMap<>();

    /** Remembers a name, and answers one remembered before that is near. */
    Optional<String> add(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            (c >= '0' && c <= '9' ? digits : letters).append(c);
        }
        if (letters.length() < SHORTEST || name.length() > NearName.LONGEST) {
            return Optional.empty();
        }
        String word = letters.toString();
        String number = digits.toString();
        if (names.computeIfAbsent(word, key -> new HashMap<>()).putIfAbsent(number, name) == null
                && !near.containsKey(word)) {
            index(word);
        }
        return near.getOrDefault(word, List.of()).stream()
                .map(other -> names.getOrDefault(other, Map.of()).get(number))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** A remembered name that is near to another one, which is not remembered. */
    Optional<String> near(String name) {
        String digits = name.replaceAll("[^0-9]", "");
        String word = name.replaceAll("[0-9]", "");
        if (word.length() < SHORTEST || name.length() > NearName.LONGEST) {
            return Optional.empty();
        }
        for (int i = -1; i < word.length(); i++) {
            String rest = i < 0 ? word : word.substring(0, i) + word.substring(i + 1);
            for (String other : rests.getOrDefault(rest, List.of())) {
                String found = names.getOrDefault(other, Map.of()).get(digits);
                if (found != null && NearName.distance(word, other) == 1) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    private void index(String word) {
        List<String> found = new ArrayList<>(0);
        near.put(word, found);
        for (int i = -1; i < word.length(); i++) {
            String rest = i < 0 ? word : word.substring(0, i) + word.substring(i + 1);
            List<String> sharing = rests.computeIfAbsent(rest, key -> new ArrayList<>(1));
            for (String other : sharing) {
                if (!found.contains(other) && NearName.distance(word, other) == 1) {
                    found.add(other);
                    near.getOrDefault(other, found).add(word);
                }
            }
            if (!sharing.contains(word)) {
                sharing.add(word);
            }
        }
    }
}
