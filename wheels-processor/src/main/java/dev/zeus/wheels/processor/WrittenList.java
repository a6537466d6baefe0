// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.List;

/**
 * An array of an annotation with its place and its elements' places.
 *
 * @param items the elements that could be read
 * @param site where the array is written; the annotation itself for a default
 * @param given whether it is written rather than the default
 * @param complete whether every element could be read; where not, the compiler itself reports the rest
 */
record WrittenList<T>(List<Written<T>> items, Site site, boolean given, boolean complete) {
    WrittenList {
        items = List.copyOf(items);
    }

    List<T> values() {
        return items.isEmpty() ? List.of() : items.stream().map(Written::value).toList();
    }

    /** Whether the array was left out or is written as {@code {}}. */
    boolean isEmpty() {
        return items.isEmpty() && complete;
    }
}
