// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.nix.NixIdentifier;
import dev.zeus.wheels.processor.hint.AttributeHint;
import java.util.Optional;

/** A path of attributes of nixpkgs, such as {@code llvmPackages.openmp}. */
final class AttributePath {
    private static final int LONGEST = 200;

    private AttributePath() {}

    /** What is wrong with a text as such a path; empty where nothing is. */
    static Optional<String> wrong(String text) {
        if (text.startsWith("pkgs.")) {
            return Optional.of("it goes without \"pkgs.\"");
        } else if (text.startsWith("nixpkgs.")) {
            return Optional.of("it goes without \"nixpkgs.\"");
        } else if (text.length() > LONGEST) {
            return Optional.of("it has more than " + LONGEST + " characters");
        }
        if (AttributeHint.isLibraryFile(text)) {
            return Optional.of("it is a file, and nixpkgs has packages");
        }
        for (String name : text.split("\\.", -1)) {
            if (!NixIdentifier.isIdentifier(name)) {
                return Optional.of("the part " + Quoted.text(name) + " is no name");
            }
        }
        return Optional.empty();
    }
}
