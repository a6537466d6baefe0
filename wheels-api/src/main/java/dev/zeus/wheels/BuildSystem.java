package dev.zeus.wheels;

import java.util.List;

/** What makes a wheel of a source, as its {@code pyproject.toml} names it under {@code build-backend}. */
public enum BuildSystem {
    SETUPTOOLS(false, "setuptools"),
    SETUPTOOLS_SCM(false, "setuptools", "setuptools-scm"),
    HATCHLING(false, "hatchling"),
    HATCH_VCS(false, "hatchling", "hatch-vcs"),
    POETRY_CORE(false, "poetry-core"),
    FLIT_CORE(false, "flit-core"),
    PDM_BACKEND(false, "pdm-backend"),
    UV_BUILD(false, "uv-build"),
    MESON_PYTHON(false, "meson-python"),
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

    /** Whether it builds Rust, whose own dependencies need a hash. */
    public boolean isRust() {
        return rust;
    }

    /** The Python packages of nixpkgs that it consists of. */
    public List<String> packages() {
        return packages;
    }
}
