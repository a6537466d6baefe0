// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import dev.zeus.wheels.DeclaredName;
import dev.zeus.wheels.core.text.JavaText;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The type that is to declare a package.
 *
 * @param simple its name
 * @param arguments those of its annotation, such as {@code version = ">=2"}
 * @param told what to say of its name, where that is not what its author would expect
 */
record NewType(String simple, String arguments, Optional<String> told) {
    /**
     * The type for a requirement.
     *
     * @param written the name as it was typed: {@code PyYAML} stays {@code PyYAML}
     * @param taken the names of other types in the same place, in lower case
     * @param where the members that say on which targets it is wanted
     */
    static NewType of(Requirement requirement, String written, Set<String> taken, List<String> where) {
        String simple = simple(requirement.name(), written);
        String free = simple;
        for (int i = 2; taken.contains(free.toLowerCase(Locale.ROOT)) || JavaText.isTaken(free); i++) {
            free = simple + (i == 2 ? "Package" : "Package" + i);
        }
        String derived = DeclaredName.of(free);
        boolean says = derived.equals(requirement.name().value());
        List<String> arguments = new ArrayList<>();
        if (!says) {
            arguments.add("name = " + JavaText.literal(requirement.name().value()));
        }
        if (!requirement.specifiers().toString().isEmpty()) {
            arguments.add(
                    "version = " + JavaText.literal(requirement.specifiers().toString()));
        }
        if (!requirement.extras().isEmpty()) {
            arguments.add("extras = "
                    + JavaText.literals(
                            requirement.extras().stream().map(ExtraName::value).toList()));
        }
        arguments.addAll(where);
        return new NewType(
                free,
                String.join(", ", arguments),
                says
                        ? Optional.empty()
                        : Optional.of("The name of the type " + free + " would be the package \"" + derived
                                + "\": its annotation says name = \""
                                + requirement.name().value() + "\""));
    }

    /** Words of the package's name with a capital each, unless the user typed capitals. */
    private static String simple(PackageName name, String written) {
        boolean capitals = written.chars().anyMatch(Character::isUpperCase)
                && written.chars().anyMatch(Character::isLowerCase);
        return JavaText.typeName(capitals ? written : name.value());
    }
}
