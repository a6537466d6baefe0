// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import java.util.Comparator;
import java.util.Optional;

/** The oldest Python that a {@code Requires-Python} allows, to the minor version, which is all that Nix asks. */
final class PythonFloor {
    /** The order of {@code 3.9}, {@code 3.10}. */
    static final Comparator<String> OLDEST_FIRST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private PythonFloor() {}

    /** Of {@code <4,>=3.10.2} it is {@code 3.10}; empty where nothing bounds it from below. */
    static Optional<String> of(String requiresPython) {
        for (String specifier : requiresPython.split(",", -1)) {
            String text = specifier.strip();
            if (text.startsWith(">=") || text.startsWith("~=")) {
                String[] parts = text.substring(2).strip().split("\\.", 3);
                if (parts.length >= 2 && isNumber(parts[0]) && isNumber(parts[1])) {
                    return Optional.of(parts[0] + '.' + parts[1]);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
