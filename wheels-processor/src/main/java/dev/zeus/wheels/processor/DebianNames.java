// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Map;
import java.util.Optional;

/** What libraries are called in Debian and Fedora, whose names for headers end in a way that none of nixpkgs does. */
final class DebianNames {
    private static final Map<String, String> PACKAGES = NameTable.pairs("debian-names.tsv");

    private DebianNames() {}

    /** Whether a name is one of a package of headers there. */
    static boolean isOne(String name) {
        return name.endsWith("-dev") || name.endsWith("-devel");
    }

    /** What nixpkgs calls it, where that is known. */
    static Optional<String> inNixpkgs(String name) {
        return Optional.ofNullable(PACKAGES.get(name));
    }
}
