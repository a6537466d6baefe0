// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;

/** What one pass over the annotations remembers. */
final class ReadingState {
    private final Set<String> unreadable = new TreeSet<>();
    private int sites;

    int nextSite() {
        return sites++;
    }

    void unreadable(Element element) {
        unreadable.add(element.toString());
    }

    /** The names of the types and packages whose annotations have values that the compiler could not make sense of. */
    Set<String> unreadable() {
        return unreadable;
    }
}
