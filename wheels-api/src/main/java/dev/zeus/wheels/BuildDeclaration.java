// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;

/**
 * How a custom package is built from its source, where no Nix definition says it.
 *
 * @param version its version
 * @param origin where its source comes from
 * @param system what makes a wheel of it
 * @param cargoHash the SRI hash of its Rust dependencies; empty where it has none
 * @param requires requirements on packages of the set (<a href="https://peps.python.org/pep-0508/">PEP 508</a> without
 *     versions), sorted
 * @param imports the modules that must import
 * @param license an SPDX expression; empty for none
 * @param homepage its home page; empty for none
 */
public record BuildDeclaration(
        String version,
        Origin origin,
        BuildSystem system,
        String cargoHash,
        List<String> requires,
        List<String> imports,
        String license,
        String homepage) {
    /**
     * Copies what it is given, so that it cannot change.
     *
     * @param version its version
     * @param origin where its source comes from
     * @param system what makes a wheel of it
     * @param cargoHash the SRI hash of its Rust dependencies; empty where it has none
     * @param requires requirements on packages of the set (<a href="https://peps.python.org/pep-0508/">PEP 508</a>
     *     without versions), sorted
     * @param imports the modules that must import
     * @param license an SPDX expression; empty for none
     * @param homepage its home page; empty for none
     */
    public BuildDeclaration {
        requires = List.copyOf(requires);
        imports = List.copyOf(imports);
    }
}
