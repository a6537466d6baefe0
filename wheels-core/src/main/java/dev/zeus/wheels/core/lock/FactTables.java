// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.core.wheel.ImportNames;
import java.util.Optional;
import java.util.TreeSet;

/** What a lock says of a package beyond its files, each as what it is. */
final class FactTables {
    private FactTables() {}

    static PackageFacts facts(LockTable ours) {
        return new PackageFacts(
                ours.optional("summary"),
                ours.optional("license"),
                ours.optional("homepage", FactTables::webAddress),
                ours.optional("changelog", FactTables::webAddress),
                ours.list("imports", FactTables::module),
                ours.optional("main-program"),
                ours.has("libraries")
                        ? Optional.of(new LibraryFacts(
                                new TreeSet<>(ours.strings("libraries")), new TreeSet<>(ours.strings("provides"))))
                        : Optional.empty());
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
