// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adjusts how Nix builds a declared package if the standard build is not enough, without writing Nix.
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
 * <p>Write it next to {@link Wheel}, or next to a {@link CustomPackage} without a definition. It changes what Nix
 * builds, not what is resolved: {@link WheelSet#overrides()} and {@link WheelSet#excludes()} do that.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Recipe {
    /**
     * {@return libraries that the package needs, as nixpkgs attributes such as {@code "alsa-lib"} or
     * {@code "llvmPackages.openmp"}}
     */
    String[] buildInputs() default {};

    /** {@return tools that the build needs, as nixpkgs attributes such as {@code "cmake"}} */
    String[] nativeBuildInputs() default {};

    /** {@return requirements whose version bounds are ignored, such as {@code "numpy"}} */
    String[] relax() default {};

    /** {@return requirements to drop, such as {@code "opencv-python"}} */
    String[] remove() default {};

    /** {@return patches to apply, in order; for a wheel, to the installed files} */
    Patch[] patches() default {};

    /** {@return texts to replace, in order; for a wheel, in the installed files} */
    Substitution[] substitutions() default {};

    /**
     * {@return libraries that exist only at run time, such as {@code "libcuda.so.1"} of the graphics driver; {@code *}
     * matches any characters}
     */
    String[] ignoredLibraries() default {};

    /** {@return directories in other packages of the set, whose libraries this package loads} */
    SearchPath[] searchPaths() default {};

    /** {@return the CUDA version and components that it needs; at most one} */
    Cuda[] cuda() default {};
}
