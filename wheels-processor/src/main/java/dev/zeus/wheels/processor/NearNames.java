// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.NearName;
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

    /** The names, by their letters and then by their digits. */
    private final Map<String, Map<String, String>> names = new HashMap<>();

    /** Letters by what is left of them without one; near ones have something left in common. */
    private final Map<String, List<String>> rests = new HashMap<>();

    /** Remembers a name. */
    void add(String name) {
        Word word = Word.of(name);
        if (!word.isCompared()) {
            return;
        }
        Map<String, String> sameLetters = names.computeIfAbsent(word.letters(), key -> new HashMap<>(2));
        if (sameLetters.isEmpty()) {
            for (int i = -1; i < word.letters().length(); i++) {
                List<String> sharing = rests.computeIfAbsent(word.without(i), key -> new ArrayList<>(1));
                if (!sharing.contains(word.letters())) {
                    sharing.add(word.letters());
                }
            }
        }
        sameLetters.putIfAbsent(word.digits(), name);
    }

    /** A remembered name that is near to another one, which is not remembered. */
    Optional<String> near(String name) {
        Word word = Word.of(name);
        if (!word.isCompared()) {
            return Optional.empty();
        }
        for (int i = -1; i < word.letters().length(); i++) {
            for (String other : rests.getOrDefault(word.without(i), List.of())) {
                String found = names.getOrDefault(other, Map.of()).get(word.digits());
                if (found != null && NearName.distance(word.letters(), other) == 1) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    /** A name taken apart. */
    private record Word(String letters, String digits) {
        static Word of(String name) {
            StringBuilder letters = new StringBuilder(name.length());
            StringBuilder digits = new StringBuilder();
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                (c >= '0' && c <= '9' ? digits : letters).append(c);
            }
            return new Word(letters.toString(), digits.toString());
        }

        boolean isCompared() {
            return letters.length() >= SHORTEST && letters.length() + digits.length() <= NearName.LONGEST;
        }

        /** The letters without the one at an index, or all of them without an index. */
        String without(int i) {
            return i < 0 ? letters : letters.substring(0, i) + letters.substring(i + 1);
        }
    }
}
