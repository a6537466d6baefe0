// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a function takes. */
public sealed interface NixParameter {
    /** The whole argument under one name, {@code x: …}. */
    record Named(NixIdentifier name) implements NixParameter {}

    /** Arguments by name, <code>{ lib, fetchurl ? null, ... }@args: …</code>. */
    record Pattern(List<Argument> arguments, boolean ellipsis, Optional<NixIdentifier> whole) implements NixParameter {
        public Pattern {
            arguments = List.copyOf(arguments);
        }
    }

    /** One argument of a pattern, perhaps with a default. */
    record Argument(NixIdentifier name, Optional<NixExpr> otherwise) {}

    /** A pattern of arguments without defaults. */
    static NixParameter pattern(boolean ellipsis, String... names) {
        List<Argument> arguments = Arrays.stream(names)
                .map(name -> new Argument(new NixIdentifier(name), Optional.empty()))
                .toList();
        return new Pattern(arguments, ellipsis, Optional.empty());
    }
}
