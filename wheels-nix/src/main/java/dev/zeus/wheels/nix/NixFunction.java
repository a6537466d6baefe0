// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.List;
import java.util.Optional;

/**
 * What a Nix text that is a function takes, such as <code>{ buildPythonPackage, ... }@args: …</code>.
 *
 * @param name the name of the whole argument: {@code args} above, {@code x} in {@code x: …}, else empty
 * @param takesSet whether it takes its arguments by name
 * @param formals the arguments by name, in written order; empty where {@code takesSet} is false
 * @param ellipsis whether it allows arguments that it does not name
 */
public record NixFunction(Optional<String> name, boolean takesSet, List<NixFormal> formals, boolean ellipsis) {
    public NixFunction {
        formals = List.copyOf(formals);
    }
}
