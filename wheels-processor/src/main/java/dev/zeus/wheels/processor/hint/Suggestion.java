// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What to write instead of a wrong value, as something that can be applied.
 *
 * <p>Of the version {@code "^1.2"} it is the value {@code ">=1.2,<2"}; of the name {@code "fastapi[standard]"} the
 * members {@code name = "fastapi"} and {@code extras = "standard"}.
 */
public sealed interface Suggestion {
    /** Another value, or one of several. */
    record Value(List<String> alternatives) implements Suggestion {
        public Value {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** Several elements of the list in the place of one. */
    record Elements(List<String> values) implements Suggestion {
        public Elements {
            values = List.copyOf(values);
        }
    }

    /** Several members of the annotation, of which one is the wrong one. */
    record Members(Map<String, List<String>> values) implements Suggestion {
        public Members {
            values = new TreeMap<>(values);
        }
    }

    /** Nothing at all, with the reason. */
    record Omission(String reason) implements Suggestion {}

    /** What only the user can do. */
    record Advice(String text) implements Suggestion {}

    /** One other value. */
    static Suggestion value(String value) {
        return new Value(List.of(value));
    }
}
