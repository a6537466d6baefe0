// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.nix.NixpkgsNames;

/** Attribute names that cannot be a wheel's, and those that are never made from wheels. */
final class ReservedNames {
    private ReservedNames() {}

    /** @throws WheelsException N301 for a name that the Python package set of nixpkgs uses itself */
    static void requireFree(String name) {
        if (NixpkgsNames.OF_THE_SET.contains(name)) {
            throw new WheelsException(
                    RenderProblem.TAKEN_NAME,
                    "the package \"" + name + "\" would replace what nixpkgs' Python package set has under that name",
                    "Leave \"" + name + "\" and everything that requires it out of the wheel set.");
        }
    }

    /** @throws WheelsException N302 for a source whose name cannot be a directory among the generated files */
    static void requireDirectory(String source) {
        boolean plain = !source.isEmpty()
                && source.length() <= 64
                && source.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_')
                && !source.equals("custom");
        if (!plain) {
            throw new WheelsException(
                    RenderProblem.BAD_SOURCE_NAME,
                    "the source \"" + source + "\" cannot be a directory of generated files",
                    "Name the source with lower-case letters, digits, \"-\" and \"_\", and not \"custom\".");
        }
    }
}
