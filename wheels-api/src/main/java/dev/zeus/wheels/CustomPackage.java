// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a Python package that Nix builds from source: as its members say, or by a Nix definition of one's own.
 *
 * <pre>{@code
 * @CustomPackage(
 *         version = "1.1.7",
 *         description = "Text to speech with flow matching",
 *         license = "MIT",
 *         from = @From(github = "SWivid/F5-TTS", tag = "1.1.7", hash = "sha256-…"),
 *         buildSystem = BuildSystem.SETUPTOOLS,
 *         requires = {"accelerate", "torch", "bitsandbytes; platform_machine == 'x86_64'"})
 * @Recipe(relax = {"numpy", "pydantic"})
 * interface F5Tts {}
 *
 * @CustomPackage(
 *         description = "UUID version 7 for Python",
 *         definition = """
 *             { buildPythonPackage, fetchPypi, setuptools }:
 *             buildPythonPackage {
 *               pname = "uuid7";
 *               …
 *             }
 *             """)
 * interface Uuid7 {}
 * }</pre>
 *
 * <p>A definition is what {@code callPackage} of a Python package set takes: a function of a set. Its syntax is checked
 * while it is typed; what its arguments are is nixpkgs' business.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CustomPackage {
    /** {@return the package's name where the type's name does not say it} */
    String name() default "";

    /** {@return the Nix function that builds it; empty where {@link #from()} and what goes with it say how} */
    String definition() default "";

    /** {@return its version (PEP 440), such as {@code "1.1.7"}} */
    String version() default "";

    /** {@return where its source comes from} */
    From from() default @From(hash = "");

    /** {@return what makes a wheel of its source} */
    BuildSystem buildSystem() default BuildSystem.SETUPTOOLS;

    /** {@return the hash of its Rust dependencies as Nix writes it, for a build system that needs one} */
    String cargoHash() default "";

    /**
     * {@return the packages of the Python set that it needs, by name (PEP 508): with extras
     * ({@code "fastapi[standard]"}) and with markers ({@code "bitsandbytes; platform_machine == 'x86_64'"}), without
     * versions, of which the set has one}
     */
    String[] requires() default {};

    /** {@return the modules that must import; empty for the one that its name says} */
    String[] imports() default {};

    /** {@return its licence as an SPDX expression, such as {@code "MIT"}; empty for none} */
    String license() default "";

    /** {@return the address of its home page; empty for none, or the repository it comes from} */
    String homepage() default "";

    /** {@return the Python versions it is built for, out of the wheel set's; empty for all of them} */
    String[] pythons() default {};

    /** {@return one line that says what it is; empty for none} */
    String description() default "";

    /** {@return the declarations of this wheel set that it needs, such as {@code Numpy.class}} */
    Class<?>[] dependencies() default {};

    /** {@return the tests to generate; {@link PackageTest#ABI} asks about wheels and cannot apply here} */
    PackageTest[] tests() default {PackageTest.IMPORT, PackageTest.METADATA};
}
