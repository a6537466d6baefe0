// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import static dev.zeus.wheels.core.lock.Toml.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The modules of a package that a Python has imported with nothing but what the package requires, as
 * {@code wheels:check} records them.
 *
 * @param targets the ids of the targets on which each does, by module
 */
public record ImportsAlone(SortedMap<String, SortedSet<String>> targets) {
    /** Where nothing was recorded. */
    public static final ImportsAlone NONE = new ImportsAlone(new TreeMap<>());

    public ImportsAlone {
        SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
        targets.forEach((module, ids) -> {
            if (!ids.isEmpty()) {
                copy.put(module, Collections.unmodifiableSortedSet(new TreeSet<>(ids)));
            }
        });
        targets = Collections.unmodifiableSortedMap(copy);
    }

    public boolean isEmpty() {
        return targets.isEmpty();
    }

    /** The targets that something was recorded on. */
    public SortedSet<String> recorded() {
        SortedSet<String> all = new TreeSet<>();
        targets.values().forEach(all::addAll);
        return all;
    }

    /** The modules that import on a target. */
    public SortedSet<String> on(String target) {
        SortedSet<String> modules = new TreeSet<>();
        targets.forEach((module, ids) -> {
            if (ids.contains(target)) {
                modules.add(module);
            }
        });
        return modules;
    }

    /** What of it was recorded on some targets. */
    public ImportsAlone within(Set<String> some) {
        SortedMap<String, SortedSet<String>> left = new TreeMap<>();
        targets.forEach((module, ids) -> {
            SortedSet<String> both = new TreeSet<>(ids);
            both.retainAll(some);
            left.put(module, both);
        });
        return new ImportsAlone(left);
    }

    /** What of it was recorded of some modules. */
    public ImportsAlone among(Collection<String> modules) {
        SortedMap<String, SortedSet<String>> left = new TreeMap<>(targets);
        left.keySet().retainAll(modules);
        return new ImportsAlone(left);
    }

    /** The same with other modules on one target. */
    public ImportsAlone with(String target, Collection<String> modules) {
        SortedSet<String> others = recorded();
        others.remove(target);
        SortedMap<String, SortedSet<String>> all = new TreeMap<>(within(others).targets());
        for (String module : modules) {
            SortedSet<String> ids = new TreeSet<>(all.getOrDefault(module, new TreeSet<>()));
            ids.add(target);
            all.put(module, ids);
        }
        return new ImportsAlone(all);
    }

    /** As a lock has it: a table for the modules that import on the same targets, by the first of them. */
    List<String> tables() {
        SortedMap<String, SortedSet<String>> left = new TreeMap<>(targets);
        List<String> tables = new ArrayList<>();
        while (!left.isEmpty()) {
            SortedSet<String> ids = targets.getOrDefault(left.firstKey(), new TreeSet<>());
            List<String> same = left.entrySet().stream()
                    .filter(module -> module.getValue().equals(ids))
                    .map(Map.Entry::getKey)
                    .toList();
            tables.add(Toml.table(List.of(entry("modules", Toml.strings(same)), entry("targets", Toml.strings(ids)))));
            same.forEach(left::remove);
        }
        return tables;
    }

    // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof ImportsAlone that && targets.equals(that.targets);
    }

    @Override
    public int hashCode() {
        return targets.hashCode();
    }
}
