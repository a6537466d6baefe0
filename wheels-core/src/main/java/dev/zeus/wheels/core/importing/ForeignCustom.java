// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.python.PackageName;
import java.util.List;
import java.util.Optional;

/**
 * A package that only Nix builds.
 *
 * @param definition the Nix function that builds it
 * @param description one line that says what it is
 * @param pythons the Pythons it is for, such as {@code 3.12}; all if empty
 */
record ForeignCustom(
        PackageName name, String definition, Optional<String> description, List<String> pythons, Place place) {
    ForeignCustom {
        pythons = List.copyOf(pythons);
    }
}
