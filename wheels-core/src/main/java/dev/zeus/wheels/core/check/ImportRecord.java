// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a Python of this machine has imported, on one target, with nothing but what each package requires.
 *
 * @param target the target
 * @param modules the modules that import so, of each package that was asked; none of them where none does
 * @param left what does not, and why
 */
public record ImportRecord(Target target, SortedMap<PackageName, List<String>> modules, List<String> left) {
    public ImportRecord {
        modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
        left = List.copyOf(left);
    }

    static ImportRecord none(Target target, String reason) {
        return new ImportRecord(target, new TreeMap<>(), List.of(target.id() + ": " + reason));
    }
}
