// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.EnvironmentPart;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fills the wheel set's defaults into environments. */
final class EnvironmentValues {
    private EnvironmentValues() {}

    /** All of a set, sorted by name; of two with one name the first. */
    static List<EnvironmentDeclaration> of(
            List<WrittenEnvironment> environments, WrittenSet set, List<Named> declarations) {
        SortedMap<String, EnvironmentDeclaration> byName = new TreeMap<>();
        environments.forEach(
                environment -> byName.putIfAbsent(environment.normalisedName(), of(environment, set, declarations)));
        return List.copyOf(byName.values());
    }

    private static EnvironmentDeclaration of(WrittenEnvironment environment, WrittenSet set, List<Named> declarations) {
        String python = python(environment, set);
        Set<String> types = new HashSet<>(environment.packages().values());
        boolean all = environment.packages().isEmpty();
        List<String> packages = declarations.stream()
                .filter(named -> all
                        ? pythons(named, set).contains(python)
                        : types.contains(named.declaration().type().binary()))
                .map(named -> named.declaration() instanceof WrittenDeclaration.Wheel ? named.project() : named.name())
                .sorted()
                .distinct()
                .toList();
        return new EnvironmentDeclaration(
                environment.type().binary(),
                environment.normalisedName(),
                python,
                packages,
                environment.libraries().values(),
                WrittenEnvironment.Variable.values(environment.variables()),
                environment.shellHook().value(),
                parts(environment));
    }

    /** Its parts; of two of a kind with one name the first. */
    private static List<EnvironmentPart> parts(WrittenEnvironment environment) {
        Set<Map.Entry<Class<?>, String>> seen = new HashSet<>();
        return environment.parts().stream()
                .map(WrittenPart::declared)
                .filter(part -> seen.add(Map.entry(part.getClass(), part.name())))
                .toList();
    }

    /** The environment's Python: what it says, else the newest of the set. */
    static String python(WrittenEnvironment environment, WrittenSet set) {
        String given = environment.python().value();
        return given.isEmpty()
                ? set.pythons().values().stream().max(PythonRules.OLDEST_FIRST).orElse("")
                : given;
    }

    /** The Pythons that a declaration is wanted on. */
    static List<String> pythons(Named named, WrittenSet set) {
        WrittenList<String> own = named.declaration().pythons();
        return own.items().isEmpty() ? set.pythons().values() : own.values();
    }
}
