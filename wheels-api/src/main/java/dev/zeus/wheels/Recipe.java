// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how Nix builds a declared package where the usual way is not enough; no Nix is written for it.
 *
 * <pre>{@code
 * @Wheel
 * @Recipe(buildInputs = "alsa-lib", relax = "numpy")
 * interface Sounddevice {}
 *
 * @CustomPackage(version = "1.1.7", from = @From(github = "acme/speech", tag = "1.1.7", hash = "sha256-…"),
 *         buildSystem = BuildSystem.SETUPTOOLS)
 * @Recipe(substitutions = @Substitution(file = "pyproject.toml", replace = "numpy<=1.26.4", by = "numpy"))
 * interface Speech {}
 * }</pre>
 *
 * <p>It stands beside {@link Wheel}, or beside a {@link CustomPackage} without a definition of its own. It changes what
 * Nix builds, not what is resolved: {@link WheelSet#overrides()} and {@link WheelSet#excludes()} do that.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Recipe {
    /**
     * {@return libraries that it needs, as attributes of nixpkgs such as {@code "alsa-lib"} or
     * {@code "llvmPackages.openmp"}}
     */
    String[] buildInputs() default {};

    /** {@return tools that building it needs, as attributes of nixpkgs such as {@code "cmake"}} */
    String[] nativeBuildInputs() default {};

    /** {@return requirements whose versions do not count, such as {@code "numpy"}} */
    String[] relax() default {};

    /** {@return requirements that it does without, such as {@code "opencv-python"}} */
    String[] remove() default {};

    /** {@return patches, in order; those of a wheel are applied to the installed files} */
    Patch[] patches() default {};

    /** {@return texts to replace, in order; those of a wheel are replaced in the installed files} */
    Substitution[] substitutions() default {};

    /**
     * {@return libraries that are there only when it runs, such as {@code "libcuda.so.1"}, which the graphics driver
     * brings; a {@code *} stands for any characters}
     */
    String[] ignoredLibraries() default {};

    /** {@return directories of libraries in other packages of the set that its own libraries load} */
    SearchPath[] searchPaths() default {};

    /** {@return what it needs of CUDA; at most one} */
    Cuda[] cuda() default {};
}
