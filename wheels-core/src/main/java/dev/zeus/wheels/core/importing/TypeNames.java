// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.DeclaredName;
import dev.zeus.wheels.core.text.JavaText;
import dev.zeus.wheels.python.PackageName;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names of the types that declare packages, each once, also where file names count in one case only. */
final class TypeNames {
    private final Set<String> used = new HashSet<>();

    /**
     * A type's name.
     *
     * @param simple the name of the type
     * @param says whether the package's name follows from it
     */
    record TypeName(String simple, boolean says) {}

    /** The name of a type for a package, with a word that tells it from others of the same package. */
    TypeName of(PackageName name, String suffix) {
        String plain = JavaText.typeName(name.value()) + suffix;
        String free = plain;
        for (int i = 2; JavaText.isTaken(free) || !used.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = plain + (i == 2 ? "Package" : "Package" + i);
        }
        return new TypeName(free, DeclaredName.of(free).equals(name.value()));
    }
}
