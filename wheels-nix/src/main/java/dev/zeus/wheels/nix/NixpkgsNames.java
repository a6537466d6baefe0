// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.Set;

/** Names that mean something in every Python package set of nixpkgs, such as {@code setuptools}. */
public final class NixpkgsNames {
    /** What nixpkgs builds packages with: a second copy beside that of its hooks is an error in every environment. */
    public static final Set<String> BOOTSTRAP =
            Set.of("build", "flit-core", "installer", "packaging", "pip", "pyproject-hooks", "setuptools", "wheel");

    /** What nixpkgs has for its Python packages under these names is not a Python package, and every one needs it. */
    public static final Set<String> OF_THE_SET = Set.of(
            "bootstrap", "config", "disabled", "lib", "override", "packages", "pkgs", "python", "stdenv", "unzip");

    private NixpkgsNames() {}
}
