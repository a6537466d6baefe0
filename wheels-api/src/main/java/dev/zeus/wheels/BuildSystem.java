// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;

/** What makes a wheel of a source, as its {@code pyproject.toml} names it under {@code build-backend}. */
public enum BuildSystem {
    /** The build backend {@code setuptools}. */
    SETUPTOOLS(false, "setuptools"),
    /** {@code setuptools}, with the version taken from tags of the repository. */
    SETUPTOOLS_SCM(false, "setuptools", "setuptools-scm"),
    /** The build backend of Hatch. */
    HATCHLING(false, "hatchling"),
    /** The build backend of Hatch, with the version taken from tags of the repository. */
    HATCH_VCS(false, "hatchling", "hatch-vcs"),
    /** The build backend of Poetry. */
    POETRY_CORE(false, "poetry-core"),
    /** The build backend of Flit. */
    FLIT_CORE(false, "flit-core"),
    /** The build backend of PDM. */
    PDM_BACKEND(false, "pdm-backend"),
    /** The build backend of uv. */
    UV_BUILD(false, "uv-build"),
    /** Meson, for extensions in C, C++, Fortran or Cython. */
    MESON_PYTHON(false, "meson-python"),
    /** CMake, for extensions in C and C++. */
    SCIKIT_BUILD_CORE(false, "scikit-build-core"),
    /** Rust with Python bindings; needs {@link CustomPackage#cargoHash()}. */
    MATURIN(true),
    /** Rust beside setuptools; needs {@link CustomPackage#cargoHash()}. */
    SETUPTOOLS_RUST(true, "setuptools", "setuptools-rust");

    private final boolean rust;
    private final List<String> packages;

    BuildSystem(boolean rust, String... packages) {
        this.rust = rust;
        this.packages = List.of(packages);
    }

    /** {@return whether it builds Rust, whose own dependencies need a hash} */
    public boolean isRust() {
        return rust;
    }

    /** {@return the Python packages of nixpkgs that it consists of} */
    public List<String> packages() {
        return packages;
    }
}
