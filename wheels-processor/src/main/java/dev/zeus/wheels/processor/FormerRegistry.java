// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Set;

/**
 * A registry that an earlier compilation wrote.
 *
 * @param packageName the package of its wheel set
 * @param simpleName its name in that
 * @param written when, in milliseconds; 0 where nothing tells
 * @param texts the texts of its code that may be names of types below that package, among them all that were declared
 */
record FormerRegistry(String packageName, String simpleName, long written, Set<String> texts) {
    FormerRegistry {
        texts = Set.copyOf(texts);
    }

    /** Whether it has a top-level type, or one in it. */
    boolean declares(String topLevel) {
        return texts.stream()
                .anyMatch(text -> text.startsWith(topLevel)
                        && (text.length() == topLevel.length() || text.charAt(topLevel.length()) == '$'));
    }

    String name() {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }
}
