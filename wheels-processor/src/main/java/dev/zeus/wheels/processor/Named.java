// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.Optional;

/**
 * A declaration with the names that follow from it.
 *
 * @param name the package's normalised name here
 * @param project the normalised name on the index; differs from the name by {@code wheelName} only
 */
record Named(WrittenDeclaration declaration, String name, String project) {
    static Named of(WrittenDeclaration declaration) {
        String name = name(declaration.name().value(), declaration.type().simple());
        String wheelName = declaration instanceof WrittenDeclaration.Wheel wheel
                ? wheel.wheelName().value()
                : "";
        return new Named(declaration, name, normalised(wheelName).orElse(name));
    }

    /** The normalised name that a type has, or is given. */
    static String name(String given, String type) {
        return normalised(given).or(() -> normalised(Names.ofType(type))).orElse("unnamed");
    }

    String alias() {
        return Names.alias(name);
    }

    private static Optional<String> normalised(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(PackageName.parse(text).value());
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }
}
