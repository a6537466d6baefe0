// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.core.lock.ImportsAlone;
import dev.zeus.wheels.core.lock.LockedPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The modules of a locked version, by when they have to import.
 *
 * @param always when it is built for any of some targets
 * @param on those that besides have to on a target, where that was recorded of it and not of all
 * @param others those that nothing but the check of everything imports on some target; each of {@code on} among them
 */
record BlockImports(List<String> always, SortedMap<String, List<String>> on, List<String> others) {

    static BlockImports of(LockedSet set, LockedPackage locked, Set<String> targets) {
        List<String> modules = set.modules(locked);
        ImportsAlone recorded = locked.facts().importsAlone().within(targets);
        List<String> always = new ArrayList<>(set.imports(locked));
        modules.stream()
                .filter(module -> !always.contains(module))
                .filter(module ->
                        recorded.targets().getOrDefault(module, new TreeSet<>()).containsAll(targets))
                .toList()
                .forEach(always::add);
        List<String> others =
                modules.stream().filter(module -> !always.contains(module)).toList();
        SortedMap<String, List<String>> on = new TreeMap<>();
        for (String target : recorded.recorded()) {
            List<String> some =
                    others.stream().filter(recorded.on(target)::contains).toList();
            if (!some.isEmpty()) {
                on.put(target, some);
            }
        }
        return new BlockImports(always, on, others);
    }
}
