// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import dev.zeus.wheels.core.lock.LockedPackage;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A locked package that a type of the wheel set declares.
 *
 * @param locked the package
 * @param type the type
 * @param origin the type and its place, such as {@code com.acme.NumPy (src/main/java/com/acme/NumPy.java:12)}
 * @param version the declared versions; empty for any
 * @param targets the ids of the targets that it is declared for
 */
public record Declared(LockedPackage locked, String type, String origin, String version, SortedSet<String> targets) {
    public Declared {
        targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
    }
}
