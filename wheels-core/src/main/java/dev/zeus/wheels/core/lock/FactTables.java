// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.core.wheel.ImportNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a lock says of a package beyond its files, each as what it is. */
final class FactTables {
    private FactTables() {}

    /**
     * The facts of an entry.
     *
     * @param installing the targets of the entry
     */
    static PackageFacts facts(LockTable ours, Set<String> installing) {
        List<String> imports = ours.list("imports", FactTables::module);
        return new PackageFacts(
                ours.optional("summary"),
                ours.optional("license"),
                ours.optional("homepage", FactTables::webAddress),
                ours.optional("changelog", FactTables::webAddress),
                imports,
                ours.optional("main-program"),
                ours.has("libraries")
                        ? Optional.of(new LibraryFacts(
                                new TreeSet<>(ours.strings("libraries")), new TreeSet<>(ours.strings("provides"))))
                        : Optional.empty(),
                importsAlone(ours, Set.copyOf(imports), installing));
    }

    /** Refuses a module that the package does not have, and a target that it is not locked for. */
    private static ImportsAlone importsAlone(LockTable ours, Set<String> imports, Set<String> installing) {
        SortedMap<String, SortedSet<String>> recorded = new TreeMap<>();
        for (LockTable table : ours.tables("imports-alone")) {
            List<String> targets = table.list("targets", target -> {
                if (!installing.contains(target)) {
                    throw new IllegalArgumentException("expected a target that the package is locked for");
                }
                return target;
            });
            table.list("modules", module -> {
                        if (!imports.contains(module)) {
                            throw new IllegalArgumentException("expected one of its \"imports\"");
                        }
                        return module;
                    })
                    .forEach(module -> recorded.computeIfAbsent(module, name -> new TreeSet<>())
                            .addAll(targets));
        }
        return new ImportsAlone(recorded);
    }

    private static String webAddress(String text) {
        if ((!text.startsWith("https://") && !text.startsWith("http://")) || isOdd(text)) {
            throw new IllegalArgumentException("expected an address that begins with https:// or http://");
        }
        return text;
    }

    private static String module(String text) {
        if (!ImportNames.isModule(text)) {
            throw new IllegalArgumentException("expected the name of a module");
        }
        return text;
    }

    private static boolean isOdd(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
